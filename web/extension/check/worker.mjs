/* ways-worker.js: a worker that begins as the engine's does, and then tries. */
import "../../engine/closed.mjs";
import { tryAll } from "./ways.mjs";

self.addEventListener("message", async () => self.postMessage(await tryAll()));
