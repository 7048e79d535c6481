// No page scrolls sideways on the narrowest phone, in common and in the largest type.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { NARROWEST, enlarge, goOn, reader, start } from "../bed/browser.mjs";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { serve } from "../bed/server.mjs";
import { allPages, siteFolder } from "../bed/site.mjs";
import { tooWide } from "../faults/width.mjs";

const root = siteFolder();
let browser, host;

before(async () => {
  [browser, host] = [await start(), await serve(root)];
});
after(async () => {
  await browser?.close();
  host?.close();
});

test(`no page is wider than ${NARROWEST} px`, async (t) => {
  const phone = await reader(browser, { width: NARROWEST, height: 640 });
  const page = await phone.open(host.address("index.html"));
  for (const { path } of oneOfEachKind(allPages(root))) {
    await t.test(path, async () => {
      await goOn(page, host.address(path));
      assert.deepEqual(await tooWide(page), []);
      if (await enlarge(page)) assert.deepEqual(await tooWide(page), [], "in the largest type");
    });
  }
  await phone.close();
});
