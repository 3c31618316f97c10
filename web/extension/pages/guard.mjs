/* First on every page of ours. The manifest's policy refuses what can be
   refused; what a policy cannot close (calls, in both browsers) is taken away
   here, before anything else runs. */
const TAKEN = ["RTCPeerConnection", "webkitRTCPeerConnection",
  "mozRTCPeerConnection", "RTCDataChannel", "RTCIceTransport", "open"];

for (const name of TAKEN) {
  if (!(name in globalThis)) continue;
  Object.defineProperty(globalThis, name,
    { value: undefined, writable: false, configurable: false });
}
