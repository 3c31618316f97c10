/* Bluesky's web page, Medium-like editors, Discourse: ProseMirror. */
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import "prosemirror-view/style/prosemirror.css";

const view = new EditorView(document.querySelector("#host"), {
  state: EditorState.create({
    schema,
    plugins: [history(), keymap({ "Mod-z": undo, "Mod-y": redo }),
      keymap(baseKeymap)],
  }),
});
window.editor = {
  text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n"),
};
