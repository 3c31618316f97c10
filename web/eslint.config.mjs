// Run from the top: web/node_modules/.bin/eslint -c web/eslint.config.mjs web
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/node_modules/", "build/"] },
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: { ...globals.browser, ...globals.worker, ...globals.node,
        Highlight: "readonly" },
    },
    rules: {
      "eqeqeq": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-var": "error",
      "prefer-const": "error",
      "max-lines": ["error", 400],
    },
  },
  // Classic scripts, put into a page as they are.
  { files: ["web/**/*.js"], languageOptions: { sourceType: "script" } },
];
