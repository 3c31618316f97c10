/* The one element of ours on a page: it covers the window, lets every click
   through, and lies in the top layer. What is in it stands in a closed shadow
   tree. It never stands under an editing host. */

/** So that who comes after an update finds what is left of who was before. */
const LEFT = "[data-earshot]";

/** Takes away what an earlier version of ours left standing. */
export function sweep() {
  for (const left of document.querySelectorAll(LEFT)) left.remove();
}

export class Layer {
  #host = null;
  #root = null;
  #skin = null;
  /** how often the page took it away from this field */
  #lost = 0;

  /** @param {{mode: "open" | "closed", css: string, frame?: any}} options
        `frame`: that we are in, to stand in the page around it */
  constructor({ mode, css, frame = null }) {
    this.mode = mode;
    this.css = css;
    this.frame = frame;
    this.#make();
  }

  #make() {
    const home = this.frame?.ownerDocument ?? document;
    const host = home.createElement("div");
    host.popover = "manual";
    host.dataset.earshot = "";
    this.#root = host.attachShadow({ mode: this.mode });
    // A document takes no sheet of another.
    const sheet = home === document ? new CSSStyleSheet()
      : new home.defaultView.CSSStyleSheet();
    sheet.replaceSync(this.css);
    this.#root.adoptedStyleSheets = [sheet];
    // Colours and type hang on this one: a page's own custom properties reach
    // the host, but not it.
    this.#skin = document.createElement("div");
    this.#skin.className = "skin";
    // Whatever the page is written in.
    this.#skin.lang = "en";
    this.#skin.dir = "ltr";
    this.#root.append(this.#skin);
    this.#host = host;
  }

  /** Where everything of ours goes. @returns {HTMLElement} */
  get skin() {
    return this.#skin;
  }

  /** @returns {Element | null} what has the focus in here */
  get focused() {
    return this.#root.activeElement;
  }

  /** Whether an event came from within. @param {Event} event */
  holds(event) {
    return event.composedPath().includes(this.#host);
  }

  /** Puts the layer where it can be seen and used for this field: a modal
      dialog makes everything outside it inert, so it must stand inside.
      @param {Element} field @returns {boolean} whether it stands */
  show(field) {
    const parent = homeOf(field);
    const host = this.#host;
    try {
      if (host.parentNode !== parent || !host.isConnected) {
        if (this.#lost > MOST_LOST) return false;
        this.#lost += 1;
        parent.append(host);
      }
      if (!host.matches(":popover-open")) host.showPopover();
      // A page that is zoomed by its style would zoom us as well.
      const zoom = host.currentCSSZoom ?? 1;
      this.#skin.style.zoom = zoom === 1 ? "" : String(1 / zoom);
    } catch {
      return false;
    }
    return true;
  }

  /** A new field: whatever the last page part did is forgotten. */
  forgive() {
    this.#lost = 0;
  }

  get stands() {
    return this.#host.isConnected && this.#host.matches(":popover-open");
  }

  /** Whether it stands where it must for this field. @param {Element} field */
  standsFor(field) {
    return this.stands && this.#host.parentNode === homeOf(field);
  }

  hide() {
    this.#host.remove();
  }
}

/** A page that takes us away this often for one field does not want us. */
const MOST_LOST = 5;

/** @param {Element} field */
function homeOf(field) {
  for (let at = field; at; at = parentOf(at)) {
    if (at.matches("dialog:modal, [aria-modal='true']")) return at;
  }
  const { fullscreenElement, documentElement } = field.ownerDocument;
  if (fullscreenElement && /^(div|section|main|body|html)$/.test(
    fullscreenElement.localName)) return fullscreenElement;
  return documentElement;
}

/** Upwards, out of shadow trees as well. @param {Element} element */
const parentOf = (element) => element.parentElement ??
  /** @type {any} */ (element.getRootNode()).host ?? null;
