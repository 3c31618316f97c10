/* A listener on this machine that serves the editors and the hostile pages,
   and writes down every call. */
import { createServer } from "node:http";
import { bundleEditors } from "./build.mjs";
import { HOSTILE } from "./hostile.mjs";

const TYPES = { js: "text/javascript", css: "text/css" };

const editorPage = (name, css) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${css ? `<link rel="stylesheet" href="/files/${name}.css">` : ""}
<style>
  body { font: 16px/1.5 sans-serif; margin: 40px; max-width: 620px; }
  #host { border: 1px solid #888; padding: 8px; min-height: 80px; }
  #host [contenteditable] { min-height: 60px; outline: none; }
  textarea, input { font: inherit; width: 100%; box-sizing: border-box; }
</style>
<h1>${name}</h1><div id="host"></div>
<p>Somebody else wrote: my girl on Larkfield Road is 14 and in A&amp;E again.</p>
<button id="elsewhere">Elsewhere</button>
<script src="/files/${name}.js"></script></html>`;

/** @returns {Promise<{url: string, calls: string[], close: () => Promise<void>}>} */
export async function serveEditors() {
  const files = await bundleEditors();
  const calls = [];
  const answer = (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
    const [, kind, name] = pathname.split("/");
    const send = (type, body, headers = {}) => {
      response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers });
      response.end(body);
    };
    if (kind === "files" && files.has(`/${name}`)) {
      send(TYPES[name.split(".").at(-1)], files.get(`/${name}`));
    } else if (kind === "editor" && files.has(`/${name}.js`)) {
      send("text/html", editorPage(name, files.has(`/${name}.css`)));
    } else if (kind === "hostile" && HOSTILE[name]) {
      const { headers = {}, html } = HOSTILE[name];
      send("text/html", typeof html === "function" ? html(searchParams) : html, headers);
    } else {
      calls.push(`${request.method} ${request.url}`);
      response.writeHead(404).end();
    }
  };
  const server = createServer((request, response) => {
    if (request.url === "/favicon.ico") response.writeHead(204).end();
    else answer(request, response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
  return {
    calls,
    port: server.address().port,
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
