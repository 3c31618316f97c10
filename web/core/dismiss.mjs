/* What the person has answered: "keep it" for these words, "not relevant" for
   this kind of reminder. Nothing here holds text: words are remembered by an
   HMAC under a key that is made anew each time and never leaves. */
import { shiftSpan } from "./shift.mjs";

/** @typedef {import("../engine/engine.mjs").Finding} Finding */
/** @typedef {Finding & {fingerprint: string}} Marked */

const LEVELS = ["cheer", "ask", "note", "pause", "hold"];

/** @param {string} level */
export const rank = (level) => LEVELS.indexOf(level);

const encoder = new TextEncoder();
const kindOf = ({ pack, principle, signal }) =>
  JSON.stringify([pack, principle, signal]);

export class Dismissals {
  /** Both null where findings come with their fingerprints (the extension's
      content scripts, which must not hold the key).
      @param {SubtleCrypto | null} subtle
      @param {Uint8Array<ArrayBuffer> | null} secret */
  constructor(subtle, secret) {
    this.subtle = subtle;
    this.key = subtle?.importKey(
      "raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    /** @type {{answer: string, fingerprints: Set<string>, kinds: Set<string>,
          spans: {start: number, end: number, kind: string, level: number}[],
          count: number}[]} */
    this.answers = [];
  }

  /** The fingerprint of a finding in its text. Case and runs of space do not
      count: they are not what the reminder was about.
      @param {string} text @param {Finding} finding @returns {Promise<Marked>} */
  async mark(text, finding) {
    const words = text.slice(finding.start, finding.end)
      .toLowerCase().replace(/\s+/g, " ").trim();
    const bytes = encoder.encode(`${kindOf(finding)}\n${words}`);
    const signed = await this.subtle.sign("HMAC", await this.key, bytes);
    const first = new Uint8Array(signed, 0, 16);
    const fingerprint = [...first]
      .map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return { ...finding, fingerprint };
  }

  /** "Keep it": never again for these words. While they stay untouched, not
      even when more words join them, unless it becomes more pressing.
      @param {Marked[]} findings */
  keep(findings) {
    this.answers.push({
      answer: "keep",
      count: findings.length,
      kinds: new Set(),
      fingerprints: new Set(findings.map((one) => one.fingerprint)),
      spans: findings.map((one) => ({
        start: one.start, end: one.end,
        kind: kindOf(one), level: rank(one.level),
      })),
    });
  }

  /** "Not relevant": this kind of reminder stays away until the page closes.
      @param {Marked[]} findings */
  irrelevant(findings) {
    this.answers.push({
      answer: "irrelevant",
      count: findings.length,
      kinds: new Set(findings.map(kindOf)),
      fingerprints: new Set(),
      spans: [],
    });
  }

  /** Takes the last answer back. @returns {boolean} whether there was one */
  undo() {
    return this.answers.pop() !== undefined;
  }

  clear() {
    this.answers = [];
  }

  /** @param {Marked} finding */
  covers(finding) {
    const kind = kindOf(finding);
    return this.answers.some(({ kinds, fingerprints, spans }) =>
      kinds.has(kind) ||
      fingerprints.has(finding.fingerprint) ||
      spans.some((span) => span.kind === kind &&
        span.start < finding.end && finding.start < span.end &&
        rank(finding.level) <= span.level));
  }

  /** @param {import("./shift.mjs").Edit} edit */
  shift(edit) {
    for (const answer of this.answers) {
      answer.spans = answer.spans
        .map((span) => shiftSpan(span, edit))
        .filter((span) => span !== null);
    }
  }
}
