/* Runs before anything else on the page. The policy in the page's head keeps
   requests in; what a policy cannot close is closed here: names that could
   reach out are taken away for good, frames that would bring them back are
   removed, and the page cannot be moved to another address by anything on it.
   The person can: the address bar is theirs. */
(() => {
  "use strict";
  const refuse = (name) => function refused() {
    throw new Error(`${name} is closed on this page: nothing leaves it`);
  };
  const close = (owner, name) => {
    if (!owner || !(name in owner)) return;
    const { value } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    Object.defineProperty(owner, name, {
      value: typeof value === "function" ? refuse(name) : undefined,
      writable: false, configurable: false,
    });
  };

  for (const name of ["open", "fetch", "fetchLater", "XMLHttpRequest",
    "WebSocket", "WebSocketStream", "WebTransport", "EventSource",
    "SharedWorker", "RTCPeerConnection", "webkitRTCPeerConnection",
    "mozRTCPeerConnection", "RTCDataChannel", "RTCIceTransport",
    "PresentationRequest", "PaymentRequest", "BroadcastChannel", "Image",
    "Audio", "showModalDialog"]) close(window, name);
  for (const name of ["sendBeacon", "share", "registerProtocolHandler",
    "setAppBadge", "joinAdInterestGroup", "runAdAuction"]) {
    close(Navigator.prototype, name);
  }
  for (const name of ["serviceWorker", "credentials", "mediaDevices",
    "bluetooth", "usb", "serial", "hid"]) close(Navigator.prototype, name);
  for (const name of ["submit", "requestSubmit"]) {
    close(HTMLFormElement.prototype, name);
  }
  for (const name of ["write", "writeln", "open"]) close(Document.prototype, name);
  close(window.Navigation?.prototype, "navigate");

  // A fresh frame would have all of these names again.
  for (const owner of [window.HTMLIFrameElement, window.HTMLFrameElement,
    window.HTMLObjectElement, window.HTMLEmbedElement]) {
    close(owner?.prototype, "contentWindow");
    close(owner?.prototype, "contentDocument");
    close(owner?.prototype, "getSVGDocument");
  }
  new MutationObserver(() => {
    const frames = "iframe, frame, object, embed, portal, fencedframe";
    for (const frame of document.querySelectorAll(frames)) frame.remove();
  }).observe(document, { childList: true, subtree: true });

  // The only links are to places on this page and to a file being saved.
  const stays = (link) => {
    const address = link.getAttribute("href") ?? link.getAttribute("xlink:href");
    if (address === null || address.startsWith("#")) return true;
    return address.startsWith("blob:") && link.hasAttribute("download");
  };
  for (const kind of ["click", "auxclick"]) {
    document.addEventListener(kind, (event) => {
      const link = event.composedPath().find((node) =>
        node instanceof Element && node.matches("a, area"));
      if (!link || stays(link)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }
  document.addEventListener("submit", (event) => event.preventDefault(), true);

  // Where the browser has it, this stops `location = …` too, which cannot be
  // taken away. Firefox announces a file being saved twice, the second time as
  // if it were a move to the file's address.
  let saving = null;
  window.navigation?.addEventListener("navigate", (event) => {
    // Reload, back and forward are the person's.
    if (event.hashChange || /reload|traverse/.test(event.navigationType)) return;
    const { url } = event.destination;
    if (event.downloadRequest && url.startsWith("blob:")) saving = url;
    else if (url !== saving && event.cancelable) event.preventDefault();
  });
})();
