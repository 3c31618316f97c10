/* One source, two manifests. Each browser sees only its own keys. */
import { SITES, patternsOf } from "./sites.mjs";

/** Nothing comes in and nothing goes out. `sandbox` also closes opening
    windows; what pages of ours may still do is named. Copies of the wasm
    module come inside the worker's script: there is nothing to fetch. */
const POLICY = [
  "sandbox allow-scripts allow-same-origin allow-modals allow-downloads",
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'", "img-src 'self'", "connect-src 'none'",
  "worker-src 'self'", "frame-src 'none'", "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** Kept to these; web/PRIVACY.md says why for each.
    storage    settings and answers
    scripting  to start on a site when the person says "use here"
    activeTab  which site the toolbar button was pressed on
    offscreen  (Chromium) the page that holds the engine's worker */
const PERMISSIONS = ["storage", "scripting", "activeTab"];

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) =>
  [size, `icons/${size}.png`]));

function common({ version, also }) {
  return {
    manifest_version: 3,
    name: "Earshot",
    version,
    description: "Would you say this aloud in a café? Friendly reminders of " +
      "your profession’s principles as you write. Nothing is ever sent.",
    icons: ICONS,
    // One background for both; store.mjs keeps private windows apart.
    incognito: "spanning",
    permissions: PERMISSIONS,
    optional_host_permissions: ["https://*/*", "http://*/*"],
    content_security_policy: { extension_pages: POLICY },
    content_scripts: [{
      matches: [...SITES.flatMap(({ hosts }) => patternsOf(hosts)), ...also],
      js: ["content.js"], css: ["marks.css"],
      run_at: "document_start", all_frames: true,
      match_about_blank: true, match_origin_as_fallback: true,
    }],
    action: { default_title: "Earshot", default_popup: "popup.html" },
    options_ui: { page: "options.html", open_in_tab: true },
    commands: {
      "open-card": {
        suggested_key: { default: "Alt+Shift+E" },
        description: "Go to the reminder for what I am writing",
      },
    },
  };
}

/** @param {"chromium" | "firefox"} browser
    @param {{version: string, also?: string[]}} parts `also`: match patterns of
      a test or a demonstration @returns {object} */
export function manifest(browser, { version, also = [] }) {
  const shared = common({ version, also });
  if (browser === "chromium") {
    return {
      ...shared,
      minimum_chrome_version: "120",
      permissions: [...PERMISSIONS, "offscreen"],
      background: { service_worker: "service-worker.js" },
    };
  }
  return {
    ...shared,
    background: { scripts: ["background.js", "ways.js"] },
    browser_specific_settings: {
      gecko: {
        id: "earshot@earshot.example",
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
      gecko_android: { strict_min_version: "142.0" },
    },
  };
}
