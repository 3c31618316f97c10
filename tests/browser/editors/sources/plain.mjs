/* Fields as HTML has them: ?tag=textarea, input or div. */
const tag = new URLSearchParams(location.search).get("tag") ?? "textarea";
const field = document.createElement(tag);
field.setAttribute("aria-label", "Your post");
if (tag === "div") field.contentEditable = "true";
if (tag === "textarea") field.rows = 4;
document.querySelector("#host").append(field);

/** A line for each block, as a person counts them. */
const lines = () => field.innerText.replace(/\n$/, "");
window.editor = { text: () => (tag === "div" ? lines() : field.value) };
