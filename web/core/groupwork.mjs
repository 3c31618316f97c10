/* What a group writes about scenarios: answers to questions, and the draft in
   their own words. In memory; written to one Markdown file that people can
   read, and read from it again. */

/** @typedef {{title: string, rewrite: string | null, answers: string[],
      questions: string[]}} Entry `rewrite` null: the draft was not touched */
/** @typedef {{line: number, message: string, text: string}} Fault */

export const HEAD = "# Our group’s work with Earshot";

export class GroupWork {
  /** @type {Map<string, Entry>} by "pack/scenario" */
  entries = new Map();
  /** whether there is something that is in no file yet */
  unsaved = false;
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {() => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** @param {string} key @returns {Entry | undefined} */
  of(key) {
    return this.entries.get(key);
  }

  /** @param {string} key @param {{title: string, questions: string[]}} scenario
      @param {{rewrite?: string | null, answer?: [number, string]}} change */
  note(key, { title, questions }, { rewrite, answer }) {
    const before = this.entries.get(key) ??
      { title, questions, rewrite: null, answers: [] };
    const entry = { ...before, title, questions };
    if (rewrite !== undefined) entry.rewrite = rewrite;
    if (answer) {
      entry.answers = [...entry.answers];
      entry.answers[answer[0]] = answer[1];
    }
    if (JSON.stringify(entry) === JSON.stringify(before)) return;
    if (isEmpty(entry)) this.entries.delete(key);
    else this.entries.set(key, entry);
    this.unsaved = this.entries.size > 0;
    this.#tell();
  }

  /** @param {Map<string, Entry>} entries from a file; they take the place of
        what is here about the same scenarios */
  take(entries) {
    for (const [key, entry] of entries) this.entries.set(key, entry);
    this.#tell();
  }

  saved() {
    this.unsaved = false;
    this.#tell();
  }
}

/** @param {Entry} entry */
const isEmpty = ({ rewrite, answers }) =>
  rewrite === null && answers.every((answer) => !answer);

/** A text to the letter, whatever is in it. @param {string} text */
const quote = (text) => text.split("\n").map((line) => `> ${line}`).join("\n");

/** @param {Map<string, Entry>} entries @returns {string} Markdown */
export function writeWork(entries) {
  const parts = [HEAD, "Open this file in Earshot under “Teach” to go on with " +
    "it. Only what stands behind a > is read back."];
  for (const [key, { title, rewrite, answers, questions }] of entries) {
    parts.push(`## ${title} \`${key}\``);
    if (rewrite !== null) parts.push("### Our words", quote(rewrite));
    answers.forEach((answer, n) => {
      if (!answer) return;
      parts.push(`### ${n + 1}. ${questions[n] ?? "A question"}`, quote(answer));
    });
  }
  return `${parts.join("\n\n")}\n`;
}

/** Reads what writeWork wrote, or what somebody changed in it. What cannot be
    read is named by its line, and the rest is there.
    @param {string} text
    @returns {{entries: Map<string, Entry>, faults: Fault[]}} */
export function readWork(text) {
  const reader = new Reader();
  text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/).forEach((line, n) =>
    reader.line(line, n + 1));
  return reader.end();
}

class Reader {
  /** @type {Map<string, Entry>} */
  entries = new Map();
  /** @type {Fault[]} */
  faults = [];
  /** @type {Entry | null} */
  #entry = null;
  /** where a quote goes: the rewrite, the answer of that number, or nowhere
      @type {"rewrite" | number | null} */
  #into = null;
  /** @type {string[] | null} */
  #quote = null;
  /** prose before the first heading is the file's own */
  #begun = false;

  #fault(line, text, message) {
    this.faults.push({ line, text, message });
  }

  #endQuote() {
    const quoted = this.#quote?.join("\n");
    this.#quote = null;
    if (quoted === undefined || !this.#entry) return;
    if (this.#into === "rewrite") this.#entry.rewrite = quoted;
    else this.#entry.answers[/** @type {number} */ (this.#into)] = quoted;
  }

  /** @param {string} line @param {number} n */
  line(line, n) {
    const quoted = /^> ?(.*)$/.exec(line);
    if (!quoted) this.#endQuote();
    if (quoted) this.#quoted(quoted[1], line, n);
    else if (line.startsWith("## ")) this.#scenario(line, n);
    else if (line.startsWith("### ")) this.#part(line, n);
    else if (line.trim() && this.#begun) {
      this.#fault(n, line, "This line is not behind a >, so it is left out.");
    }
  }

  #quoted(text, line, n) {
    if (this.#into === null || !this.#entry) {
      if (this.#quote === null && this.#begun) {
        this.#fault(n, line, "It is not clear what this belongs to, so it is left out.");
      }
      this.#quote = [];
      return;
    }
    this.#quote = [...(this.#quote ?? []), text];
  }

  #scenario(line, n) {
    this.#begun = true;
    this.#into = null;
    const found = /^## (.*?) ?`([a-z0-9-]+\/[a-z0-9-]+)`\s*$/.exec(line);
    this.#entry = found
      ? { title: found[1], rewrite: null, answers: [], questions: [] } : null;
    if (found) this.entries.set(found[2], this.#entry);
    else {
      this.#fault(n, line, "This heading does not end in the name of a " +
        "situation, such as `scenarios/first-visit`. What stands below it is left out.");
    }
  }

  #part(line, n) {
    if (!this.#entry) return;
    const numbered = /^### (\d{1,3})\. ?(.*)$/.exec(line);
    this.#into = null;
    if (/^### Our words\s*$/.test(line)) this.#into = "rewrite";
    else if (numbered && Number(numbered[1]) > 0) {
      this.#into = Number(numbered[1]) - 1;
      this.#entry.questions[this.#into] = numbered[2];
    } else {
      this.#fault(n, line, "This heading is neither “Our words” nor a numbered " +
        "question. What stands below it is left out.");
    }
  }

  end() {
    this.#endQuote();
    for (const [key, entry] of this.entries) {
      entry.answers = Array.from(entry.answers, (answer) => answer ?? "");
      entry.questions = Array.from(entry.questions, (one) => one ?? "");
      if (isEmpty(entry)) this.entries.delete(key);
    }
    if (!this.#begun) {
      this.#fault(1, "", "There is no situation in this file. It may be another kind of file.");
    }
    return { entries: this.entries, faults: this.faults };
  }
}
