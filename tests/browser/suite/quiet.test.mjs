// No page complains: no error on the console, no breach of the content policy, no failed request, nothing asked of
// another host; under a path and from a folder. At a root the accessibility tests look, which open the same pages.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { goOn, reader, start } from "../bed/browser.mjs";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { fromFolder, serve } from "../bed/server.mjs";
import { allPages, siteFolder } from "../bed/site.mjs";

const root = siteFolder();
// 404.html is shown under any address, so it alone works only where the site is made to lie; see `ways`.
const kinds = oneOfEachKind(allPages(root)).filter(({ path }) => path !== "404.html");
let browser;

before(async () => {
  browser = await start();
});
after(() => browser?.close());

for (const way of [await serve(root), fromFolder(root)]) {
  after(() => way.close());
  test(`every page is quiet ${way.name}`, async (t) => {
    const eyes = await reader(browser);
    const page = await eyes.open(way.address("index.html"));
    for (const { path } of kinds) {
      await t.test(path, async () => {
        await goOn(page, way.address(path));
        // A page whose style did not come would be quiet too.
        const styles = await page.evaluate(() => document.styleSheets.length);
        assert.deepEqual([page.noise, styles > 0], [[], true]);
      });
    }
    await eyes.close();
  });
}
