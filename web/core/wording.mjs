/* Nobody should read the same sentence every day. Which wording is shown turns
   with the day and with how often the principle has spoken; while a reminder
   is on the page its wording stays. Numbers are all that is kept. */

export class Wordings {
  #spoken = new Map();
  #chosen = new Map();

  /** @param {number} seed any whole number, the day for one */
  constructor(seed) {
    this.seed = seed;
  }

  /** @param {string} principle @param {string} fingerprint of the finding
      @param {number} count of wordings @returns {number} which one */
  pick(principle, fingerprint, count) {
    if (count < 2) return 0;
    const key = `${principle} ${fingerprint}`;
    if (!this.#chosen.has(key)) {
      const turn = this.#spoken.get(principle) ?? 0;
      this.#spoken.set(principle, turn + 1);
      this.#chosen.set(key, this.seed + turn);
    }
    return this.#chosen.get(key) % count;
  }
}

/** @param {Date} date @returns {number} days, the same for a whole day */
export function dayNumber(date) {
  const midnight = Date.UTC(
    date.getFullYear(), date.getMonth(), date.getDate());
  return Math.floor(midnight / 86400000);
}
