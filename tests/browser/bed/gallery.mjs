// Every kind of page at one width, in light and dark, in common and in the largest type; and a picture of each, for
// people to look at.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { ALL, COLOURS, axe, inaccessible } from "../faults/accessibility.mjs";
import { DESK, enlarge, reader, sharpen, start } from "./browser.mjs";
import { oneOfEachKind } from "./kinds.mjs";
import { serve } from "./server.mjs";
import { allPages, repository, siteFolder } from "./site.mjs";

/** Whether pictures are taken; the gate, which nobody looks at, does without and so is done sooner. */
const pictured = process.env.GONGKAI_PICTURES !== "off";

/** Declares the tests of one width. Each width is a file of `suite/`, so that both run at the same time. */
export function lookAtEveryKind(width) {
  const root = siteFolder();
  const kinds = oneOfEachKind(allPages(root));
  const pictures = join(repository, "target/screenshots");
  let browser, host;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    [browser, host] = [await start(), await serve(root)];
  });
  after(async () => {
    await browser?.close();
    host?.close();
  });

  // Colours do not depend on the width: in the dark a phone is only looked at for its picture.
  for (const scheme of width === DESK || pictured ? ["light", "dark"] : ["light"]) {
    test(`axe finds nothing at ${width} px in the ${scheme} scheme`, async (t) => {
      let switches = 0;
      for (const { path } of kinds) {
        await t.test(path, async () => {
          // A new reader for each page: what one chose on one page is remembered on the next.
          const eyes = await reader(browser, { width, scheme, scripts: [axe] });
          const page = await eyes.open(host.address(path));
          if (pictured) await page.screenshot({ path: join(pictures, `${nameOf(path)}-${width}-${scheme}.png`), fullPage: true });
          // The scheme changes colours and nothing else: the dark is judged by the rules on colours.
          assert.deepEqual(await inaccessible(page, scheme === "dark" ? COLOURS : ALL), []);
          // Size changes the layout, the scheme only colours: one scheme is enough for the largest type.
          if (scheme === "light" && await enlarge(page)) {
            switches += 1;
            assert.deepEqual(await inaccessible(page), [], "in the largest type");
          }
          if (width === DESK && await sharpen(page)) {
            assert.deepEqual(await inaccessible(page, COLOURS), [], "in high contrast");
          }
          await eyes.close();
        });
      }
      assert.ok(switches > 0 || scheme === "dark", "no page offers larger type");
    });
  }
}

function nameOf(path) {
  return path.replace(/\/?index\.html$|\.html$/, "").replaceAll("/", "-") || "home";
}
