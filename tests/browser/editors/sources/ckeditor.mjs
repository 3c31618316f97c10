/* University and council pages: CKEditor 5. */
import { Bold, ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";

let ck;
window.editor = {
  text: () => [...ck.model.document.getRoot().getChildren()]
    .map((block) => [...block.getChildren()].map((node) => node.data).join(""))
    .join("\n"),
};
window.starting = ClassicEditor.create(document.querySelector("#host"), {
  licenseKey: "GPL", plugins: [Essentials, Paragraph, Bold], toolbar: ["bold"],
}).then((made) => { ck = made; });
