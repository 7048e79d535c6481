// Days left are counted on the day of reading, by working days, and never worse than the page was built: on pages, and on
// the hall's screen, whose folder may lie on a stick for weeks.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { reader, start } from "../bed/browser.mjs";
import { serve } from "../bed/server.mjs";
import { siteFolder } from "../bed/site.mjs";

let browser, host;

before(async () => {
  [browser, host] = [await start(), await serve(siteFolder())];
});
after(async () => {
  await browser?.close();
  host?.close();
});

// The sample's notice is open from Wednesday 18 to Friday 27 November 2026, built on Friday 20.
const told = async (today) => {
  const eyes = await reader(browser, { today });
  const page = await eyes.open(host.address("index.html"));
  const words = await page.locator("[data-unit=working]").first().innerText();
  await eyes.close();
  return words.replace(/\s+/g, " ");
};

test("a page built days ago says how many working days are left today", async () => {
  assert.match(await told("2026-11-19"), /6个工作日.*截至/);
  assert.match(await told("2026-11-20"), /6个工作日/);
  assert.doesNotMatch(await told("2026-11-20"), /截至/);
  assert.match(await told("2026-11-21"), /5个工作日/, "a Saturday: the next five days are left");
  assert.match(await told("2026-11-25"), /3个工作日/);
  assert.doesNotMatch(await told("2026-11-27"), /个工作日/, "the last day is named");
  assert.doesNotMatch(await told("2026-11-28"), /个工作日/, "it is over");
});

test("a screen carried about for days shows the clock's day and the days left, and drops what is over", async () => {
  const shown = async (today) => {
    const eyes = await reader(browser, { today, width: 1920, height: 1080 });
    const page = await eyes.open(host.address("screen/index.html"));
    const [head, titles, first] = [
      await page.locator(".today").innerText(),
      await page.locator(".screen-card h2").allTextContents(),
      await page.locator(".screen-card").first().innerText(),
    ];
    const marks = await page.locator(".screen-turn i").count();
    await eyes.close();
    assert.equal(marks, titles.length);
    return { head, titles, first: first.replace(/\s+/g, "") };
  };
  const built = await shown("2026-11-20");
  assert.match(built.head, /2026年11月20日\s*星期五/);
  assert.match(built.first, /还剩6个工作日/);
  const carried = await shown("2026-11-25");
  assert.match(carried.head, /2026年11月25日\s*星期三/);
  assert.match(carried.first, /还剩3个工作日/);
  assert.deepEqual((await shown("2026-11-28")).titles, built.titles.slice(1));
  assert.match((await shown("2020-01-01")).head, /2026年11月20日/, "a clock that was never set is not believed");
});
