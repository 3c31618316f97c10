/* A place to write that looks like its medium: enough to feel the room, with
   nobody's name or colours on it. */
import { readSetting } from "../../core/setting.mjs";
import { make } from "../make.mjs";

const KINDS = {
  tweet: "short", facebook: "short", linkedin: "short", comment: "comment",
  forum: "comment", blog: "blog", "group-post": "group", whatsapp: "chat",
  instagram: "caption", tiktok: "caption",
};

const WHERE = {
  short: "A new post", comment: "Your reply", blog: "Your blog",
  group: "In the group", chat: "Your message", caption: "Words for a picture",
};

const SEEN = {
  open: "Anyone can see this", locked: "Your followers can see this",
  group: "Everybody in the group can see this", dm: "One person can see this",
};

/** @param {string} text a setting as it is written */
export function kindOf(text) {
  const { audience, medium } = readSetting(text);
  return audience === "dm" ? "chat" : KINDS[medium];
}

/** @param {{setting: string, writer: string}} scenario
    @param {HTMLElement} inside the field, or words */
export function composer({ setting, writer }, inside) {
  const kind = kindOf(setting);
  const { audience, identity } = readSetting(setting);
  const name = writer || (identity === "anon" ? "Somebody" : "You");
  return make("div.composer", { data: { kind } },
    kind === "comment" && above(),
    make("div.composer-top", {},
      make("span.avatar", { "aria-hidden": "true" }, initials(name)),
      make("span", {}, make("strong", {}, name),
        make("span.where", {}, audience === "group" && kind !== "group"
          ? `${WHERE[kind]}, in a group` : WHERE[kind]))),
    kind === "caption" && make("div.picture", { "aria-hidden": "true" },
      make("span", {}, "▷")),
    inside,
    make("p.composer-foot", {}, SEEN[audience]));
}

/** Somebody else's post, of which nothing is told. */
const above = () => make("div.above", { "aria-hidden": "true" },
  make("span.avatar"), make("span.lines", {}, make("i"), make("i"), make("i")));

/** @param {string} name */
function initials(name) {
  const parts = name.replace(/,.*$/, "").split(/\s+/).filter(Boolean);
  const letter = (part) => [...(part ?? "")][0] ?? "";
  const both = parts.length > 1
    ? letter(parts[0]) + letter(parts[parts.length - 1]) : letter(parts[0]);
  return both.toUpperCase();
}
