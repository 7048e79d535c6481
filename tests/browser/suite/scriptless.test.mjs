// With scripts switched off every page shows what it shows with them.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { reader, start } from "../bed/browser.mjs";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { serve } from "../bed/server.mjs";
import { allPages, siteFolder, today } from "../bed/site.mjs";
import { lostWithoutScript, visible } from "../faults/scriptless.mjs";

const root = siteFolder();
let browser, host;

before(async () => {
  [browser, host] = [await start(), await serve(root)];
});
after(async () => {
  await browser?.close();
  host?.close();
});

test("nothing is lost without scripts", async (t) => {
  const [modern, plain] = [await reader(browser, { today }), await reader(browser, { script: false })];
  const seen = async (eyes, path) => {
    const page = await eyes.open(host.address(path));
    const lines = await visible(page);
    await page.close();
    return lines;
  };
  for (const { path } of oneOfEachKind(allPages(root))) {
    await t.test(path, async () => {
      assert.deepEqual(lostWithoutScript(await seen(modern, path), await seen(plain, path)), []);
    });
  }
});
