/* Discord and many smaller sites: Slate, which fires no `input`. */
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { Node, createEditor } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";

const EMPTY = [{ type: "paragraph", children: [{ text: "" }] }];
const slate = withHistory(withReact(createEditor()));

/** Slate has no undo of its own keys. */
function onKeyDown(event) {
  if (event.key !== "z" || !event.ctrlKey) return;
  event.preventDefault();
  slate.undo();
}

function Page() {
  const [initialValue] = useState(EMPTY);
  return createElement(Slate, { editor: slate, initialValue },
    createElement(Editable, { onKeyDown }));
}

createRoot(document.querySelector("#host")).render(createElement(Page));
window.editor = {
  text: () => slate.children.map((node) => Node.string(node)).join("\n"),
};
