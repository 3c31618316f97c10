/* The row of posts to try. */
import { make } from "../pages/make.mjs";
import { SAMPLES } from "../pages/samples.mjs";
import { byId } from "./data.mjs";

/** @param {(sample: {setting: string, text: string}) => void} chosen */
export function samples(chosen) {
  byId("samples").append(...SAMPLES.map((sample) => make("li", {},
    make("button.sample", {
      type: "button", click: () => chosen(sample),
    }, sample.title))));
}
