/* The engine's own thread. Module and default pack come inside this script:
   the policy lets it load nothing. */
import "../engine/closed.mjs";
import wasm from "earshot:wasm";
import basic from "earshot:pack";
import { server } from "../engine/serve.mjs";

const answer = server();

/** Packs are named "basic" or handed over. */
const filled = ({ packs, ...rest }) => ({
  ...rest,
  ...(rest.ask === "start" ? { bytes: wasm } : {}),
  ...(packs ? { packs: packs.map((one) => one === "basic" ? basic : one) } : {}),
});

self.addEventListener("message", async ({ data }) => {
  self.postMessage(await answer(filled(data)));
});
