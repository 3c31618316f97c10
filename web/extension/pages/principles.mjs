/* The packs' own documents. A card's "read the principle" comes here. */
import "./guard.mjs";
import { drawDocument, filterDocument, foldAll } from "../../pages/reader.mjs";
import { ASK } from "../messages.mjs";
import { ask, byId, ready } from "./page.mjs";

const place = byId("document");

/** The address's hash, once there is something to go to. */
function goToHash() {
  const id = decodeURIComponent(window.location.hash.slice(1));
  const heading = id && document.getElementById(id);
  if (!heading) return;
  heading.scrollIntoView();
  heading.focus();
}

byId("find").addEventListener("input", ({ currentTarget }) => {
  const shown = filterDocument(place, currentTarget.value);
  byId("found").textContent = currentTarget.value.trim()
    ? `${shown === 1 ? "1 part" : `${shown} parts`} with these words` : "";
});
byId("unfold").addEventListener("click", ({ currentTarget }) => {
  const open = currentTarget.ariaPressed !== "true";
  currentTarget.ariaPressed = String(open);
  foldAll(place, open);
});
byId("print-document").addEventListener("click", () => window.print());
window.addEventListener("hashchange", goToHash);

ask(ASK.document).then((html) => {
  drawDocument(place, byId("contents"), html);
  goToHash();
  ready();
});
