/* WordPress' classic editor and Blogger: TinyMCE, in a frame of its own. */
import tinymce from "tinymce";
import "tinymce/icons/default/icons";
import "tinymce/models/dom/model";
import "tinymce/themes/silver/theme";
import "tinymce/skins/ui/oxide/skin.css";

let tiny;
window.editor = { text: () => tiny.getContent({ format: "text" }).trimEnd() };
window.starting = tinymce.init({
  selector: "#host", license_key: "gpl", menubar: false, toolbar: "bold",
  skin: false, content_css: false, branding: false, promotion: false,
  height: 220, iframe_attrs: { title: "Your post" },
}).then(([made]) => { tiny = made; });
