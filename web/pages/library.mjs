/* The packs that are in use: those that came with the page, then the person's
   own. Whoever shows something of them listens. */

/** @typedef {import("../engine/engine.mjs").Pack} Pack */
/** @typedef {import("../engine/engine.mjs").PackFile} PackFile */
/** @typedef {{packs: any[], principles: any[], scenarios: any[]}} Told */

export class Library {
  /** @type {((told: Told) => void)[]} */
  #listeners = [];
  #turn = 0;

  /** @param {import("../engine/client.mjs").Client} client
      @param {Pack[]} basic */
  constructor(client, basic) {
    this.client = client;
    this.basic = basic;
    /** @type {Pack[]} */
    this.own = [];
    /** @type {Told} */
    this.told = { packs: [], principles: [], scenarios: [] };
  }

  /** @param {(told: Told) => void} listener called now, if there is something
        to tell, and whenever it changes */
  listen(listener) {
    this.#listeners.push(listener);
    if (this.told.packs.length > 0) listener(this.told);
  }

  #tell(told) {
    this.told = told;
    for (const listener of this.#listeners) listener(told);
  }

  /** @returns {Promise<{version: string}>} */
  async start() {
    const { packs, version } = await this.client.start(this.basic);
    this.#tell(packs);
    return { version };
  }

  /** Puts these files, as one pack, in the place of the person's own.
      @param {PackFile[]} files
      @returns {Promise<null | {packs: Told, diagnostics: any[], proof: any}>}
        null when another call has overtaken this one */
  async load(files) {
    const mine = (this.#turn += 1);
    const own = files.length > 0 ? [{ files }] : [];
    const loaded = await this.client.load([...this.basic, ...own]);
    if (mine !== this.#turn) return null;
    this.own = own;
    this.#tell(loaded.packs);
    return loaded;
  }

  /** What would be if this pack came last; then all is as it was.
      @template T @param {PackFile[]} files
      @param {(loaded: any) => Promise<T>} look while it is loaded
      @returns {Promise<T>} */
  async suppose(files, look) {
    const now = [...this.basic, ...this.own];
    try {
      return await look(await this.client.load([...now, { files }]));
    } finally {
      await this.client.load(now);
    }
  }
}
