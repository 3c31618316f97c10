/* All that a browser asks for beyond this machine comes by here, is written
   down and refused: a proxy that connects nobody. */
import { createServer } from "node:http";

/** What the browsers ask for by themselves, with no extension and an empty
    page, address by address: updates, the account, the time, dictionaries, whose
    settings are new. */
const MAKERS = {
  chromium: [
    /^https?:\/\/update\.googleapis\.com(:443$|\/service\/update2\/json\?)/,
    /^https:\/\/accounts\.google\.com(:443$|\/ListAccounts\?)/,
    /^https?:\/\/clients2\.google\.com(:443$|\/time\/1\/current\?)/,
    /^https:\/\/redirector\.gvt1\.com(:443$|\/edgedl\/)/,
    /^https:\/\/(content-autofill|optimizationguide-pa)\.googleapis\.com(:443$|\/)/,
  ],
  firefox: [
    /^https:\/\/firefox\.settings\.services\.mozilla\.com(:443$|\/v1\/)/,
    /^https:\/\/firefox-settings-attachments\.cdn\.mozilla\.net(:443$|\/)/,
    /^https:\/\/content-signature-2\.cdn\.mozilla\.net(:443$|\/)/,
    /^http:\/\/detectportal\.firefox\.com\//,
    // A module for films, asked for some minutes after the start.
    /^https:\/\/update\.googleapis\.com(:443$|\/service\/update2\/crx\?response=redirect&)/,
    /^https:\/\/(aus5\.mozilla\.org|push\.services\.mozilla\.com|location\.services\.mozilla\.com|incoming\.telemetry\.mozilla\.org)(:443$|\/)/,
  ],
};

/** @param {string} browser @param {string} url as asked for, or host and port
      where the rest is sealed */
export const isMakers = (browser, url) =>
  MAKERS[browser].some((known) => known.test(url));

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
