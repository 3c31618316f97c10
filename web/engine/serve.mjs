/* What the worker does with a question. Apart from the worker's own global, so
   that tests can ask without one. */
import { Engine } from "./engine.mjs";
import { ASK, PROTOCOL, messageOf } from "./protocol.mjs";

export function server() {
  /** @type {Engine | undefined} */
  let engine;

  const answers = {
    /** @param {{protocol: number, bytes: ArrayBuffer, packs: any[]}} asked */
    async [ASK.start]({ protocol, bytes, packs }) {
      if (protocol !== PROTOCOL) {
        throw new Error("the page and its engine are of different versions");
      }
      engine = await Engine.create(bytes);
      const diagnostics = engine.load(packs);
      return { version: engine.version(), packs: engine.packs(), diagnostics };
    },
    /** @param {{packs: any[]}} asked */
    [ASK.load]({ packs }) {
      const diagnostics = engine.load(packs);
      return { packs: engine.packs(), diagnostics, proof: engine.prove() };
    },
    /** @param {{text: string, setting: string, kind: any}} asked */
    [ASK.check]({ text, setting, kind }) {
      return engine.check(text, setting, kind);
    },
    [ASK.document]() {
      return engine.document();
    },
  };

  /** @param {any} question @returns {Promise<object>} */
  return async ({ id, ask, ...rest }) => {
    try {
      return { id, answer: await answers[ask](rest) };
    } catch (fault) {
      return { id, fault: messageOf(fault) };
    }
  };
}
