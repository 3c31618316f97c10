/* Markdown fields of forums and Joplin-like tools: CodeMirror 6. */
import { minimalSetup } from "codemirror";
import { EditorView } from "@codemirror/view";

const view = new EditorView({
  parent: document.querySelector("#host"),
  extensions: [minimalSetup, EditorView.lineWrapping],
});
window.editor = { text: () => view.state.doc.toString() };
