/* Substack and Reddit's composer are of Tiptap's family. */
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

const tiptap = new Editor({
  element: document.querySelector("#host"), extensions: [StarterKit],
});
window.editor = { text: () => tiptap.getText({ blockSeparator: "\n" }) };
