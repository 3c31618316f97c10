/* Fields as strangers' pages have them: made late, moved about, in documents
   that are edited whole, beside a spell checker; and those that are none of our
   business. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chord } from "./editors/driver.mjs";
import { eventually, launchExtension, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<style>[contenteditable], textarea, input { display: block; width: 400px; min-height: 30px; border: 1px solid }</style>
${body}<article id="theirs" tabindex="0">Somebody else’s red lantern, and a mysterious stranger.</article></html>`;

const NOT_OURS = {
  password: '<input type="password">', email: '<input type="email">', phone: '<input type="tel">',
  address: '<input type="url">', number: '<input type="number">', search: '<input type="search">',
  "a search by its role": '<input role="searchbox">', "a search by its name": '<input name="q">',
  "a search by its key": '<input enterkeyhint="search">', "an editable search": '<div contenteditable role="searchbox"></div>',
  "a card by its use": '<input autocomplete="cc-number">', "a card by its name": '<input name="cardNumber">',
  "a code on a card": '<input id="cvv">', "an account by what it is called": '<input aria-label="IBAN">',
  "a number to get in with": '<input name="pin">',
  "one's own name": '<input autocomplete="name">', "a code for once": '<input autocomplete="one-time-code">', "a name to log in with": '<input autocomplete="username">',
  "a password in a textarea": '<textarea name="passphrase"></textarea>',
  "what cannot be changed": '<textarea readonly></textarea>', "what is switched off": '<textarea disabled></textarea>',
  "an editor that only shows": '<div contenteditable aria-readonly="true"></div>',
};
const OURS = {
  text: "<input>", "text, said so": '<input type="text" name="title">', textarea: "<textarea></textarea>",
  editable: "<div contenteditable></div>", "plain text only": '<div contenteditable="plaintext-only"></div>',
  "about a pin on a board": '<textarea id="pin-draft-title" placeholder="Tell everyone what your Pin is about"></textarea>',
  "a note on an account": '<input name="account_note">',
  "an editable in a table": "<table><tr><td contenteditable></td></tr></table>",
  "an editable within what is not": '<div contenteditable><p contenteditable="false">Read only.</p><p>&#8203;</p></div>',
};

/** As such programs do: an overlay beside the field, words wrapped and a button
    put in among them, again after each change. */
const CHECKER = `<script>
  const field = document.querySelector("#field");
  field.setAttribute("data-gramm", "true");
  const overlay = document.createElement("grammarly-extension");
  overlay.attachShadow({ mode: "open" }).innerHTML =
    '<div style="position: absolute; inset: 0; pointer-events: none"></div>';
  field.after(overlay);
  window.rewrites = 0;
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!field.isContentEditable) return;
      window.rewrites += 1;
      const words = field.textContent.replace(/We perambulate\\./g, "");
      const wrapped = document.createElement("span");
      field.replaceChildren(...words.split(/(?<= )/).map((word) => {
        const span = wrapped.cloneNode();
        span.className = "gr_";
        span.textContent = word;
        return span;
      }));
      const card = document.createElement("grammarly-inline-card");
      card.contentEditable = "false";
      card.textContent = "We perambulate.";
      field.append(card);
      getSelection().setPosition(field, field.childNodes.length - 1);
    }, 200);
  });
</script>`;

for (const name of BROWSERS) {
  describe(`fields in ${name}`, () => {
    let browser;
    let site;
    let tab;
    before(async () => {
      const pages = {};
      Object.values(NOT_OURS).forEach((field, n) => { pages[`/not/${n}`] = page(field); });
      Object.values(OURS).forEach((field, n) => { pages[`/ours/${n}`] = page(field); });
      site = await serve({ ...pages, "/empty": page('<div id="app"></div><div id="side"></div>'),
        "/whole": page("<p id='first'>Well, </p><script>document.designMode = 'on'</script>"),
        "/framed": page(`<iframe title="x" width="400" height="120" id="frame"></iframe><script>
          const { contentDocument } = document.querySelector("#frame");
          contentDocument.open();
          contentDocument.write("<p>Well, </p>");
          contentDocument.close();
          contentDocument.designMode = "on";
        </script>`),
        "/shown": page(`<input id="field" type="password"><button id="show">Show</button><script>
          document.querySelector("#show").onclick = () => { document.querySelector("#field").type = "text"; };</script>`),
        "/checked-area": page(`<textarea id="field"></textarea>${CHECKER}`),
        "/checked-rich": page(`<div id="field" contenteditable></div>${CHECKER}`),
      });
      browser = await launchExtension(name);
      tab = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    const light = (wanted) => eventually(() => seen(tab), (now) => now?.light === wanted);
    const marks = (wanted) => eventually(async () => JSON.stringify(
      (await marked(tab)).map(([words]) => words.replace(/\u00a0/g, " "))),
    (all) => all === JSON.stringify(wanted));
    const focus = (selector) => tab.evaluate((where) => {
      const field = document.querySelector(where);
      field.focus();
      if (field.isContentEditable) {
        getSelection().selectAllChildren(field.querySelector("p:last-of-type") ?? field);
        getSelection().collapseToEnd();
      }
    }, selector);
    const FIELD = "input, textarea, [contenteditable]";

    Object.keys(NOT_OURS).forEach((what, n) => {
      test(`never read: ${what}`, async () => {
        await tab.goto(site.url(`/not/${n}`));
        await focus(FIELD);
        await tab.keyboard.type("A red lantern. ");
        // Ours is there, and would have been by now.
        await tab.evaluate(() => document.body.append(document.createElement("textarea")));
        await focus("body > textarea:last-of-type");
        await light("empty");
        await tab.keyboard.type("Nothing much. ");
        await light("none");
        assert.deepEqual(await marked(tab), []);
      });
    });

    Object.keys(OURS).forEach((what, n) => {
      test(`read: ${what}`, async () => {
        await tab.goto(site.url(`/ours/${n}`));
        await focus(FIELD);
        await eventually(() => seen(tab), (now) => ["empty", "none"].includes(now?.light));
        await tab.keyboard.type("A red lantern. ");
        await marks(["red lantern"]);
      });
    });

    test("a password that is shown stays a password", async () => {
      await tab.goto(site.url("/shown"));
      await focus("#field");
      await tab.keyboard.type("A red lantern. ");
      await tab.click("#show");
      await focus("#field");
      await tab.keyboard.type("A red lantern. ");
      assert.equal(await tab.$eval("#field", ({ type }) => type), "text");
      assert.equal(await seen(tab), null);
    });

    test("a field that becomes a password's is read no more", async () => {
      await tab.goto(site.url("/ours/0"));
      await focus("input");
      await light("empty");
      await tab.keyboard.type("A red lantern. ");
      await marks(["red lantern"]);
      await tab.$eval("input", (field) => { field.type = "password"; });
      await tab.keyboard.type("A mysterious stranger. ");
      await marks([]);
    });

    test("fields that are made later, and moved while one writes", async () => {
      await tab.goto(site.url("/empty"));
      await tab.evaluate(() => {
        document.querySelector("#app").innerHTML = "<textarea></textarea>";
      });
      await focus("textarea");
      await light("empty");
      await tab.keyboard.type("A red lantern. ");
      await marks(["red lantern"]);
      for (const where of ["#side", "dialog"]) {
        await tab.evaluate((to) => {
          const dialog = document.createElement("dialog");
          document.body.append(dialog);
          if (to === "dialog") dialog.showModal();
          const field = document.querySelector("textarea");
          document.querySelector(to === "dialog" ? "dialog:modal" : to).append(field);
          field.focus();
        }, where);
        await tab.keyboard.type("Ok. ");
        await light("some");
        await marks(["red lantern"]);
      }
      // In the dialog it can be used: it stands within.
      assert.equal(await tab.evaluate(() =>
        Boolean(document.querySelector("dialog:modal [data-earshot]"))), true);
    });

    test("a field seen through a slit is said to be none that can be read", async () => {
      await tab.goto(site.url("/empty"));
      await tab.evaluate(() => {
        document.querySelector("#app").innerHTML = `<div style="overflow: hidden; width: 3px;
          height: 0"><textarea style="width: 1000px; height: 1em"></textarea></div>`;
      });
      await focus("textarea");
      await light("cannot");
      await tab.keyboard.type("A red lantern. ");
      assert.deepEqual(await marked(tab), []);
    });

    if (name === "chromium") {
      test("who draws the text and is handed the keys: said, beside the drawing", async () => {
        await tab.goto(site.url("/empty"));
        await tab.evaluate(() => {
          const app = document.querySelector("#app");
          app.style.cssText = "width: 400px; height: 120px; overflow: hidden";
          app.innerHTML = '<div id="field" tabindex="0" style="width: 0; height: 18px"></div>';
          document.querySelector("#field").editContext = new window.EditContext();
        });
        await focus("#field");
        await light("cannot");
        const at = await tab.evaluate(() => {
          const { left, top } = document.querySelector("[data-earshot]").shadowRoot
            .querySelector(".light").getBoundingClientRect();
          const box = document.querySelector("#app").getBoundingClientRect();
          return [left > box.right - 40 && left < box.right, top > box.bottom - 40 && top < box.bottom];
        });
        assert.deepEqual(at, [true, true]);
      });
    }

    test("a document that is edited whole", async () => {
      await tab.goto(site.url("/whole"));
      await tab.click("#first");
      await tab.keyboard.press("End");
      await eventually(() => seen(tab), (now) => ["some", "none"].includes(now?.light));
      await tab.keyboard.type("a gilded staircase. ");
      await eventually(() => marked(tab), (all) => all.some(([words]) => words === "gilded staircase"));
    });

    test("a frame's document that is written and edited whole", async () => {
      await tab.goto(site.url("/framed"));
      const frame = await (await tab.$("#frame")).contentFrame();
      await frame.click("p");
      await tab.keyboard.press("End");
      await tab.keyboard.type("a red lantern. ");
      await eventually(() => marked(frame), (all) => all.length === 1);
      // There and back: such a document has the focus itself, no part of it.
      await chord(tab, "Alt", "Shift", "e");
      await eventually(() => tab.evaluate(() =>
        document.activeElement.hasAttribute("data-earshot")), Boolean);
      await tab.keyboard.press("Escape");
      await tab.keyboard.type("Back");
      await eventually(() => frame.evaluate(() => document.body.textContent),
        (words) => words.includes("red lantern. Back"));
    });

    test("nothing to say: the keyboard goes to the light, and comes back", async () => {
      await tab.goto(site.url("/ours/2"));
      await focus("textarea");
      await tab.keyboard.type("Ok. ");
      await light("none");
      await chord(tab, "Alt", "Shift", "e");
      await eventually(() => tab.evaluate(() =>
        document.activeElement.hasAttribute("data-earshot")), Boolean);
      await tab.keyboard.press("Escape");
      await tab.keyboard.type("Back");
      assert.equal(await tab.$eval("textarea", ({ value }) => value), "Ok. Back");
    });

    for (const path of ["/checked-area", "/checked-rich"]) {
      test(`beside a spell checker, ${path}`, async () => {
        await tab.goto(site.url(path));
        await focus("#field");
        await light("empty");
        await tab.keyboard.type("A red lantern, ");
        await marks(["red lantern"]);
        await tab.keyboard.type("and a mysterious stranger; ok.");
        await eventually(async () => (await marked(tab)).map(([words]) => words).sort().join(),
          (all) => all.replace(/\u00a0/g, " ") === "mysterious stranger,red lantern");
        assert.match((await light("some")).line, /^2 reminders/);
        if (path === "/checked-rich") {
          assert.ok(await tab.evaluate(() => window.rewrites) > 0);
          assert.equal((await tab.$eval("#field", ({ textContent }) => textContent))
            .replace(/\u00a0/g, " "), "A red lantern, and a mysterious stranger; ok.We perambulate.");
        }
      });
    }

    test("what others wrote is not read, not even when it is clicked and focused", async () => {
      await tab.goto(site.url("/ours/2"));
      await tab.click("#theirs");
      await tab.focus("#theirs");
      await tab.keyboard.type("x");
      assert.equal(await seen(tab), null);
      await focus("textarea");
      await light("empty");
      await tab.click("#theirs");
      assert.deepEqual(await marked(tab), []);
    });
  });
}
