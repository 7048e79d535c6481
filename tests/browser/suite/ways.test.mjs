// What a citizen comes for, done as a citizen does it: by the words on the page.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { PHONE, reader, start } from "../bed/browser.mjs";
import { sendsOn } from "../bed/html.mjs";
import { fromFolder, serve, threeWays } from "../bed/server.mjs";
import { allPages, siteFolder } from "../bed/site.mjs";
import { lostOnTheKeyboard } from "../faults/keyboard.mjs";

const root = siteFolder();
const ways = await threeWays(root);
let browser;

before(async () => {
  browser = await start();
});
after(async () => {
  await browser?.close();
  for (const way of ways) way.close();
});

/** Runs a way through the site in each of the places where the site may lie. */
function everywhere(name, walk, eyes = {}) {
  for (const way of ways) {
    test(`${name}, ${way.name}`, async () => {
      const citizen = await reader(browser, eyes);
      const page = await citizen.open(way.address("index.html"));
      await walk(page);
      assert.deepEqual(page.noise, []);
      await citizen.close();
    });
  }
}

/** Clicks the first link that shows these words and waits for its page. */
async function follow(page, words, inside = page) {
  await inside.getByRole("link", { name: words }).filter({ visible: true }).first().click();
  await page.waitForLoadState("load");
}

async function thisQuartersFinance(page) {
  let clicks = 0;
  const open = async (link) => {
    clicks += 1;
    await link.click();
    await page.waitForLoadState("load");
  };
  const heading = page.getByRole("heading", { level: 1 }).last();
  await open(page.getByRole("navigation", { name: "公开专区" }).getByRole("link", { name: "定期公开" }));
  const entry = page.getByRole("main").locator("li, tr").filter({ hasText: "财政收支情况" }).first();
  // In a table of periods the newest one stands last; in a list the entry is one link.
  const periods = entry.getByRole("link", { name: "已公开" });
  await open(await periods.count() > 0 ? periods.last() : entry.getByRole("link").first());
  if (!/第三季度/.test(await heading.innerText())) await open(page.getByRole("link", { name: /第三季度财政收支/ }).first());
  assert.match(await heading.innerText(), /第三季度财政收支/);
  assert.ok(clicks <= 3, `${clicks} clicks`);
}

everywhere("this quarter's finances are at most three clicks from home", thisQuartersFinance);
everywhere("without scripts this quarter's finances are as near", thisQuartersFinance, { script: false });

everywhere("the catalogue narrows to what one types", async (page) => {
  await follow(page, "公开目录");
  const filters = page.locator("form.filters");
  const rows = page.locator(".catalogue tbody tr:has(td)").filter({ visible: true });
  const all = await rows.count();
  await filters.getByLabel("关键词").fill("财政");
  const found = await rows.allInnerTexts();
  assert.ok(found.length > 0 && found.length < all, `${found.length} of ${all} rows`);
  assert.deepEqual(found.filter((row) => !row.includes("财政")), []);
  assert.match(await filters.locator("output").innerText(), new RegExp(`(?<!\\d)${found.length}(?!\\d)`));
  await filters.getByLabel("关键词").fill("没有这样的事项");
  assert.equal(await rows.count(), 0);
  await filters.getByLabel("关键词").fill("");
  assert.equal(await rows.count(), all);
});

everywhere("a village's board is one click from home", async (page) => {
  await follow(page, /南山村/, page.getByRole("main"));
  assert.match(await page.getByRole("heading", { level: 1 }).last().innerText(), /南山村/);
}, { width: PHONE });

everywhere("the skip link leads past the head of the page", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "跳到正文");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest("main"))), "the focus is not in the main part");
});

everywhere("the keyboard alone walks the whole page and opens a link", async (page) => {
  assert.deepEqual(await lostOnTheKeyboard(page), []);
  await page.getByRole("link", { name: "公开目录" }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/catalogue/);
});

test("the type once enlarged stays large on the next page, without a cookie", async () => {
  for (const way of [ways[0], fromFolder(root)]) {
    const citizen = await reader(browser);
    const page = await citizen.open(way.address("index.html"));
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p, main li")).fontSize));
    const before = await size();
    await page.getByText("特大", { exact: true }).click();
    assert.ok(await size() > before, "the type did not grow");
    await follow(page, "公开目录");
    assert.ok(await page.getByRole("radio", { name: "特大" }).isChecked(), `forgotten ${way.name}`);
    assert.deepEqual(await page.context().cookies(), []);
    await citizen.close();
  }
});

test("colours follow the system, or the choice, which the next page remembers without a cookie", async () => {
  const colours = (page) => page.evaluate(() => {
    const { backgroundColor, color, colorScheme } = getComputedStyle(document.body);
    const { backgroundColor: band } = getComputedStyle(document.querySelector(".masthead-band"));
    const { color: link } = getComputedStyle(document.querySelector("main a.more"));
    return { backgroundColor, color, colorScheme: colorScheme.split(" ").length === 1 ? colorScheme : "", band, link };
  });
  const [light, dark] = [await reader(browser), await reader(browser, { scheme: "dark" })];
  const way = fromFolder(root);
  const [bright, dim] = [await light.open(way.address("index.html")), await dark.open(way.address("index.html"))];
  const { colorScheme: _l, ...asLight } = await colours(bright);
  const { colorScheme: _d, ...asDark } = await colours(dim);
  assert.notDeepEqual(asLight, asDark);
  await bright.getByText("深", { exact: true }).click();
  assert.deepEqual(await colours(bright), { ...asDark, colorScheme: "dark" });
  await dim.getByText("浅", { exact: true }).click();
  assert.deepEqual(await colours(dim), { ...asLight, colorScheme: "light" });
  await bright.getByText("高对比", { exact: true }).click();
  await follow(bright, "公开目录");
  assert.ok(await bright.getByRole("radio", { name: "深" }).isChecked());
  assert.ok(await bright.getByRole("checkbox", { name: "高对比" }).isChecked());
  const sharp = await bright.evaluate(() => getComputedStyle(document.querySelector("main .soft, main small, main time")).color);
  assert.equal(sharp, "rgb(255, 255, 255)");
  assert.deepEqual(await bright.context().cookies(), []);
  await light.close();
  await dark.close();
});

everywhere("the short address of an item, as on paper, opens the item", async (page) => {
  const short = allPages(root).find(({ path, html }) => path.startsWith("i/") && sendsOn(html));
  assert.ok(short, "there is no short address");
  const way = ways.find((way) => page.url() === way.address("index.html"));
  await page.goto(way.address(short.path));
  await page.waitForURL((url) => !url.href.includes("/i/"));
  assert.ok(await page.getByRole("heading", { level: 1 }).last().isVisible());
});

test("a wrong address, however deep, shows the board's own page, and leads home", async () => {
  const host = await serve(root);
  const citizen = await reader(browser);
  const page = await citizen.open(host.address("no/such/page.html"));
  assert.match(await page.title(), /找不到/);
  assert.deepEqual(page.noise, ["console: Failed to load resource: the server responded with a status of 404 (Not Found)"]);
  await follow(page, "首页");
  assert.equal(page.url(), host.address("index.html"));
  await citizen.close();
  host.close();
});

/** Which card of the hall's screen is shown, from 0. */
const card = (page) => page.evaluate(() => [...document.querySelectorAll(".screen-card")].findIndex((one) => !one.hidden));

everywhere("the hall's screen is held and set going by button, key and touch, and turned by arrows", async (page) => {
  const way = ways.find((way) => page.url() === way.address("index.html"));
  await page.goto(way.address("screen/index.html"));
  const button = page.getByRole("button", { name: /暂停|继续/ });
  // Whoever wants no motion finds it at rest.
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Space");
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await button.click();
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await page.locator(".screen-card:not([hidden]) h2").click();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.equal(await card(page), 0);
  await page.keyboard.press("ArrowRight");
  assert.equal(await card(page), 1);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await card(page), 0);
});

everywhere("search leads to an item, and the item to its attachment", async (page) => {
  const box = page.getByRole("searchbox", { name: "搜索公开事项" });
  await box.fill("财政收支");
  await box.press("Enter");
  await page.waitForURL(/search\/index\.html\?q=/);
  const results = page.locator(".results h2 a");
  await results.first().waitFor();
  const count = await results.count();
  for (let at = 0; at < count; at += 1) {
    await results.nth(at).click();
    await page.waitForLoadState("load");
    const file = page.locator(".attachments a").first();
    if (await file.count() > 0) {
      const href = await file.evaluate((link) => link.href);
      assert.match(decodeURIComponent(href), /\.(csv|xlsx|pdf|docx)$/);
      return;
    }
    await page.goBack();
    await results.first().waitFor();
  }
  assert.fail("no item found has an attachment");
});
