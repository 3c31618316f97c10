/* Facebook, Instagram, Threads, WhatsApp Web and Messenger write in Lexical. */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $getRoot, createEditor } from "lexical";

const host = document.querySelector("#host");
host.contentEditable = "true";
const lexical = createEditor({
  namespace: "page", onError: (error) => { throw error; },
});
lexical.setRootElement(host);
registerRichText(lexical);
registerHistory(lexical, createEmptyHistoryState(), 300);
lexical.update(() => {
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
}, { discrete: true });

window.editor = {
  text: () => lexical.getEditorState().read(() => $getRoot().getTextContent()),
};
