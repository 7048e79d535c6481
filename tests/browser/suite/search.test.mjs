// The script of the search page against a small index of search/, which a test in Rust keeps as the program writes it.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { DESK, NARROWEST, PHONE, reader, start } from "../bed/browser.mjs";
import { threeWays } from "../bed/server.mjs";
import { axe, inaccessible } from "../faults/accessibility.mjs";

const here = fileURLToPath(new URL("../search/", import.meta.url));
const assets = fileURLToPath(new URL("../../../themes/default/assets/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "gongkai-search-"));
cpSync(join(here, "index"), join(root, "search"), { recursive: true });
cpSync(join(here, "page.html"), join(root, "search/index.html"));
for (const name of ["board.css", "board.js", "search-files.js", "search-index.js", "search.js"]) cpSync(join(assets, name), join(root, name));

const ways = await threeWays(root);
let browser;

before(async () => {
  browser = await start();
});
after(async () => {
  await browser?.close();
  for (const way of ways) way.close();
});

/** Opens the search page in each of the places where a site may lie. */
function everywhere(name, look, query = "") {
  for (const way of ways) {
    test(`${name}, ${way.name}`, async () => {
      const citizen = await reader(browser);
      const page = await citizen.open(way.address("search/index.html") + (query && `?q=${encodeURIComponent(query)}`));
      if (query) await told(page, query);
      await look(page);
      assert.deepEqual(page.noise, []);
      await citizen.close();
    });
  }
}

const status = (page) => page.locator("[role=status]");
const titles = (page) => page.locator(".results h2 a").allInnerTexts();

/** Waits until the page has told what it found for a query, and shown it. */
async function told(page, query) {
  await status(page).filter({ hasText: `“${query}”` }).waitFor();
  await page.locator("[data-search]:not([aria-busy])").waitFor();
  return status(page).innerText();
}

async function find(page, query) {
  await page.getByRole("searchbox").fill(query);
  await page.getByRole("searchbox").press("Enter");
  await told(page, query);
  return titles(page);
}

const count = (text) => Number(/找到(\d+)条/.exec(text)?.[1] ?? 0);

everywhere("what stands as a word comes before what only looks like it", async (page) => {
  const found = await titles(page);
  assert.deepEqual(found.slice(0, 2).sort(), ["2026年6月农村低保对象名单", "最低生活保障标准"]);
  assert.equal(found[2], "最低生活保障标准（2021年）");
  assert.deepEqual(found.slice(3).sort(), ["南山村道路工程最低保修期限公告", "政策性融资担保公司名录"]);
  assert.equal(count(await status(page).innerText()), 5);
}, "低保");

everywhere("any part of a word, several words, a whole title", async (page) => {
  assert.deepEqual(await find(page, "征地"), ["北坡村农村集体土地征地补偿安置公告", "土地现状调查结果公示"]);
  assert.deepEqual(await find(page, "体土地征"), ["北坡村农村集体土地征地补偿安置公告"]);
  assert.deepEqual(await find(page, "征地 青苗"), ["北坡村农村集体土地征地补偿安置公告"]);
  assert.deepEqual(await find(page, "北坡村农村集体土地征地补偿安置公告"), ["北坡村农村集体土地征地补偿安置公告"]);
  assert.deepEqual(await find(page, "没有这样的词"), []);
});

everywhere("what nobody writes is parted into words, and that is said", async (page) => {
  const nearest = async (query, told) => {
    const found = await find(page, query);
    assert.equal(await status(page).innerText(), `没有找到含“${query}”的公开事项。${told}`);
    return found;
  };
  assert.deepEqual((await nearest("征地赔偿公告", "下列1条含有其中的词：征地、公告。"))[0], "北坡村农村集体土地征地补偿安置公告");
  assert.equal(await page.locator(".results li").first().locator("h2 mark").allInnerTexts().then((marks) => marks.join()), "征地,公告");
  await nearest("怎么领低保呀", "下列5条含有其中的词：低保。");
  await nearest("臺胞 青苗", "下列2条含有其中的词：台胞、青苗。");
  assert.deepEqual(await nearest("怎么办呀", ""), []);
});

everywhere("traditional, full-width, capital and spaced out characters", async (page) => {
  assert.equal((await find(page, "農村低保")).length, 3);
  assert.deepEqual(await find(page, "台湾居民"), ["臺胞辦事指南"]);
  assert.deepEqual(await find(page, "gb/t 9704"), ["户外广告登记办法"]);
  assert.deepEqual(await find(page, "ｆｏｒｍ"), ["户外广告登记办法"]);
  assert.deepEqual(await find(page, "王伟"), ["2026年6月农村低保对象名单"]);
  assert.deepEqual(await find(page, "王 伟"), ["2026年6月农村低保对象名单"]);
  assert.deepEqual(await find(page, "𠮷野"), ["户外广告登记办法"]);
});

everywhere("numbers of documents, index numbers, single characters of titles", async (page) => {
  assert.equal((await find(page, "青政〔2026〕5号"))[0], "最低生活保障标准");
  assert.deepEqual(await find(page, "2026-00163"), ["北坡村农村集体土地征地补偿安置公告"]);
  assert.deepEqual(await find(page, "00163"), ["北坡村农村集体土地征地补偿安置公告"]);
  assert.deepEqual(await find(page, "指"), ["臺胞辦事指南"]);
  await find(page, "指 户外广告");
  assert.match(await status(page).innerText(), /没有按下列词查找：指/);
});

everywhere("an excerpt shows the words, marked, and nothing of it runs", async (page) => {
  const row = page.locator(".results li").first();
  assert.equal(await row.locator("p:not(.about) mark").first().innerText(), "征地补偿");
  assert.match(await row.locator("p:not(.about)").innerText(), /征地补偿标准按云岭县区片综合地价执行/);
  assert.deepEqual(await row.locator(".about > *").allInnerTexts(),
    ["阶段公开", "土地征收", "规划建设办公室", "2026-05-19", "云政征〔2026〕1号", "2026-00163"]);
  await find(page, "特殊字符");
  assert.match(await row.locator("p:not(.about)").innerText(), /"引号"、\\反斜线、<b>不是粗体<\/b>、&amp;、𠮷野家/);
  assert.equal(await row.locator("b").count(), 0);
}, "征地补偿");

everywhere("what no longer holds is marked and stands below", async (page) => {
  assert.deepEqual(await titles(page), ["最低生活保障标准", "2026年6月农村低保对象名单", "最低生活保障标准（2021年）"]);
  assert.deepEqual(await page.locator(".results .mark").allInnerTexts(), ["已过期", "废止"]);
  await find(page, "户外广告");
  assert.deepEqual(await page.locator(".results .mark").allInnerTexts(), ["失效"]);
  await find(page, "检查情况的通报");
  assert.deepEqual(await page.locator(".results .mark").allInnerTexts(), ["已撤下"]);
}, "农村低保");

everywhere("filters narrow, count, stand in the address and go back", async (page) => {
  const filters = page.locator(".filters");
  await filters.getByLabel("年份").selectOption("2021");
  await page.waitForURL(/year=2021/);
  await page.locator(".results li").nth(0).waitFor();
  assert.deepEqual(await titles(page), ["最低生活保障标准（2021年）"]);
  assert.deepEqual(await filters.getByLabel("年份").locator("option").allInnerTexts(), ["全部", "2026 (4)", "2021 (1)"]);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".results li").length === 5);
  assert.deepEqual(await filters.getByLabel("类别").locator("option").allInnerTexts(),
    ["全部", "社会救助 (3)", "\u3000最低生活保障 (3)", "财政信息 (1)", "工程项目 (1)"]);
  await page.getByRole("navigation", { name: "按专区查看" }).getByRole("link", { name: "长期公开" }).click();
  await page.waitForURL(/section=permanent/);
  await page.waitForFunction(() => document.querySelectorAll(".results li").length === 3);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "status");
  await filters.getByLabel("责任单位").selectOption("finance-office");
  await page.waitForFunction(() => document.querySelectorAll(".results li").length === 1);
  assert.deepEqual(await titles(page), ["政策性融资担保公司名录"]);
}, "低保");

everywhere("many results come in pages, by fit or by date", async (page) => {
  assert.equal(count(await status(page).innerText()), 13);
  assert.equal(await page.locator(".results li").count(), 10);
  await page.getByRole("link", { name: "下一页" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".results li").length === 3);
  assert.match(page.url(), /page=2/);
  assert.equal(await page.locator(".results").getAttribute("start"), "11");
  await page.locator(".filters").getByLabel("排列").selectOption("date");
  await status(page).filter({ hasText: "按日期由近及远" }).waitFor();
  assert.match((await titles(page))[1], /12月村务公开/);
  assert.match(await page.title(), /^“村务公开”的搜索结果 - /);
}, "村务公开");

everywhere("a result leads to its page, on the keyboard too", async (page) => {
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("征地补偿");
  await page.keyboard.press("Enter");
  await told(page, "征地补偿");
  for (let tabs = 0; tabs < 12 && !(await page.evaluate(() => document.activeElement.closest(".results"))); tabs += 1) {
    await page.keyboard.press("Tab");
  }
  const href = await page.evaluate(() => document.activeElement.href);
  assert.match(href, /\/land\/notice\/index\.html$/);
});

test("a file that is missing is told, and the next try works", async () => {
  const citizen = await reader(browser);
  const page = await citizen.open(ways[0].address("search/index.html"));
  await page.route(/keys\/0/, (route) => route.abort());
  await page.getByRole("searchbox").fill("低保");
  await page.getByRole("searchbox").press("Enter");
  await status(page).filter({ hasText: "没有读到" }).waitFor();
  await page.unroute(/keys\/0/);
  assert.equal((await find(page, "低保")).length, 5);
  await citizen.close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [DESK, PHONE, NARROWEST]) {
    test(`results are for everyone at ${width} px in the ${scheme} scheme`, async () => {
      const citizen = await reader(browser, { width, scheme, scripts: [axe] });
      const page = await citizen.open(`${ways[0].address("search/index.html")}?q=${encodeURIComponent("村务公开")}&page=2`);
      await told(page, "村务公开");
      assert.deepEqual(await inaccessible(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is too wide");
      await citizen.close();
    });
  }
}

test("without scripts the page leads to the catalogue", async () => {
  const citizen = await reader(browser, { script: false });
  const page = await citizen.open(`${ways[0].address("search/index.html")}?q=a`);
  assert.ok(await page.getByRole("link", { name: "公开目录" }).isVisible());
  assert.equal(await page.getByRole("searchbox").count(), 0);
  await citizen.close();
});
