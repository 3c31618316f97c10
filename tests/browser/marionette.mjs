/* Firefox's own remote control, for the extension's pages, where WebDriver BiDi
   may not go. The extension gets an address that is known beforehand. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { proxyPrefs } from "./harness.mjs";

const ID = "earshot@earshot.example";
const UUID = "6a1f3a6e-3b5c-4f0e-9d52-0c5d3f1e7a11";

/** Messages are their length, a colon, and JSON: [kind, number, fault or name,
    answer]. */
class Line {
  #waiting = new Map();
  #rest = Buffer.alloc(0);
  #count = 0;

  constructor(socket) {
    this.socket = socket;
    socket.on("data", (data) => this.#hear(Buffer.concat([this.#rest, data])));
    socket.on("close", () => {
      for (const { fail } of this.#waiting.values()) fail(new Error("closed"));
    });
  }

  #hear(bytes) {
    for (;;) {
      const colon = bytes.indexOf(":");
      const end = colon + 1 + Number(bytes.subarray(0, Math.max(0, colon)));
      if (colon < 0 || bytes.length < end) break;
      this.#take(JSON.parse(bytes.subarray(colon + 1, end).toString()));
      bytes = bytes.subarray(end);
    }
    this.#rest = bytes;
  }

  #take(message) {
    if (!Array.isArray(message)) return;
    const [, number, fault, answer] = message;
    const { done, fail } = this.#waiting.get(number) ?? {};
    this.#waiting.delete(number);
    if (fault) fail?.(new Error(`${fault.error}: ${fault.message}`));
    else done?.(answer?.value ?? answer);
  }

  /** @param {string} name @param {object} [parameters] @returns {Promise<any>} */
  send(name, parameters = {}) {
    const number = (this.#count += 1);
    const text = JSON.stringify([0, number, name, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((done, fail) => this.#waiting.set(number, { done, fail }));
  }
}

async function dial(portFile) {
  for (let tries = 0; tries < 400; tries += 1) {
    try {
      const port = Number(readFileSync(portFile, "utf8"));
      const socket = connect(port, "127.0.0.1");
      await new Promise((done, fail) => socket.once("connect", done).once("error", fail));
      return new Line(socket);
    } catch {
      await pause(100);
    }
  }
  throw new Error("Firefox did not answer");
}

const prefs = ({ dark, proxy, prefs: more }) => Object.entries({
  "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
  "marionette.port": 0, ...proxyPrefs(proxy),
  "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
  "browser.shell.checkDefaultBrowser": false, "app.update.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false, ...more,
}).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);

/** @param {string} extension its folder
    @param {{dark?: boolean, proxy?: number, prefs?: Record<string, any>,
      log?: string}} [options] `log`: a folder for Firefox's own network log */
export async function firefoxPages(extension, { dark = false, proxy, prefs: more, log } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "earshot-firefox-"));
  writeFileSync(join(profile, "user.js"), prefs({ dark, proxy, prefs: more }).join("\n"));
  const program = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    ["--headless", "--marionette", "--remote-allow-system-access", "--profile", profile],
    { stdio: "ignore", env: { ...process.env, ...log
      ? { MOZ_LOG: "sync,nsHttp:3", MOZ_LOG_FILE: join(log, "net") } : {} } });
  const gone = new Promise((done) => program.once("exit", done));
  const line = await dial(join(profile, "MarionetteActivePort"));
  await line.send("WebDriver:NewSession", {});
  const install = (how = {}) =>
    line.send("Addon:Install", { path: extension, temporary: true, ...how });
  await install();
  return {
    line, install,
    /** Runs a script as Firefox itself; it finds our `extension`. */
    async privileged(script, ...args) {
      await line.send("Marionette:SetContext", { value: "chrome" });
      try {
        return await line.send("WebDriver:ExecuteScript", { args, sandbox: null,
          script: `const { extension } = WebExtensionPolicy.getByID("${ID}"); ${script}` });
      } finally {
        await line.send("Marionette:SetContext", { value: "content" });
      }
    },
    address: (file) => (/^http/.test(file) ? file : `moz-extension://${UUID}/${file}`),
    async close() {
      await line.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
