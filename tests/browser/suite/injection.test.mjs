// No script of the content runs: every page of a hostile board is opened with the content policy switched off, so that
// the pages themselves must be clean, and everything in them that can be pressed or pointed at is.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { start } from "../bed/browser.mjs";
import { hostileSite, injections } from "../bed/hostile.mjs";
import { fromFolder, serve } from "../bed/server.mjs";
import { allPages } from "../bed/site.mjs";

let browser;
let root;

before(async () => {
  browser = await start();
  root = hostileSite();
});
after(() => browser?.close());

/** A reader without any policy, who notes whatever runs. */
async function unguarded() {
  const context = await browser.newContext({ bypassCSP: true, locale: "zh-CN" });
  const ran = [];
  await context.exposeFunction("gkx", () => ran.push("gkx"));
  const page = await context.newPage();
  page.on("dialog", (dialog) => (ran.push(dialog.message()), dialog.dismiss()));
  return { page, ran, close: () => context.close() };
}

/** Points at, focuses and opens all there is. */
const poke = () => {
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["mouseover", "mouseenter", "pointerover", "focus", "toggle", "error", "load"]) element.dispatchEvent(new Event(name));
  }
  for (const link of document.querySelectorAll("a[href], form[action], [formaction]")) {
    const address = link.href ?? link.action ?? link.formAction;
    if (/^\s*(javascript|vbscript|data):/i.test(String(address))) window.gkx();
  }
};

test("a script that does run is noticed", async () => {
  const eyes = await unguarded();
  await eyes.page.setContent("<img src=x onerror=gkx()>");
  await eyes.page.waitForFunction(() => document.images[0].complete);
  await eyes.page.setContent("<a href='javascript:gkx()'>甲</a>");
  await eyes.page.evaluate(poke);
  assert.equal(eyes.ran.length >= 2, true);
  await eyes.close();
});

test("no script of the content runs", { timeout: 600_000 }, async () => {
  // Short addresses lead on to their items at once; these are opened themselves.
  const pages = allPages(root).map(({ path }) => path).filter((path) => !path.startsWith("i/"));
  assert.ok(injections.length >= 100 && pages.length > injections.length * 0.8, `${pages.length} pages`);
  const host = await serve(root);
  after(() => host.close());
  const folder = fromFolder(root);
  const eyes = await unguarded();
  for (const [at, path] of pages.entries()) {
    const way = at % 10 === 0 ? folder : host;
    await eyes.page.goto(way.address(path), { waitUntil: "load" });
    await eyes.page.evaluate(poke);
    assert.deepEqual(eyes.ran, [], path);
  }
  await eyes.close();
});
