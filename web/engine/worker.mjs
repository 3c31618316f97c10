/* The engine's own thread. It is handed everything it needs by message and
   runs under a policy that lets nothing out. */
import "./closed.mjs";
import { server } from "./serve.mjs";

const answer = server();

self.addEventListener("message", async ({ data }) => {
  self.postMessage(await answer(data));
});
