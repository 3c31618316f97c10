/* ways.js: beside the scripts of the background and of the engine's page, so
   that "Check for yourself" can have them try. Only a page of ours may ask, the
   question carries nothing but the part's name, and nothing is passed on. */
import "../pages/guard.mjs";
import { api } from "../browser.mjs";
import { tryAll } from "./ways.mjs";

const part = /offscreen\.html$/.test(location.pathname) ? "offscreen"
  : "background";

api.runtime.onMessage.addListener((message, { url }, reply) => {
  if (message?.to !== "ways" || message.part !== part) return false;
  if (!url?.startsWith(api.runtime.getURL("check.html"))) return false;
  tryAll().then(reply);
  return true;
});
