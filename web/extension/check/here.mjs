/* ways-here.js: for the page "Check for yourself" itself. */
import "../pages/guard.mjs";
import { NAMES, tryAll } from "./ways.mjs";

Object.assign(globalThis, { earshotWays: { NAMES, tryAll } });
