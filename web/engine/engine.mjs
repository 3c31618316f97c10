/* The loader: puts packs and drafts into the wasm module and reads its
   answers. The same file serves the worker, a page and node.

   The module has no imports, so it can reach nothing. When it traps (a fault
   of ours, or memory used up) its state cannot be trusted any more: it is
   thrown away, a fresh one gets the same packs, and the answer says so. */

/** @typedef {{name: string, text: string}} PackFile */
/** `proved`: it comes with the program, and its patterns need not be tried.
    @typedef {{files: PackFile[], proved?: boolean}} Pack */
/** @typedef {{code: string, file: string, line: number, column: number,
      message: string, help: string, warning: boolean}} Diagnostic */
/** @typedef {{class: string | null, start: number, end: number}} Evidence */
/** @typedef {"cheer" | "ask" | "note" | "pause" | "hold"} Level */
/** @typedef {{pack: string, principle: string, signal: string, level: Level,
      start: number, end: number, evidence: Evidence[],
      instead?: string[], lines?: string[]}} Finding */
/** @typedef {{complete: boolean, findings: Finding[],
      restarted?: boolean}} Result */

/** UTF-16 units of a draft that are handed over at most. The engine's own
    limit (EARSHOT_DRAFT_BYTES) is smaller; this one only keeps a paste of a
    whole library from filling the memory before that limit can speak. */
export const MOST_UNITS = 256 * 1024;

/** The values of `earshot_draft_kind`. */
const KINDS = { plain: 0, markdown: 1 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  /** @param {BufferSource} bytes of the wasm module */
  static async create(bytes) {
    return new Engine(await WebAssembly.compile(bytes));
  }

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.module = module;
    /** @type {Pack[]} what a fresh instance is given again */
    this.packsLoaded = [];
    this.restarts = 0;
    this.#start();
  }

  #start() {
    const instance = new WebAssembly.Instance(this.module, {});
    /** @type {Record<string, any>} */
    this.exports = instance.exports;
    this.exports._initialize?.();
  }

  /** A trap is any exception: besides RuntimeError, a full stack is a
      RangeError in V8 and an InternalError in SpiderMonkey. */
  #restart() {
    this.restarts += 1;
    this.#start();
    this.#fill(this.packsLoaded);
  }

  /** Copies bytes in. Returns the address, which #give takes back.
      @param {string} text @returns {[number, number]} */
  #put(text) {
    const bytes = encoder.encode(text);
    const at = this.exports.take(bytes.length || 1);
    if (!at) throw new RangeError("the engine's memory is full");
    new Uint8Array(this.exports.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  /** @param {number} at of a text that is answer_length() bytes long; 0 when
      memory ran out */
  #read(at) {
    if (!at) throw new RangeError("the engine's memory is full");
    const length = this.exports.answer_length();
    const { buffer } = this.exports.memory;
    return decoder.decode(new Uint8Array(buffer, at, length));
  }

  /** @param {Pack[]} packs */
  #fill(packs) {
    const wasm = this.exports;
    wasm.packs_reset();
    for (const pack of packs) {
      wasm.pack_begin(pack.proved ? 1 : 0);
      for (const { name, text } of pack.files) {
        const [nameAt, nameLength] = this.#put(name);
        const [textAt, textLength] = this.#put(text);
        wasm.pack_file(nameAt, nameLength, textAt, textLength);
        wasm.give(textAt);
        wasm.give(nameAt);
      }
      wasm.pack_end();
    }
    if (!wasm.packs_compile()) {
      throw new RangeError("the packs do not fit into the engine's memory");
    }
  }

  /** Loads packs in place of the ones before. A pack with a fault is left out
      and named in the diagnostics. If packs bring the engine down, those that
      were loaded before stay.
      @param {Pack[]} packs @returns {Diagnostic[]} */
  load(packs) {
    try {
      this.#fill(packs);
      this.packsLoaded = packs;
    } catch {
      this.#restart();
      return [STOPPED];
    }
    return JSON.parse(this.#ask("diagnostics")).diagnostics;
  }

  /** @param {string} name of an export that answers with text
      @param {...(string | number)} values */
  #ask(name, ...values) {
    const given = [];
    const flat = [];
    for (const value of values) {
      if (typeof value === "number") {
        flat.push(value);
        continue;
      }
      const [at, length] = this.#put(value);
      given.push(at);
      flat.push(at, length);
    }
    const answer = this.#read(this.exports[name](...flat));
    for (const at of given.reverse()) this.exports.give(at);
    return answer;
  }

  /** As #ask; when the module traps, null, and a fresh one is ready.
      @param {string} name @param {...(string | number)} values */
  #try(name, ...values) {
    try {
      return this.#ask(name, ...values);
    } catch {
      this.#restart();
      return null;
    }
  }

  /** One draft, as the engine's own JSON text; null after a trap.
      @param {string} text @param {string} setting
      @param {keyof typeof KINDS} [kind] */
  checkText(text, setting, kind = "plain") {
    return this.#try("check", text, KINDS[kind], setting);
  }

  /** A draft that is being written: where it is as it was at the last call, the
      engine does not look again.
      @param {string} text @param {string} setting
      @param {keyof typeof KINDS} [kind] @returns {Result} */
  check(text, setting, kind = "plain") {
    const part = text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text;
    const answer = this.#try("recheck", part, KINDS[kind], setting);
    if (answer === null) {
      return { complete: false, findings: [], restarted: true };
    }
    const result = JSON.parse(answer);
    if (result.error) throw new TypeError(`${result.error}: ${setting}`);
    if (part !== text) result.complete = false;
    return result;
  }

  /** The packs as data: {packs, principles}. */
  packs() {
    return JSON.parse(this.#try("packs") ?? '{"packs":[],"principles":[]}');
  }

  /** The packs as HTML to read, one <section> for each file. */
  document() {
    return this.#try("document") ?? "";
  }

  /** Runs the packs' examples; JSON of those that do not hold. */
  prove() {
    return JSON.parse(this.#try("prove") ?? "null");
  }

  /** What a principle (all when empty) looks for, as plain text.
      @param {string} principle */
  explain(principle) {
    return this.#try("explain", principle) ?? "";
  }

  version() {
    return this.#try("version") ?? "";
  }
}

/** @type {Diagnostic} */
const STOPPED = {
  code: "engine-stopped", file: "", line: 0, column: 0, warning: false,
  message: "this pack stopped the engine; the packs before it are kept",
  help: "please report the pack, it found a fault in Earshot",
};
