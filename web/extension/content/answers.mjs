/* What the person answered, here at once, and kept by the background. Findings
   come with their fingerprints: the key to them never comes to a page. */
import { Dismissals } from "../../core/dismiss.mjs";
import { ASK } from "../messages.mjs";
import { ask } from "./link.mjs";

export class Answers extends Dismissals {
  #kept = [];

  /** @param {(fault: Error) => void} failed to keep an answer */
  constructor(failed) {
    super(null, null);
    this.failed = failed;
  }

  /** @param {string} _text @param {any} finding */
  async mark(_text, finding) {
    return finding;
  }

  #send(answer, findings) {
    const brief = findings.map(({ pack, principle, signal, fingerprint }) =>
      ({ pack, principle, signal, fingerprint }));
    const sent = ask(ASK.answer, { answer, findings: brief });
    sent.catch(this.failed);
    this.#kept.push(sent);
  }

  keep(findings) {
    super.keep(findings);
    this.#send("keep", findings);
  }

  irrelevant(findings) {
    super.irrelevant(findings);
    this.#send("irrelevant", findings);
  }

  undo() {
    this.#kept.pop()?.then(({ id }) => ask(ASK.takeBack, { id }))
      .catch(this.failed);
    return super.undo();
  }
}
