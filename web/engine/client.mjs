/* The page's end of the worker. If the worker dies or does not answer, a new
   one is started with the same packs; the draft is the page's and stays. */
import { ASK, PROTOCOL } from "./protocol.mjs";

/** A check is bounded in steps (limits.h), well below a second, and so is what
    comes before it; what takes this long is stuck. */
const STUCK_MS = 15000;
const CHECK_STUCK_MS = 5000;

export class Client {
  #waiting = new Map();
  #last = 0;
  #worker = null;
  /** @type {Promise<any> | null} */
  #restarting = null;

  /** @param {() => any} makeWorker
      @param {Uint8Array | string} bytes of the wasm module, or packed (packed.mjs)
      @param {{after?: typeof setTimeout, cancel?: typeof clearTimeout}} [clock] */
  constructor(makeWorker, bytes, clock = {}) {
    this.makeWorker = makeWorker;
    this.bytes = bytes;
    this.packs = [];
    this.after = clock.after ?? ((what, ms) => setTimeout(what, ms));
    this.cancel = clock.cancel ?? ((timer) => clearTimeout(timer));
  }

  /** @param {import("./engine.mjs").Pack[]} packs
      @returns {Promise<{version: string, packs: any, diagnostics: any[]}>} */
  start(packs) {
    this.packs = packs;
    this.#open();
    // A copy: the worker keeps what it is given, we may need it again.
    const bytes = typeof this.bytes === "string" ? this.bytes
      : this.bytes.slice().buffer;
    return this.#call(ASK.start, { protocol: PROTOCOL, bytes, packs });
  }

  /** @param {import("./engine.mjs").Pack[]} packs
      @returns {Promise<{packs: any, diagnostics: any[], proof: any}>} */
  async load(packs) {
    const before = this.packs;
    this.packs = packs;
    try {
      return await this.#call(ASK.load, { packs });
    } catch (fault) {
      this.packs = before;
      await this.start(before);
      throw fault;
    }
  }

  /** Never fails because of the draft. A worker that was lost, for whatever
      reason, is replaced and asked once more; when that one is lost as well, it
      was this draft, and the answer is "restarted".
      @returns {Promise<import("./engine.mjs").Result>} */
  async check(text, setting, kind) {
    for (let tries = 0; tries < 2; tries += 1) {
      try {
        return await this.#call(ASK.check, { text, setting, kind });
      } catch {
        await this.#again();
      }
    }
    return { complete: false, findings: [], restarted: true };
  }

  /** All that waited for one worker share the next. */
  #again() {
    this.#restarting ??= this.start(this.packs)
      .finally(() => { this.#restarting = null; });
    return this.#restarting;
  }

  /** @returns {Promise<string>} */
  document() {
    return this.#call(ASK.document, {});
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { fail } of [...this.#waiting.values()]) {
      fail(new Error("the engine stopped"));
    }
  }

  #open() {
    this.stop();
    const worker = this.makeWorker();
    worker.onmessage = ({ data }) => this.#waiting.get(data.id)?.done(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker === this.#worker) this.stop();
    };
    this.#worker = worker;
  }

  #call(ask, data) {
    if (!this.#worker) return Promise.reject(new Error("no engine"));
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const end = () => {
        this.cancel(timer);
        this.#waiting.delete(id);
      };
      const fail = (fault) => { end(); reject(fault); };
      const done = ({ answer, fault }) => {
        end();
        if (fault === undefined) resolve(answer);
        else reject(new Error(fault));
      };
      const timer = this.after(() => this.stop(),
        ask === ASK.check ? CHECK_STUCK_MS : STUCK_MS);
      this.#waiting.set(id, { done, fail });
      this.#worker.postMessage({ id, ask, ...data });
    });
  }
}
