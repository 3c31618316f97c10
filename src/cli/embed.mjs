// Prints a C file that holds the Markdown files of a pack: node embed.mjs [FOLDER…] > default_pack.c
// README.md comes first, the others by name, as when a folder is loaded. Names in diagnostics begin with the pack's own folder.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(md|weights)$/.test(name))
    .map((name) => ({ name: `${basename(process.argv[2])}/${name}`, bytes: readFileSync(join(folder, name)) })));
const first = (f) => (basename(f.name) === 'README.md' ? 0 : 1);
files.sort((a, b) => first(a) - first(b) || (a.name < b.name ? -1 : 1));

console.log('/* Made by src/cli/embed.mjs. */\n#include "cli/default_pack.h"\n');
files.forEach((f, n) => {
  console.log(`static const char file_${n}[] = {`);
  for (let i = 0; i < f.bytes.length; i += 24) console.log(`  ${[...f.bytes.subarray(i, i + 24)].map((b) => (b > 127 ? b - 256 : b)).join(',')},`);
  console.log('  0};');
});
console.log('\nstatic const earshot_file files[] = {');
files.forEach((f, n) => console.log(`  {${JSON.stringify(f.name)}, file_${n}, sizeof file_${n} - 1},`));
console.log('  {0, 0, 0}};\n\nearshot_pack cli_default_pack(void) {');
console.log(`  return (earshot_pack){files, ${files.length}, false};\n}`);
