/* What the parts say to each other, ordered by whom we trust.

   A content script runs beside strangers' code. It may ask only what stands
   under ASK; whose page it is the browser says (`sender`), never the message.
   Extension pages and the background are ours; what they tell content scripts
   stands under TELL. `to: "engine"` is between background and offscreen page,
   which must not listen to anything that comes from a tab. */

/** Content script or page → background: {ask, ...} → an answer. */
export const ASK = {
  /** {} → {host, off, setting}: what holds for the asking page */
  here: "here",
  /** {by} → null: somebody is about to write; start the engine. `by`: a name that
      a frame gave itself */
  wake: "wake",
  /** {text, kind} → Result, its findings with `fingerprint` */
  check: "check",
  /** {principles: id[]} → {packs, principles}: the words for cards */
  told: "told",
  /** {answer, findings: [{pack, principle, signal, fingerprint}]} → {id} */
  answer: "answer",
  /** {principle, on} → null: less of this */
  quieten: "quieten",
  /** {id} → null: takes an answer back */
  takeBack: "takeBack",
  /** {principle} → null: opens it in a page of ours */
  read: "read",
  /** pages only: {} → HTML of the packs' documents */
  document: "document",
  /** pages only: {packs} → {diagnostics, proof}: tries packs out */
  prove: "prove",
  /** pages only: {} → {version, packs: {packs, principles}, diagnostics} */
  loaded: "loaded",
};

/** Background or page → content scripts of a tab: {tell}. */
export const TELL = {
  /** settings, packs or answers have changed: ask again */
  changed: "changed",
  /** go to the card, by keyboard; from the toolbar or the shortcut */
  openCard: "openCard",
  /** {by}: somebody is about to write in the frame that calls itself so: one
      field at a time */
  elsewhere: "elsewhere",
  /** → Status, from the frame that has the field */
  status: "status",
};

/** What a frame says about itself when asked for its status.
    @typedef {{light: string, line: string, count: number, host: string,
      field: "plain" | "rich" | null,
      groups: {principle: string, level: string, title: string,
        count: number}[]}} Status */
