/* LinkedIn posts (and Slack, once) are written in Quill. */
import Quill from "quill";
import "quill/dist/quill.snow.css";

const quill = new Quill("#host", { theme: "snow" });
window.editor = { text: () => quill.getText().replace(/\n$/, "") };
