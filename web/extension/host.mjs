/* Holds the engine's worker while somebody writes, and lets it go afterwards.
   Runs in the offscreen page (Chromium) or the background page (Firefox). */
import { IDLE_MS } from "earshot:build";
import { Client } from "../engine/client.mjs";
import { api } from "./browser.mjs";

export class Host {
  #client = null;
  #stamp = null;
  #ready = null;
  #timer;

  /** @param {() => void} [gone] the worker has been let go */
  constructor(gone = () => {}) {
    this.gone = gone;
  }

  /** @param {{ask: string, stamp: string, packs?: any[], text?: string,
        setting?: string, kind?: string}} question `stamp` names the packs that
        must answer @returns {Promise<any>} {need: "packs"} when they have to be
        sent along */
  async ask({ ask, stamp, packs, text, setting, kind }) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), IDLE_MS);
    if (ask === "prove") return this.#prove(packs);
    if (this.#stamp !== stamp) {
      if (!packs) return { need: "packs" };
      this.#start(packs, stamp);
    }
    const loaded = await this.#ready;
    if (ask === "check") return this.#client.check(text, setting, kind);
    if (ask === "document") return this.#client.document();
    return loaded;
  }

  #start(packs, stamp) {
    this.#client?.stop();
    this.#client = new Client(makeWorker, new Uint8Array(0));
    this.#stamp = stamp;
    this.#ready = this.#client.start(packs);
    this.#ready.catch(() => { this.#stamp = null; });
  }

  /** A worker of its own, so that a pack that is being tried disturbs nobody. */
  async #prove(packs) {
    const trial = new Client(makeWorker, new Uint8Array(0));
    try {
      await trial.start([]);
      return await trial.load(packs);
    } finally {
      trial.stop();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#client?.stop();
    this.#client = null;
    this.#stamp = null;
    this.gone();
  }
}

function makeWorker() {
  return new Worker(api.runtime.getURL("engine.js"));
}
