/* What the worker does with a question. Apart from the worker's own global, so
   that tests can ask without one. */
import { Engine } from "./engine.mjs";
import { unpack, unpackPacks } from "./packed.mjs";
import { ASK, PROTOCOL, messageOf } from "./protocol.mjs";

export function server() {
  /** @type {Engine | undefined} */
  let engine;

  const answers = {
    /** @param {{protocol: number, bytes: ArrayBuffer | string, packs: any[]}} asked */
    async [ASK.start]({ protocol, bytes, packs }) {
      if (protocol !== PROTOCOL) {
        throw new Error("the page and its engine are of different versions");
      }
      const [module, whole] = await Promise.all([
        typeof bytes === "string" ? unpack(bytes) : bytes, unpackPacks(packs)]);
      engine = await Engine.create(module);
      const diagnostics = engine.load(whole);
      return { version: engine.version(), packs: engine.packs(), diagnostics };
    },
    /** @param {{packs: any[]}} asked */
    async [ASK.load]({ packs }) {
      const diagnostics = engine.load(await unpackPacks(packs));
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

  const answer = async ({ id, ask, ...rest }) => {
    try {
      return { id, answer: await answers[ask](rest) };
    } catch (fault) {
      return { id, fault: messageOf(fault) };
    }
  };

  /** One after another, as they were asked: unpacking takes a while, and a
      question behind it is about what was unpacked. */
  let turn = Promise.resolve();
  /** @param {any} question @returns {Promise<object>} */
  return (question) => {
    const now = turn.then(() => answer(question));
    turn = /** @type {Promise<any>} */ (now);
    return now;
  };
}
