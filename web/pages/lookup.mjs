/* From the ids in a finding to the words in the packs. An id that is not there
   (packs were changed while an answer was on its way) gets plain words. */

/** @param {{packs: any[], principles: any[]}} packs */
export function lookup({ packs, principles }) {
  const titles = new Map(packs.map(({ id, title, version }) =>
    [id, version ? `${title} (${version})` : title]));
  const signalOf = (one, id) => one.signals?.find((signal) => signal.id === id);
  return {
    /** Two packs may have a principle of the same name: the one that has the
        signal is meant.
        @param {{principle: string, signal: string}} finding */
    principle({ principle: id, signal }) {
      const named = principles.filter((one) => one.id === id);
      return named.find((one) => signalOf(one, signal)) ?? named[0] ??
        { id, title: id, wordings: [""], question: "", instead: [] };
    },
    /** @param {{principle: string, signal: string}} finding */
    signal(finding) {
      return signalOf(this.principle(finding), finding.signal);
    },
    /** @param {string} id */
    pack: (id) => titles.get(id) ?? id,
  };
}
