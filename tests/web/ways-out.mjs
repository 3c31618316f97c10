/* Names every way in a built script to reach out, to run text as code, or to put
   text into the page as HTML: web/ways-out.config.mjs, run. */
import { tool } from "./files.mjs";
import { LOOKED_OVER, RULES, configs } from "../../web/ways-out.config.mjs";

const { Linter } = tool("eslint");

/** @param {string} code @param {string} name of the bundle, which says what
      names are known to it @param {any[]} [rules]
    @returns {string[]} "line:column what", empty when there is none */
export function waysOut(code, name, rules = RULES) {
  if (!LOOKED_OVER.includes(name)) throw new Error(`${name} is not a bundle`);
  const linter = new Linter({ cwd: "/" });
  const found = linter.verify(code, configs(rules), { filename: `/${name}` });
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
