/* Reads a built script as a tree and names every way it could reach out, run
   text as code, or put text into the page as HTML. What the policy refuses is
   named too: two locks are better than one. */
import { tool } from "./files.mjs";

const { parse } = tool("acorn");

/** Never, under any name: as a variable, a property or a string. */
const NAMES = new Set(`fetch fetchLater XMLHttpRequest WebSocket WebSocketStream
  WebTransport EventSource sendBeacon RTCPeerConnection webkitRTCPeerConnection
  mozRTCPeerConnection RTCDataChannel serviceWorker SharedWorker importScripts
  BroadcastChannel PresentationRequest PaymentRequest mediaDevices
  registerProtocolHandler showModalDialog innerHTML outerHTML
  insertAdjacentHTML createContextualFragment setHTMLUnsafe parseHTMLUnsafe
  srcdoc srcset eval Function constructor __proto__ requestSubmit formAction
  ping contentWindow contentDocument defaultView opener
  importNode adoptNode indexedDB cookie openDatabase caches
  createElementNS`.split(/\s+/));
/** Objects that hold all of the above under computed names. */
const GLOBALS = new Set(["window", "self", "globalThis", "top", "parent", "frames"]);
/** Where one thing that is not allowed elsewhere is. Functions by name. */
const ALLOWED = {
  setAttribute: ["setAttribute", "setHash"],
  createElement: ["make", "saveText", "#mark"],
  href: ["saveText"],
  localStorage: ["read", "write"],
  Worker: ["makeWorker"],
  execCommand: ["replace", "copyByEvent"],
};

/** Of these, those that are variables; the others are properties. */
const VARIABLES = new Set(["localStorage", "Worker"]);

const member = ({ type, property, computed }, name) =>
  type === "MemberExpression" && !computed && property.name === name;
const nameOf = (node) =>
  (node.type === "Identifier" || node.type === "PrivateIdentifier" ? node.name
    : node.type === "Literal" && typeof node.value === "string" ? node.value
      : node.type === "TemplateElement" ? node.value.cooked : null);

/** @param {string} code
    @returns {string[]} "line:column what", empty when there is none */
export function waysOut(code) {
  const found = [];
  const tree = parse(code, { ecmaVersion: 2024, sourceType: "script", locations: true });
  const say = (node, what) =>
    found.push(`${node.loc.start.line}:${node.loc.start.column} ${what}`);
  walk(tree, [], (node, above) => {
    const name = nameOf(node);
    if (NAMES.has(name) && !isOwnMethod(node, above)) say(node, name);
    visit(node, name, above, say);
  });
  return found;
}

/** `constructor(…) {}` of a class, and its call of super, are plain. */
const isOwnMethod = (node, above) =>
  above[0]?.type === "MethodDefinition" && above[0].key === node &&
  above[0].kind === "constructor";

function visit(node, name, above, say) {
  const [up] = above;
  const within = (thing) => ALLOWED[thing].includes(functionName(above));
  const isProperty = up?.type === "MemberExpression" && up.property === node &&
    !up.computed;
  if (node.type === "ImportExpression" || node.type === "ImportDeclaration" ||
      node.type === "MetaProperty") say(node, node.type);
  if (node.type === "Identifier") {
    const isKey = isProperty || (up?.type === "Property" && up.key === node &&
      !up.shorthand) || up?.type === "MethodDefinition";
    if (GLOBALS.has(name) && !isKey &&
        !(up.type === "MemberExpression" && up.object === node && !up.computed)) {
      say(node, `${name}, not as ${name}.something`);
    }
    if (name === "open" && !isKey && !declared(name, above)) {
      say(node, "open, the global one");
    }
    if (name === "location" && !(isProperty === false &&
        up.type === "MemberExpression" && member(up, "hash"))) {
      say(node, "location, other than location.hash");
    }
    if (Object.hasOwn(ALLOWED, name) && !isOwnDeclaration(node, up) && !within(name) &&
        (VARIABLES.has(name) ? !isKey : isProperty)) {
      say(node, `${name} in ${functionName(above)}`);
    }
  }
  if (node.type === "MemberExpression" && node.computed &&
      typeof node.property.value === "string") {
    say(node, "a property by the text of its name");
  }
  if (node.type === "MemberExpression" && GLOBALS.has(node.object.name) &&
      (node.computed || node.property.name === "open")) {
    say(node, `${node.object.name}[…] or .open`);
  }
  if (node.type === "AssignmentExpression" &&
      ["src", "action", "data", "target", "rel"].some((one) =>
        member(node.left, one))) {
    say(node, `.${node.left.property.name} =`);
  }
  if (member(node, "write") && node.object.name === "document") {
    say(node, "document.write");
  }
}

/** Whether a function or block around a node declares the name. */
const declared = (name, above) =>
  above.some((node) => {
    if (/Function/.test(node.type)) return node.params.some(binds(name));
    const body = Array.isArray(node.body) ? node.body : [];
    return body.some((one) => one.type === "VariableDeclaration" &&
      one.declarations.some(({ id }) => binds(name)(id)));
  }) ||
  // In the pattern or declaration that binds it.
  above.some((node, i) => node.type === "VariableDeclarator" &&
    (i === 0 || node.id === above[i - 1]) && binds(name)(node.id));

/** @param {string} name */
const binds = (name) => function within(pattern) {
  switch (pattern?.type) {
    case "Identifier": return pattern.name === name;
    case "ObjectPattern":
      return pattern.properties.some((one) => within(one.value ?? one.argument));
    case "ArrayPattern": return pattern.elements.some(within);
    case "AssignmentPattern": return within(pattern.left);
    case "RestElement": return within(pattern.argument);
    default: return false;
  }
};

const isOwnDeclaration = (node, up) =>
  (up?.type === "FunctionDeclaration" && up.id === node) ||
  (up?.type === "CallExpression" && up.callee === node);

/** The nearest function with a name around a node. */
function functionName(above) {
  for (let i = 0; i < above.length; i += 1) {
    const node = above[i];
    if (node.type === "FunctionDeclaration") return node.id.name;
    if (node.type === "MethodDefinition" || node.type === "Property") {
      const inFunction = i > 0 && /Function/.test(above[i - 1].type);
      if (!inFunction) continue;
      const { key } = node;
      return key.type === "PrivateIdentifier" ? `#${key.name}` : key.name;
    }
  }
  return "no function";
}

/** @param {(node: any, above: any[]) => void} seen nearest parent first */
function walk(node, above, seen) {
  if (!node || typeof node.type !== "string") return;
  seen(node, above);
  const around = [node, ...above];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === "string") walk(child, around, seen);
    }
  }
}
