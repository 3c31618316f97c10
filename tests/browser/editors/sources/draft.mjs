/* X (Twitter) and older Facebook pages write in Draft.js. */
import { Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { render } from "react-dom";

let state;

function Page() {
  const [current, change] = useState(() => EditorState.createEmpty());
  state = current;
  return createElement(Editor, { editorState: current, onChange: change });
}

render(createElement(Page), document.querySelector("#host"));
window.editor = { text: () => state.getCurrentContent().getPlainText("\n") };
