/* All that a browser asks for beyond this machine comes by here, is written
   down and refused: a proxy that connects nobody. */
import { createServer } from "node:http";

/** What the browsers ask for by themselves, with no extension and an empty
    page: their makers' own hosts. */
const MAKERS = {
  chromium: /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/,
  firefox: /(^|\.)(mozilla|firefox|mozgcp)\.(com|net|org)$/,
};

/** @param {string} browser @param {string} url */
export const isMakers = (browser, url) => MAKERS[browser].test(new URL(url).hostname);

/** @returns {Promise<{port: number, heard: string[], of: (browser: string) =>
      string[], close: () => Promise<void>}>} `heard`: hosts and addresses, as
    asked for; `of`: those that are not the browser maker's */
export async function listeningProxy() {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    heard.push(`https://${request.url}`);
    socket.end("HTTP/1.1 502 Nobody\r\n\r\n");
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
  return {
    port: server.address().port, heard,
    of: (browser) => heard.filter((url) => !isMakers(browser, url)),
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
