/* Pages that get in the way: policies, frames, shadow roots, dialogs, pages
   that fight whatever is added to them. Each has one field to type into,
   #field, somewhere; `window.editor.text()` reads it. */

const page = (body, script = "", style = "") => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Page</title><style>
  body { font: 16px/1.5 sans-serif; margin: 40px; }
  textarea, [contenteditable] { display: block; width: 420px; min-height: 90px;
    box-sizing: border-box; border: 1px solid #888; padding: 8px; font: inherit; }
  ${style}
</style>${body}<button id="elsewhere">Elsewhere</button>
${script ? `<script nonce="n1">${script}</script>` : ""}</html>`;

const TEXTAREA = `<textarea id="field" aria-label="Your post"></textarea>`;
const EDITABLE = `<div id="field" contenteditable role="textbox" aria-label="Your post"></div>`;
const READ = `window.editor = { text: () => {
  const field = document.querySelector("#field");
  return field.value ?? field.innerText.replace(/\\n$/, "");
} };`;

const inShadow = (mode, field) => page(`<div id="outer"></div>`, `
  const root = document.querySelector("#outer").attachShadow({ mode: "${mode}" });
  root.innerHTML = \`<style>textarea, [contenteditable] { display: block;
    width: 420px; min-height: 90px; border: 1px solid; }</style>${field}\`;
  window.editor = { text: () => {
    const field = root.querySelector("#field");
    return field.value ?? field.innerText;
  }, focus: () => root.querySelector("#field").focus() };`);

const framed = (attributes) => page(`<iframe title="A post" width="500" height="300"
  ${attributes}></iframe>`);

/** @type {Record<string, {headers?: Record<string, string>,
      html: string | ((query: URLSearchParams) => string)}>} */
export const HOSTILE = {
  textarea: { html: page(TEXTAREA, READ) },
  editable: { html: page(EDITABLE, READ) },
  policy: {
    headers: { "content-security-policy":
      "default-src 'none'; script-src 'nonce-n1'; style-src 'unsafe-inline'; " +
      "frame-src 'none'; connect-src 'none'; worker-src 'none'" },
    html: page(EDITABLE, READ),
  },
  "trusted-types": {
    headers: { "content-security-policy":
      "require-trusted-types-for 'script'; trusted-types 'none'" },
    html: page(EDITABLE, READ),
  },
  sandbox: {
    headers: { "content-security-policy": "sandbox allow-scripts" },
    html: page(EDITABLE, READ),
  },
  fights: {
    html: page(EDITABLE, `${READ}
      /* Throws out whatever is not its own, and wipes highlights when told. */
      const own = new Set(document.querySelectorAll("*"));
      window.thrown = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) {
          if (node.nodeType !== 1 || own.has(node)) continue;
          if (node.closest("[contenteditable]")) continue;
          node.remove();
          window.thrown += 1;
        }
      }).observe(document, { childList: true, subtree: true });
      window.wipe = () => CSS.highlights.clear();`),
  },
  rewrites: {
    html: page(`<main>${TEXTAREA}</main>`, `${READ}
      window.rewrite = () => {
        const { value } = document.querySelector("#field");
        document.body.innerHTML = '<textarea id="field" aria-label="New"></textarea>';
        document.querySelector("#field").value = value;
      };`),
  },
  modal: {
    html: page(`<dialog id="dialog" aria-label="New post">${EDITABLE}
      <button>Post</button></dialog>`, `${READ}
      document.querySelector("#dialog").showModal();`),
  },
  trap: {
    html: page(`<div id="box" role="dialog" aria-modal="true" aria-label="New post">
      ${EDITABLE}<button id="post">Post</button></div><p tabindex="0">Behind</p>`, `${READ}
      /* As many sites do it: focus that leaves the box is thrown back. */
      const box = document.querySelector("#box");
      window.thrownBack = 0;
      document.addEventListener("focusin", (event) => {
        if (box.contains(event.target)) return;
        window.thrownBack += 1;
        document.querySelector("#field").focus();
      });
      /* The key that closes our card is not for this. */
      addEventListener("keyup", ({ key }) => key === "Escape" && box.remove());`),
  },
  // As some editors are: a paste over several nodes lands at the end, and only
  // their own Control+Z puts it right.
  astray: {
    html: page(EDITABLE, `${READ}
      const field = document.querySelector("#field");
      field.innerHTML = "Now we <b>peram</b>bulate, past a red lantern. Ok.";
      let before = null;
      field.addEventListener("paste", (event) => {
        event.preventDefault();
        before = field.innerHTML;
        getSelection().deleteFromDocument();
        field.append(event.clipboardData.getData("text/plain"));
      });
      field.addEventListener("keydown", (event) => {
        if (!event.ctrlKey || event.key !== "z" || before === null) return;
        event.preventDefault();
        field.innerHTML = before;
        before = null;
      });`),
  },
  // As CKEditor 4 does: what is typed is one step of its history until a key
  // moves the caret; Control+Z goes back to the end of the last step.
  steps: {
    html: page(EDITABLE, `${READ}
      const field = document.querySelector("#field");
      const steps = [""];
      field.addEventListener("keydown", (event) => {
        if (event.ctrlKey && event.key === "z") {
          event.preventDefault();
          if (steps.at(-1) === field.innerHTML) steps.pop();
          field.innerHTML = steps.at(-1) ?? "";
        } else if (event.keyCode >= 33 && event.keyCode <= 40 &&
          steps.at(-1) !== field.innerHTML) steps.push(field.innerHTML);
      });`),
  },
  // As others do, when they are told of a change: the focus goes to a field of
  // their own and comes back.
  restless: {
    html: page(`${EDITABLE}<div id="aside" contenteditable></div>`, `${READ}
      const field = document.querySelector("#field");
      field.addEventListener("beforeinput", () => {
        const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
        document.querySelector("#aside").focus();
        field.focus();
        getSelection().setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      });`),
  },
  "open-shadow": { html: inShadow("open", EDITABLE) },
  "closed-shadow": { html: inShadow("closed", EDITABLE) },
  "open-shadow-textarea": { html: inShadow("open", TEXTAREA) },
  "closed-shadow-textarea": { html: inShadow("closed", TEXTAREA) },
  "same-origin": { html: framed(`src="/hostile/editable"`) },
  srcdoc: { html: framed(`srcdoc="<!doctype html><title>x</title><div id='field'
    contenteditable style='min-height:60px'></div>"`) },
  "cross-origin": {
    html: (query) => framed(`src="http://localhost:${query.get("port")}/hostile/editable"`),
  },
  rtl: { html: page(`<div dir="rtl">${TEXTAREA}</div>`, READ) },
  "rtl-editable": { html: page(`<div dir="rtl">${EDITABLE}</div>`, READ) },
  scrolled: {
    html: page(`<div style="height: 700px">Above</div>${TEXTAREA}
      <div style="height: 1500px">Below</div>`, READ, "textarea { height: 90px }"),
  },
  transformed: {
    html: page(`<div style="transform: scale(1.3); transform-origin: 0 0">
      ${TEXTAREA}</div>`, READ),
  },
  zoomed: { html: page(`<div style="zoom: 1.5">${TEXTAREA}</div>`, READ) },
  long: {
    html: page(EDITABLE, `${READ}
      window.fill = (n) => {
        const line = "Rain all day and crisps for lunch, then home. ";
        const field = document.querySelector("#field");
        for (let i = 0; i * line.length < n; i += 20) {
          const block = document.createElement("div");
          block.textContent = line.repeat(20);
          field.append(block);
        }
      };`),
  },
  "long-textarea": {
    html: page(TEXTAREA, `${READ}
      window.fill = (n) => {
        const line = "Rain all day and crisps for lunch, then home. ";
        document.querySelector("#field").value =
          line.repeat(Math.ceil(n / line.length));
      };`),
  },
  secret: {
    html: page(`<input id="field" type="password" aria-label="Password">
      <input id="code" autocomplete="one-time-code" aria-label="Code">
      <input id="card" autocomplete="cc-number" aria-label="Card">
      <textarea id="fixed" readonly aria-label="Fixed"></textarea>`, READ),
  },
};
