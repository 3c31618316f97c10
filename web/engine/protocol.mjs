/* What a page and the worker say to each other, in one place.

   A page asks {id, ask, ...}, the worker answers {id, answer} or {id, fault}.
   Both are built together; PROTOCOL catches the day they are not. */

export const PROTOCOL = 1;

/** The questions, with what they carry and what comes back. */
export const ASK = {
  /** {protocol, bytes, packs}, packed or not → {version, packs, diagnostics} */
  start: "start",
  /** {packs} → {packs, diagnostics, proof} */
  load: "load",
  /** {text, setting, kind} → Result */
  check: "check",
  /** {} → HTML */
  document: "document",
};

/** What was thrown, in words. @param {any} fault */
export const messageOf = (fault) => String(fault?.message ?? fault);
