/* Serves the four places on this machine, each under a name of its own
   (feed.localhost …), so that each can have its own setting. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { PLACES } from "./people.mjs";
import { render } from "./render.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const FILES = {
  "/style.css": ["text/css", read("style.css")],
  "/page.js": ["text/javascript", read("page.js")],
};

/** As a careful site has it: nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";

/** @returns {Promise<{address: (name: string) => string,
      close: () => Promise<void>}>} */
export async function serveDemo() {
  const server = createServer((request, response) => {
    const [type, text] = FILES[request.url] ?? ["text/html"];
    const [name] = String(request.headers.host).split(".");
    const body = text ?? render(PLACES[name] ? name : "feed", address);
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`,
      "content-security-policy": POLICY });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.address();
  const address = (name) => `http://${name}.localhost:${port}/`;
  return {
    address,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
