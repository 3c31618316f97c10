/* Forums and small content systems: SunEditor, which puts a paste at the end of
   the line when the words it replaces are a node of their own. */
import suneditor from "suneditor";
import "suneditor/css/editor";

const field = document.createElement("textarea");
document.querySelector("#host").append(field);
suneditor.create(field, { width: "100%" });
window.editor = {
  text: () => document.querySelector(".sun-editor-editable").innerText
    .replace(/\u200b/g, "").trim(),
};
