/* WordPress' block editor: a list of blocks, each a field of its own. The
   paragraph block stands in the block library, which weighs a gigabyte; what
   it does is these ten lines, over the same RichText. */
import {
  BlockEditorProvider, BlockList, ObserveTyping, RichText, WritingFlow,
  useBlockProps,
} from "@wordpress/block-editor";
import { createBlock, registerBlockType, setDefaultBlockName } from "@wordpress/blocks";
import { SlotFillProvider } from "@wordpress/components";
import "@wordpress/block-editor/build-style/content.css";
import { createElement as make, useState } from "react";
import { createRoot } from "react-dom/client";

registerBlockType("core/paragraph", {
  apiVersion: 3, title: "Paragraph", category: "text",
  attributes: { content: { type: "rich-text", source: "rich-text", selector: "p" } },
  supports: { splitting: true, className: false },
  edit: ({ attributes, setAttributes }) => make(RichText, {
    identifier: "content", tagName: "p", ...useBlockProps(),
    value: attributes.content,
    onChange: (content) => setAttributes({ content }),
  }),
  save: ({ attributes }) =>
    make(RichText.Content, { tagName: "p", value: attributes.content }),
});
setDefaultBlockName("core/paragraph");

let blocks = [];

function Page() {
  const [value, change] = useState(() => [createBlock("core/paragraph")]);
  blocks = value;
  return make(SlotFillProvider, null,
    make(BlockEditorProvider, { value, onInput: change, onChange: change, settings: {} },
      make(WritingFlow, null, make(ObserveTyping, null, make(BlockList)))));
}

createRoot(document.querySelector("#host")).render(make(Page));
window.editor = {
  text: () => blocks.map(({ attributes }) =>
    attributes.content?.toPlainText?.() ?? String(attributes.content ?? "")).join("\n"),
};
