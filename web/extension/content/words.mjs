/* What the packs say about the principles that have come up on this page. */
import { lookup } from "../../pages/lookup.mjs";
import { ASK } from "../messages.mjs";
import { ask } from "./link.mjs";

export class Words {
  #principles = new Map();
  #packs = [];

  constructor() {
    this.told = lookup({ packs: [], principles: [] });
  }

  /** Asks for those that are not known yet.
      @param {{principle: string}[]} findings */
  async learn(findings) {
    const missing = [...new Set(findings.map(({ principle }) => principle))]
      .filter((id) => !this.#principles.has(id));
    if (missing.length === 0) return;
    const { packs, principles } = await ask(ASK.told, { principles: missing });
    for (const id of missing) {
      this.#principles.set(id, principles.filter((one) => one.id === id));
    }
    this.#packs = packs;
    this.told = lookup({
      packs: this.#packs, principles: [...this.#principles.values()].flat(),
    });
  }

  /** The packs may be others now. */
  forget() {
    this.#principles.clear();
  }
}
