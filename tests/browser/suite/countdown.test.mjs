// Days left are counted on the day of reading, by working days, and never worse than the page was built.
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
