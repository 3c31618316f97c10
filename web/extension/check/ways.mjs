/* Every way to send that we know, tried with nothing in hand: the address does
   not exist, the message is empty, and no text of anybody's comes near this
   file. It is built apart from everything else (ways.js), so that all other
   scripts can be searched for these very names. */
import { NOWHERE } from "earshot:build";

const PATIENCE_MS = 700;

const socket = NOWHERE.replace(/^http/, "ws");

const added = [];

/** An element that would ask for its address. */
function element(name, attributes) {
  const made = document.createElement(name);
  Object.assign(made, { hidden: true, ...attributes });
  added.push(made);
  (document.body ?? document.documentElement).append(made);
  return made;
}

/** A form that the sandbox stops is not reported; but where it would have gone
    stays empty, and can be seen to. */
async function sendForm(url) {
  const frame = element("iframe", { name: "earshot-form" });
  element("form", { action: url, method: "get", target: frame.name })
    .submit();
  await new Promise((done) => setTimeout(done, PATIENCE_MS / 2));
  if (frame.contentDocument?.URL === "about:blank") throw new Error("refused");
}

/** Each returns when it has been tried; the names are what people read. */
const WAYS = {
  "a request (fetch)": (url) => fetch(url, { mode: "no-cors" }),
  "a request (XMLHttpRequest)": (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  "a message when leaving (beacon)": (url) => {
    if (!navigator.sendBeacon(url, "")) throw new Error("refused");
  },
  "a line kept open (WebSocket)": (url) =>
    new WebSocket(url.replace(NOWHERE, socket)),
  "a line kept open (EventSource)": (url) => new EventSource(url),
  "a line kept open (WebTransport)": (url) =>
    new globalThis.WebTransport(url.replace(/^http:/, "https:")).ready,
  "a call (WebRTC)": () => new RTCPeerConnection({ iceServers: [] }),
  "a picture": (url) => element("img", { src: url }),
  "a script": (url) => element("script", { src: url }),
  "a style sheet": (url) =>
    element("link", { rel: "stylesheet", href: url }),
  "fetching ahead": (url) => element("link", { rel: "prefetch", href: url }),
  "a frame": (url) => element("iframe", { src: url }),
  "a sound": (url) => element("audio", { src: url, preload: "auto" }),
  "a form": (url) => sendForm(url),
  "a new window": (url) => {
    if (!open(url)) throw new Error("refused");
  },
  // A worker from elsewhere is refused by an error event, before any request.
  "another worker": (url) => new Promise((_, fail) => {
    new Worker(url).onerror = () => fail(new Error("refused"));
  }),
};

/** What each way needs to be there at all. */
const NEEDS = {
  "a request (fetch)": "fetch", "a request (XMLHttpRequest)": "XMLHttpRequest",
  "a line kept open (WebSocket)": "WebSocket",
  "a line kept open (EventSource)": "EventSource",
  "a line kept open (WebTransport)": "WebTransport",
  "a call (WebRTC)": "RTCPeerConnection", "another worker": "Worker",
  "a new window": "open",
};
const DOM = new Set(["a picture", "a script", "a style sheet",
  "fetching ahead", "a frame", "a sound", "a form"]);

const isThere = (way) => {
  if (DOM.has(way)) return typeof document === "object";
  if (way.includes("beacon")) return typeof navigator.sendBeacon === "function";
  return typeof globalThis[NEEDS[way]] === "function";
};

/** Firefox refuses this without a word. */
const MAY_BE_SILENT = new Set(["fetching ahead"]);

/** The names of all ways, in order. */
export const NAMES = Object.keys(WAYS);

/** @typedef {"refused" | "not there" | "no sign" | "got out"} Outcome */

/** @returns {Promise<Record<string, Outcome>>} */
export async function tryAll() {
  const outcomes = {};
  for (const [at, way] of NAMES.entries()) {
    outcomes[way] = isThere(way) ? await attempt(way, `${NOWHERE}/way-${at}`)
      : "not there";
  }
  return outcomes;
}

/** Some ways end by failing, and must not be cut short by the first report. */
const failure = (way, trying) =>
  (way === "a form" ? trying.then(() => "got out")
    : way === "another worker" ? trying : new Promise(() => {}));

/** Refused is what the browser says is refused, by a report of its policy or
    at once, by an error. An address that does not answer proves nothing.
    @param {string} way @param {string} url @returns {Promise<Outcome>} */
async function attempt(way, url) {
  let report;
  const refused = new Promise((done) => {
    // Frames are reported without the address's end.
    report = ({ blockedURI, effectiveDirective }) => {
      const ours = blockedURI.endsWith(new URL(url).pathname) ||
        (way === "a frame" && effectiveDirective === "frame-src");
      if (ours) done("refused");
    };
    addEventListener("securitypolicyviolation", report);
  });
  try {
    const late = new Promise((done) =>
      setTimeout(done, PATIENCE_MS, MAY_BE_SILENT.has(way) ? "no sign" : "got out"));
    const trying = Promise.resolve(WAYS[way](url));
    trying.catch(() => {});
    return await Promise.race([refused, late, failure(way, trying)]);
  } catch (fault) {
    return /refused|security|denied|insecure|policy|blocked/i.test(
      `${fault?.name} ${fault?.message}`) ? "refused" : "got out";
  } finally {
    removeEventListener("securitypolicyviolation", report);
    for (const one of added.splice(0)) one.remove();
  }
}
