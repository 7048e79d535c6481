// The bed itself: each check finds the fault that a page of bad/ was made to have, and none on its sound page, index.html.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { NARROWEST, reader, start } from "../bed/browser.mjs";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { fromFolder, serve } from "../bed/server.mjs";
import { axe, inaccessible } from "../faults/accessibility.mjs";
import { lostOnTheKeyboard } from "../faults/keyboard.mjs";
import { badLinks } from "../faults/links.mjs";
import { invalid, nuErrors } from "../faults/markup.mjs";
import { lostWithoutScript, visible } from "../faults/scriptless.mjs";
import { tooWide } from "../faults/width.mjs";

const root = fileURLToPath(new URL("../bad", import.meta.url));
let browser, host;

before(async () => {
  [browser, host] = [await start(), await serve(root)];
});
after(async () => {
  await browser?.close();
  host?.close();
});

/** Opens a page of bad/ and returns what `find` finds on it. */
async function on(name, find, eyes = {}, place = host) {
  const citizen = await reader(browser, eyes);
  const faults = await find(await citizen.open(place.address(`${name}.html`)));
  await citizen.close();
  return faults;
}

const noise = (page) => page.noise;
const narrow = { width: NARROWEST };
const withAxe = { scripts: [axe] };

const inBrowser = [
  ["unlabelled-field", inaccessible, withAxe, /^label: /],
  ["pale-text", inaccessible, withAxe, /^color-contrast: /],
  ["wide-block", tooWide, narrow, /^the page is \d+ px wide in a window of 320: main/],
  ["inline-style", noise, {}, /^console: .*inline style/],
  ["missing-style", noise, {}, /^console: .*404/],
  ["broken-script", noise, {}, /^script: nowhere is not defined/],
  ["foreign-picture", noise, {}, /^console: .*violates/],
  ["unmarked-focus", lostOnTheKeyboard, {}, /^no mark of focus: a 没有毛病的一页/],
  ["no-skip-link", lostOnTheKeyboard, {}, /^the first stop is no way past/],
];
for (const [name, find, eyes, fault] of inBrowser) {
  test(`${name} is found`, async () => {
    assert.match((await on(name, find, eyes)).join("\n"), fault);
  });
}

test("a picture of another host is found where no policy forbids it", async () => {
  assert.match((await on("foreign-picture", noise, {}, fromFolder(root))).join("\n"), /asks another host: https:\/\/pictures/);
});

test("what shows only with scripts is found, and what is idle without them", async () => {
  const lost = async (name) => lostWithoutScript(await on(name, visible), await on(name, visible, { script: false }));
  assert.deepEqual(await lost("needs-script"), ["shows only with scripts: 脚本才会打开的一行"]);
  assert.deepEqual(await lost("idle-button"), ["shows without scripts, but needs them: 打印"]);
  assert.deepEqual(await lost("index"), []);
});

test("invalid HTML is found by both checkers", async () => {
  const paths = ["index.html", "stray-element.html", "unclosed-element.html"];
  const ours = await Promise.all(paths.map((path) => invalid({ path, html: readFileSync(join(root, path), "utf8") })));
  const named = (faults) => [...new Set(faults.map((fault) => fault.split(":")[0]))].sort();
  assert.deepEqual(named(ours.flat()), paths.slice(1));
  assert.deepEqual(named(await nuErrors(root, paths)), paths.slice(1));
});

test("every bad link is found, and no good one", () => {
  assert.deepEqual(badLinks(root), [
    "climbing-link.html: ../../index.html leads out of the site",
    "dead-anchor.html: index.html#nowhere names a place that index.html does not have",
    "dead-link.html: nowhere.html leads nowhere",
    "folder-link.html: folder/ names a folder, which does not open from disk: name its index.html",
    "foreign-picture.html: https://pictures.example.com/a.png is loaded from another host",
    "missing-style.html: missing.css leads nowhere",
    "rooted-link.html: /index.html starts at the root, so it breaks under a path and from a folder",
    "script-link.html: javascript:alert(1) is of a kind that no page may link to",
    "sitemap.xml: https://example.gov.cn/board/nowhere/ is no page of this site",
  ]);
});

test("nothing is found on the sound page", async () => {
  for (const [, find, eyes] of inBrowser) assert.deepEqual(await on("index", find, eyes), [], find.name);
});

test("a page with a part of its own is a kind of its own", () => {
  const page = (path, html) => ({ path, html });
  const pages = [
    page("finance/a/index.html", "<p class=\"lead\">"), page("finance/b/index.html", "<p class=\"lead note\">"),
    page("index.html", "<p>"), page("people/c/index.html", "<p class=lead>"), page("units/x/index.html", "<p>"),
  ];
  assert.deepEqual(oneOfEachKind(pages).map(({ path }) => path), ["finance/b/index.html", "index.html", "units/x/index.html"]);
});
