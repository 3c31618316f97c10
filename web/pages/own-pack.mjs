/* A pack of one's own, beside the default one: opened from files or written
   here. Every fault is shown with its place and the line itself. */
import { make } from "./make.mjs";

/** @typedef {import("../engine/engine.mjs").Diagnostic} Diagnostic */
/** @typedef {import("../engine/engine.mjs").PackFile} PackFile */

export const STARTER = `# Pack: Our team's principles \`our-team\`

- Version: 1.0.0
- Language: en-GB
- Licence: CC BY 4.0

Say here who you are and why you wrote this.

# Principle: Let the kettle boil first \`kettle\`

Tea gives a thought a little air. Say what the tea was like, and leave the
person who poured it out of the story.

> Would the person who made the tea smile at this?

## Try instead

- "Good tea today."

## Signal: tea at somebody's home \`tea-at-home\`

Tea at a visit says that there was a visit. That is why this signal is here.

### Looks for

- tea/coffee … lady/gentleman I support
- biscuits *near* home visit

### Levels

- note

### Fires

- \`note\` Had a lovely cup of tea with the lady I support.

### Stays quiet

- Tea with my nan.
`;

/** The character at a column counted in bytes from 1 (a tab or a letter is
    one, "é" two, "☕" three).
    @param {string} line @param {number} column */
export function characterAt(line, column) {
  const encoder = new TextEncoder();
  let bytes = 0;
  let units = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size >= column) break;
    bytes += size;
    units += character.length;
  }
  return units;
}

/** @param {Diagnostic} fault @param {PackFile[]} files */
export function drawFault(fault, files) {
  const { file, line, column, message, help, warning } = fault;
  const source = files.find(({ name }) => name === file);
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return make("li.fault", { data: { kind: warning ? "warning" : "fault" } },
    make("p", {},
      make("code.place", {}, place), " ",
      make("strong", {}, warning ? "Worth a look: " : "", message)),
    source && line > 0 &&
      drawLine(source.text.split("\n")[line - 1] ?? "", column),
    help && make("p.help", {}, help));
}

/** @param {string} line @param {number} column */
function drawLine(line, column) {
  const text = line.replace(/\r$/, "");
  const at = characterAt(text, column);
  const [here = ""] = [...text.slice(at)];
  return make("pre.source", {}, text.slice(0, at),
    make("mark", {}, here || " "), text.slice(at + here.length));
}

/** @param {HTMLElement} place
    @param {{files: PackFile[], diagnostics: Diagnostic[], proof: any,
      packs: any, before: number}} loaded `before`: packs that were there
      without it
    @param {string} [advice] what to do now that it is loaded */
export function drawOutcome(place, { files, diagnostics, proof, packs, before },
  advice = "Go to “Check a draft” and try it.") {
  const failures = proof?.failures ?? [];
  const own = packs.packs.slice(before);
  const faults = diagnostics.filter(({ warning }) => !warning).length;
  place.replaceChildren(
    make("p.outcome", {}, outcome(files, own, faults, packs, advice)),
    make("ul.faults", {}, diagnostics.map((one) => drawFault(one, files))),
    ...(failures.length > 0 ? [make("p", {},
      "It works, but some of its examples do not come out as written:")] : []),
    make("ul.faults", {}, failures.map((one) =>
      drawFault({ help: "", code: "", warning: true, ...one }, files))));
}

function outcome(files, own, faults, { scenarios }, advice) {
  if (files.length === 0) return "Only the default pack is loaded.";
  if (own.length === 0) {
    return faults === 1
      ? "One thing stands in the way, so this pack is not loaded yet."
      : `${faults} things stand in the way, so this pack is not loaded yet.`;
  }
  const titles = own.map(({ title }) => title).join(" and ");
  const ids = own.map(({ id }) => id);
  const count = scenarios.filter(({ pack }) => ids.includes(pack)).length;
  const situations = count === 0 ? "" : count === 1
    ? " It has 1 situation." : ` It has ${count} situations.`;
  const rest = faults === 0 ? "" : " Some of it could not be read and is left " +
    "out; the rest is open.";
  return `Loaded: ${titles}.${situations}${rest} ${advice}`.trim();
}
