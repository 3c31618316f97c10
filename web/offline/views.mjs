/* The views in one page, by the address's hash, so that back, forward and
   bookmarks work. */
import { byId } from "./data.mjs";

const VIEWS = ["check", "teach", "principles", "pack", "about"];

/** @param {Record<string, (path: string) => void | Promise<void>>} before what
    a view needs done before it is looked at; `path` is what the hash says after
    the view's name and a slash */
export function views(before) {
  async function follow(moved = true) {
    const hash = decodeURIComponent(location.hash.slice(1));
    const inside = /^(principle|part)-/.test(hash);
    const [named, ...rest] = hash.split("/");
    const view = inside ? "principles" : VIEWS.includes(named) ? named : "check";
    for (const name of VIEWS) {
      byId(`${name}-view`).hidden = name !== view;
      const link = byId(`to-${name}`);
      link.ariaCurrent = name === view ? "page" : null;
    }
    document.documentElement.dataset.view = view;
    await before[view]?.(rest.join("/"));
    if (!moved) return;
    const target = inside || hash === "draft"
      ? document.getElementById(hash) : byId(`${view}-title`);
    target?.focus({ preventScroll: true });
    if (inside) target?.scrollIntoView();
    else scrollTo(0, 0);
  }

  addEventListener("hashchange", () => follow());
  return {
    start: () => follow(false),
    /** @param {string} view @param {string} [anchor] */
    show(view, anchor) {
      const hash = `#${anchor ?? view}`;
      if (location.hash === hash) follow();
      else location.hash = hash;
    },
  };
}
