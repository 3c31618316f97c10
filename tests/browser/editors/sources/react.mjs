/* Fields that React holds the value of: comment boxes everywhere. */
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

let held = "";

function Page({ tag }) {
  const [value, change] = useState("");
  held = value;
  return createElement(tag, {
    value, rows: tag === "textarea" ? 4 : undefined, "aria-label": "Your comment",
    onChange: (event) => change(event.target.value),
  });
}

const tag = new URLSearchParams(location.search).get("tag") ?? "textarea";
createRoot(document.querySelector("#host")).render(createElement(Page, { tag }));
window.editor = { text: () => held };
