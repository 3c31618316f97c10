/* The view "The principles". Drawn when first looked at. */
import {
  anchorOf, drawDocument, filterDocument, foldAll,
} from "../pages/reader.mjs";
import { byId } from "./data.mjs";

/** @param {import("../engine/client.mjs").Client} client
    @param {{show: (view: string, anchor?: string) => void}} goTo */
export function reading(client, goTo) {
  const place = byId("document");
  let drawn = null;

  const draw = () => {
    drawn ??= client.document().then((html) =>
      drawDocument(place, byId("contents"), html));
    return drawn;
  };

  byId("find").addEventListener("input", (event) => {
    const shown = filterDocument(place, event.target.value);
    byId("found").textContent = event.target.value.trim()
      ? `${shown === 1 ? "1 part" : `${shown} parts`} with these words` : "";
  });
  byId("unfold").addEventListener("click", (event) => {
    const button = event.currentTarget;
    const open = button.ariaPressed !== "true";
    button.ariaPressed = String(open);
    foldAll(place, open);
  });
  byId("print-document").addEventListener("click", () => window.print());

  return {
    draw,
    /** @param {string} principle */
    open: (principle) => goTo.show("principles", anchorOf(principle)),
    forget() {
      drawn = null;
    },
  };
}
