/* Basecamp and Rails pages: Trix, a custom element. */
import "trix";
import "trix/dist/trix.css";

const field = document.createElement("trix-editor");
document.querySelector("#host").append(field);
window.editor = {
  text: () => field.editor.getDocument().toString().replace(/\n$/, ""),
};
