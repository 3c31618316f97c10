/* What no script of ours may hold, as ESLint rules over the *built* bundles. To
   read along, after `make build/extension/chromium`:

     web/node_modules/.bin/eslint -c web/ways-out.config.mjs build/extension

   A global name is unknown unless it is on the list of its bundle; names that
   could send, keep, run text or lead to another window are refused wherever
   they stand; each exception has its reason. What the browser's policy refuses
   is refused here too: two locks are better than one. */

/** That could send, fetch, open or be told elsewhere. The poisoned build of the
    tests spoils the same ones. */
export const SENDERS = `fetch fetchLater XMLHttpRequest WebSocket
  WebSocketStream WebTransport EventSource sendBeacon RTCPeerConnection
  webkitRTCPeerConnection mozRTCPeerConnection RTCDataChannel RTCIceTransport
  serviceWorker SharedWorker importScripts BroadcastChannel PushManager
  PresentationRequest PaymentRequest Notification mediaDevices Image Audio
  registerProtocolHandler showModalDialog joinAdInterestGroup runAdAuction
  requestSubmit submit`.split(/\s+/);

/** That keep, run text as code, put it into a page, or lead to another world. */
const LEADS = `indexedDB openDatabase cookie cookieStore caches sessionStorage
  showSaveFilePicker showOpenFilePicker readText innerHTML outerHTML
  insertAdjacentHTML createContextualFragment setHTMLUnsafe parseHTMLUnsafe
  srcdoc srcset eval Function constructor __proto__ formAction ping action
  contentWindow contentDocument defaultView ownerGlobal opener frames
  importNode adoptNode createElementNS setAttributeNS setAttributeNode
  wrappedJSObject cloneInto exportFunction unsafeWindow setUninstallURL
  connectNative sendNativeMessage createObjectURL`.split(/\s+/);

const names = (list) => `/^(${list.join("|")})$/`;
/** Objects that hold the rest: used as `window.name`, never handed on. */
const WORLDS = "/^(window|self|globalThis|document|navigator|location|api)$/";
const inside = (...functions) =>
  `FunctionDeclaration[id.name=${names(functions)}] *`;
/** Of a page around ours, one thing by its name: `page.defaultView.thing`. */
const AROUND = "MemberExpression[computed=false]" +
  "[object.type=MemberExpression][object.property.name=defaultView]";
const SAYS_NAMES = [...SENDERS, ...LEADS];

/** [what is found, its name, exceptions: [where, why]] */
export const RULES = [
  [`:matches(Identifier[name=${names(SAYS_NAMES)}], Literal[value=${
    names(SAYS_NAMES)}], TemplateElement[value.cooked=${names(SAYS_NAMES)}])`,
  "a name that could send, keep, or lead elsewhere", [
    ["MethodDefinition[kind=constructor] > .key", "how classes begin"],
    ["VariableDeclarator[id.name=TAKEN] *",
      "the list of names that are taken away before anything else runs"],
    [inside("saveText"), "a file that the person saves"],
    [inside("makeWorker"), "the offline page's worker, from its own text"],
    [`${AROUND}[property.name=frameElement] > .object > .property`,
      "the frame around the page around our frame"],
    [`${AROUND}[property.name=CSSStyleSheet] > .object > .property`,
      "a sheet for a card in a page around our frame"],
    [`${AROUND}[property.name=navigator] > .object > .property`,
      "that page has the focus when a card in it copies"],
  ]],
  [`MemberExpression[computed=true][object.name=${WORLDS}]`,
    "a name made at run time", []],
  ["MemberExpression[computed=true] > :matches(Literal.property[raw=/^\\D/], " +
    "TemplateLiteral.property, BinaryExpression.property:has(" +
    "Literal[raw=/^\\D/], TemplateLiteral))",
  "a property by the text of its name", []],
  ["Identifier[name=/^(window|self|globalThis|navigator|location|api)$/]",
    "a world, handed on", [
      ["MemberExpression > .object", "`window.name`: what name, others say"],
      ["MemberExpression[computed=false] > .property", "somebody else's"],
      ["CallExpression[callee.property.name=/^(on|listen)$/] > .arguments",
        "who scrolls and is pressed"],
      ["BinaryExpression[operator=in] > .right", "whether there is a thing"],
      ["VariableDeclarator[init.type=LogicalExpression] > .id[name=api]",
        "where it is found"],
      ["ForOfStatement[right.name=TAKEN] *", "takes the names away"],
    ]],
  ["MemberExpression[object.name=window][property.name=/^(parent|top)$/]",
    "another window", []],
  ["ImportExpression, ImportDeclaration, MetaProperty", "code from elsewhere", []],
  ["CallExpression[callee.property.name=/^(open|write|writeln)$/]" +
    ":matches([callee.object.name=/document|window/i], " +
    "[callee.object.property.name=/document|window/i]), CallExpression" +
    "[callee.property.name=open][arguments.0.type=/Literal$/]",
  "a window, or a page written anew", []],
  ["MemberExpression[object.name=navigator]:not([property.name=" +
    "/^(clipboard|locks)$/]), Identifier[name=clipboard]:not(MemberExpression" +
    "[property.name=writeText] > MemberExpression > .property)",
  "something of the browser's that is not in use", []],
  [":matches(MemberExpression[property.name=location], " +
    "MemberExpression[object.name=location]:not([property.name=hash]))",
  "another address", [
    ["MemberExpression[property.name=/^(hash|search)$/] > .object",
      "where one is within the page"]]],
  ["AssignmentExpression > MemberExpression.left[property.name=/^(src|href|" +
    "data|target|rel|background|poster|cssText)$/]", "an address set", [
    [inside("saveText"), "the link to the person's own file, never shown"]]],
  ["Property[key.name=/^(src|srcset|action|poster)$/]", "an address set", []],
  ["CallExpression[callee.property.name=setAttribute]", "an attribute set", [
    [inside("setAttribute", "setHash"), "what is on a list, and #places"]]],
  ["CallExpression[callee.property.name=createElement]", "an element made", [
    [inside("make"), "what is on a list of tags"],
    [inside("saveText"), "the link to the person's own file"],
    ["CallExpression[arguments.0.value=/^(div|mark)$/]", "can fetch nothing"],
  ]],
  ["Identifier[name=Worker]", "a thread", [
    ["NewExpression[arguments.0.callee.property.name=getURL]" +
      "[arguments.0.arguments.0.value=/^(engine|ways-worker)\\.js$/] > .callee",
    "the engine's, of the extension's own files"],
    [inside("makeWorker"), "the offline page's, from its own text"],
  ]],
  ["Identifier[name=localStorage]", "something kept", [
    ["Property[key.name=/^(read|write)$/] *",
      "the offline page's four words; the step on the projector"],
    ["CallExpression[callee.property.name=clear] > .callee > .object", "forgets"],
  ]],
  ["Identifier[name=postMessage]", "something told", [
    ["CallExpression[callee.object.name=self] > .callee > .property",
      "the worker's answer"],
    ["CallExpression[callee.object.property.name=worker] > .callee > .property",
      "the question to the worker"],
    ["CallExpression[callee.object.name=worker][arguments.0.raw=null] > " +
      ".callee > .property", "nothing, to the worker of the check"],
  ]],
  ["Identifier[name=CustomEvent]", "something told to the page", []],
  ["Literal[value=/^(https?|wss?|ftp):/i], TemplateElement[value.cooked=" +
    "/^(https?|wss?|ftp):/i]", "an address", [
    ['VariableDeclarator[id.name=patternsOf] *', "match patterns of sites"]]],
  // The browser's own interface, by the word.
  ["MemberExpression[object.name=api]:not([property.name=/^(runtime|storage|" +
    "tabs|permissions|scripting|commands|windows|offscreen|dom)$/])",
  "not one of the browser's interfaces that are used", []],
  ...Object.entries({
    runtime: "id|getURL|getManifest|sendMessage|onMessage|onInstalled|onStartup|" +
      "openOptionsPage",
    storage: "local|session|onChanged",
    tabs: "create|get|getCurrent|query|sendMessage",
    permissions: "getAll|request|remove|onAdded|onRemoved",
    scripting: "getRegisteredContentScripts|unregisterContentScripts|" +
      "updateContentScripts|registerContentScripts|insertCSS|executeScript",
    commands: "getAll|onCommand|openShortcutSettings",
    windows: "getAll|onRemoved",
    offscreen: "hasDocument|createDocument|closeDocument",
    dom: "openOrClosedShadowRoot",
  }).map(([space, known]) => [
    `MemberExpression[object.object.name=api][object.property.name=${space}]` +
      `:not([property.name=/^(${known})$/])`, `api.${space}: not in use`, []]),
  ["CallExpression[callee.object.property.name=tabs][callee.property.name=" +
    "create]:not([arguments.0.properties.length=1][arguments.0.properties.0." +
    "value.callee.property.name=getURL])", "a tab that is not ours", []],
  ["CallExpression[callee.property.name=executeScript]" +
    ":not([arguments.0.properties.1.value.object.name=FILES])",
  "code put into a page", []],
];

/** @param {any[]} rule */
const selector = ([find, , except]) =>
  `:matches(${find})${except.map(([where]) => `:not(${where})`).join("")}`;

/** What is found where an exception lets it be: rules for the test that each
    exception is needed. */
export const EXCEPTED = RULES.flatMap(([find, what, except]) =>
  except.map(([where, why]) =>
    [`:matches(${find}):matches(${where})`, `${what}: ${why}`, []]));

const words = (text) => Object.fromEntries(
  text.trim().split(/\s+/).map((name) => [name, "readonly"]));

/** Of the language, and wanted by nobody here. */
const OFF = Object.fromEntries(["Reflect", "Proxy", "Function", "eval",
  "globalThis", "Atomics", "SharedArrayBuffer", "FinalizationRegistry", "escape",
  "unescape"].map((name) => [name, "off"]));

/** Global names, bundle by bundle. */
const KNOWN = {
  content: `CSS CSSStyleSheet ClipboardEvent DOMMatrix DataTransfer
    HTMLElement Highlight InputEvent IntersectionObserver KeyboardEvent
    MutationObserver ResizeObserver StaticRange TextEncoder
    addEventListener cancelAnimationFrame clearTimeout document
    getComputedStyle globalThis navigator performance removeEventListener
    requestAnimationFrame setTimeout window`,
  background: `TextEncoder URL Worker atob btoa clearTimeout crypto globalThis
    navigator setTimeout`,
  offscreen: `Worker clearTimeout globalThis setTimeout`,
  engine: `Blob DecompressionStream TextDecoder TextEncoder WebAssembly atob
    globalThis self`,
  pages: `Blob DOMParser Element Event HTMLElement HTMLHeadingElement
    HTMLInputElement Node TextEncoder URL URLSearchParams Worker
    addEventListener atob btoa clearInterval clearTimeout crypto document
    globalThis localStorage navigator removeEventListener setInterval
    setTimeout window`,
  offline: `Blob DOMParser Element Event HTMLElement HTMLDetailsElement
    HTMLHeadingElement Node TextEncoder URL Worker addEventListener
    clearInterval clearTimeout crypto document localStorage location
    navigator removeEventListener scrollTo setInterval setTimeout window`,
};

const PAGES = ["check", "options", "popup", "principles", "teach", "welcome"];

/** Bundles that are looked over, by kind. "Check for yourself" (ways*.js) is the
    one that holds the names: it tries them, with nothing in hand. */
const FILES = Object.fromEntries(Object.keys(KNOWN).map((kind) =>
  [kind, kind === "pages" ? PAGES.map((name) => `${name}.js`) : [`${kind}.js`]]));

export const LOOKED_OVER = Object.values(FILES).flat();

/** @param {string} kind @param {any[]} rules @returns {any} */
const config = (kind, rules) => ({
  files: FILES[kind].map((name) => `**/${name}`),
  linterOptions: { noInlineConfig: true },
  languageOptions: {
    ecmaVersion: 2024, sourceType: "script",
    globals: { ...OFF, ...words(KNOWN[kind]) },
  },
  rules: {
    "strict": ["error", "global"], "no-undef": ["error", { typeof: true }],
    "no-implied-eval": "error", "no-invalid-this": "error",
    "no-restricted-syntax": ["error", ...rules.map((rule) =>
      ({ selector: selector(rule), message: rule[1] }))],
  },
});

/** @param {any[]} [rules] */
export const configs = (rules = RULES) => [
  { ignores: ["**/ways*.js", "**/service-worker.js"] },
  ...Object.keys(KNOWN).map((kind) => config(kind, rules)),
];

export default configs();
