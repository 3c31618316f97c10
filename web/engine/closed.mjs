/* Before anything else runs in the worker: the names that could reach out are
   taken away. The policy refuses them as well; this is the second lock. */
const TAKEN = ["fetch", "fetchLater", "XMLHttpRequest", "WebSocket",
  "WebSocketStream", "WebTransport", "EventSource", "RTCPeerConnection",
  "BroadcastChannel", "SharedWorker", "Worker", "importScripts", "indexedDB",
  "caches"];

for (const name of TAKEN) {
  if (name in globalThis) {
    Object.defineProperty(globalThis, name, {
      value: undefined, writable: false, configurable: false,
    });
  }
}
