/* Every editor of the tests: its page, the field to click, and what is special. */

/** @typedef {{name: string, path: string, field: string, frame?: boolean,
      kind: "plain" | "rich"}} Editor */

/** @type {Editor[]} */
export const EDITORS = [
  { name: "textarea", path: "plain?tag=textarea", field: "textarea", kind: "plain" },
  { name: "input", path: "plain?tag=input", field: "input", kind: "plain" },
  { name: "React textarea", path: "react?tag=textarea", field: "textarea", kind: "plain" },
  { name: "React input", path: "react?tag=input", field: "input", kind: "plain" },
  { name: "contenteditable", path: "plain?tag=div", field: "[contenteditable]", kind: "rich" },
  { name: "Lexical", path: "lexical", field: "#host", kind: "rich" },
  { name: "Draft.js", path: "draft", field: "[contenteditable=true]", kind: "rich" },
  { name: "Quill", path: "quill", field: ".ql-editor", kind: "rich" },
  { name: "ProseMirror", path: "prosemirror", field: ".ProseMirror", kind: "rich" },
  { name: "Tiptap", path: "tiptap", field: ".ProseMirror", kind: "rich" },
  { name: "Slate", path: "slate", field: "[data-slate-editor]", kind: "rich" },
  { name: "CKEditor 5", path: "ckeditor", field: ".ck-content", kind: "rich" },
  { name: "TinyMCE", path: "tinymce", field: "body", frame: true, kind: "rich" },
  { name: "Trix", path: "trix", field: "trix-editor", kind: "rich" },
  { name: "CodeMirror 6", path: "codemirror", field: ".cm-content", kind: "rich" },
  { name: "SunEditor", path: "suneditor", field: ".sun-editor-editable", kind: "rich" },
  { name: "Gutenberg", path: "gutenberg", field: "p[contenteditable]", kind: "rich" },
];
