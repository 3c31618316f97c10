/* The engine's own thread. Module and default pack come inside this script:
   the policy lets it load nothing. */
import "../engine/closed.mjs";
import wasm from "earshot:wasm";
import basic from "earshot:pack";
import { server } from "../engine/serve.mjs";

const answer = server();

function decode(text) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

/** Packs are named "basic" or handed over. */
const filled = ({ packs, ...rest }) => ({
  ...rest,
  ...(rest.ask === "start" ? { bytes: decode(wasm) } : {}),
  ...(packs ? { packs: packs.map((one) => one === "basic" ? basic : one) } : {}),
});

self.addEventListener("message", async ({ data }) => {
  self.postMessage(await answer(filled(data)));
});
