/* What the C library would ask of the world outside, answered inside, so that
   the module imports nothing at all and can reach no file, clock or network.

   The engine does no input or output. The C library and cmark still hold a
   few calls for it (a message before aborting, flushing at exit), which
   WASI would turn into imports. Here they fail, or stop the module with a
   trap, which the loader sees as a RuntimeError. */
#include <stdint.h>
#include <wasi/api.h>

_Noreturn void __wasi_proc_exit(__wasi_exitcode_t code) {
  (void)code;
  __builtin_trap();
}

__wasi_errno_t __wasi_fd_close(__wasi_fd_t fd) {
  (void)fd;
  return __WASI_ERRNO_BADF;
}

__wasi_errno_t __wasi_fd_write(__wasi_fd_t fd, const __wasi_ciovec_t *from,
                               size_t count, __wasi_size_t *written) {
  (void)fd, (void)from, (void)count, (void)written;
  return __WASI_ERRNO_BADF;
}

__wasi_errno_t __wasi_fd_seek(__wasi_fd_t fd, __wasi_filedelta_t offset,
                              __wasi_whence_t whence, __wasi_filesize_t *now) {
  (void)fd, (void)offset, (void)whence, (void)now;
  return __WASI_ERRNO_BADF;
}
