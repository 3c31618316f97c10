/* A wasm module with the engine's exports and none of its sense, made byte by
   byte: it finds nothing, traps when a draft begins with "!", and when a pack's
   text does. With it, the way back from a trap can be tested on purpose. */

const I32 = 0x7f;
const FUNCTIONS = {
  // name: [parameters, results, body]
  take: [1, 1, [0x23, 0, 0x23, 0, 0x20, 0, 0x6a, 0x24, 0]],
  give: [1, 0, []],
  packs_reset: [0, 0, []],
  pack_begin: [0, 0, []],
  pack_file: [4, 0, trapOn("!", 2)],
  pack_end: [0, 0, []],
  packs_compile: [0, 1, [0x41, 1]],
  answer_length: [0, 1, [0x23, 1]],
  diagnostics: [0, 1, answer("diagnostics")],
  packs: [0, 1, answer("packs")],
  document: [0, 1, answer("document")],
  prove: [0, 1, answer("prove")],
  explain: [2, 1, answer("document")],
  version: [0, 1, answer("version")],
  check: [5, 1, [...trapOn("!", 0), ...answer("check")]],
  recheck: [5, 1, [...trapOn("!", 0), ...answer("check")]],
};

function texts() {
  return {
    diagnostics: '{"diagnostics":[]}',
    packs: '{"packs":[],"principles":[]}',
    document: "<section></section>",
    prove: '{"examples":0,"failures":[]}',
    version: "double",
    check: '{"complete":true,"findings":[]}',
  };
}

/** if (load8(local) == character) unreachable; */
function trapOn(character, local) {
  return [0x20, local, 0x2d, 0, 0, 0x41, ...signed(character.charCodeAt(0)),
    0x46, 0x04, 0x40, 0x00, 0x0b];
}

/** length = …; return address; */
function answer(name) {
  let at = 16;
  for (const [other, text] of Object.entries(texts())) {
    if (other === name) {
      return [0x41, ...signed(text.length), 0x24, 1, 0x41, ...signed(at)];
    }
    at += text.length;
  }
  throw new Error(name);
}

function signed(value) {
  const bytes = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const last = value === 0 && !(low & 0x40);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

function unsigned(value) {
  const bytes = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value ? low | 0x80 : low);
  } while (value);
  return bytes;
}

const ascii = (text) => [...text].map((one) => one.charCodeAt(0));
const list = (items) => [...unsigned(items.length), ...items.flat()];
const sized = (bytes) => [...unsigned(bytes.length), ...bytes];
const section = (id, bytes) => [id, ...sized(bytes)];

/** @returns {Uint8Array} */
export function doubleModule() {
  const functions = Object.entries(FUNCTIONS);
  const types = functions.map(([, [parameters, results]]) =>
    [0x60, ...list(Array(parameters).fill([I32])), ...list(Array(results).fill([I32]))]);
  const bodies = functions.map(([, [, , body]]) => sized([0, ...body, 0x0b]));
  const exported = functions.map(([name], index) =>
    [...sized(ascii(name)), 0, ...unsigned(index)]);
  const global = (value) => [I32, 1, 0x41, ...signed(value), 0x0b];
  return new Uint8Array([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(types)),
    ...section(3, list(functions.map((_, index) => unsigned(index)))),
    ...section(5, [1, 0, ...unsigned(64)]),
    ...section(6, list([global(4096), global(0)])),
    ...section(7, list([...exported, [...sized(ascii("memory")), 2, 0]])),
    ...section(10, list(bodies)),
    ...section(11, [1, 0, 0x41, ...signed(16), 0x0b,
      ...sized(ascii(Object.values(texts()).join("")))]),
  ]);
}
