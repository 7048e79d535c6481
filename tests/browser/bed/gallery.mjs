// Every kind of page at one width: at a desk in light, dark and high contrast, on a phone in common and in the largest type;
// and a picture of each, for people to look at.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { COLOURS, axe, inaccessible } from "../faults/accessibility.mjs";
import { DESK, enlarge, goOn, reader, sharpen, start } from "./browser.mjs";
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
    [browser, host] = [await start(), await serve(root, "at a root", "/")];
  });
  after(async () => {
    await browser?.close();
    host?.close();
  });

  const picture = async (page, path, scheme) => {
    if (pictured) await page.screenshot({ path: join(pictures, `${nameOf(path)}-${width}-${scheme}.png`), fullPage: true });
  };

  test(`axe finds nothing at ${width} px`, async (t) => {
    let switches = 0;
    const eyes = await reader(browser, { width, scripts: [axe] });
    const page = await eyes.open(host.address("index.html"));
    for (const { path } of kinds) {
      await t.test(path, async () => {
        await page.emulateMedia({ colorScheme: "light" });
        await goOn(page, host.address(path));
        await picture(page, path, "light");
        assert.deepEqual(await inaccessible(page), []);
        // At a root; under a path and from a folder `quiet` looks. 404.html works only where the site is made to lie; see `ways`.
        if (path !== "404.html") assert.deepEqual(page.noise, []);
        // Scheme and contrast change colours and nothing else, whatever the width: the rules on colours judge them, once.
        if (width === DESK || pictured) {
          await page.emulateMedia({ colorScheme: "dark" });
          await picture(page, path, "dark");
        }
        if (width === DESK) {
          assert.deepEqual(await inaccessible(page, COLOURS), [], "in the dark scheme");
          if (await sharpen(page)) {
            switches += 1;
            assert.deepEqual(await inaccessible(page, COLOURS), [], "in the dark and high contrast");
            await page.emulateMedia({ colorScheme: "light" });
            assert.deepEqual(await inaccessible(page, COLOURS), [], "in high contrast");
          }
        } else if (await enlarge(page)) {
          // Large type is tightest on a phone.
          switches += 1;
          assert.deepEqual(await inaccessible(page), [], "in the largest type");
        }
      });
    }
    await eyes.close();
    assert.ok(switches > 0, "no page offers the switch");
  });
}

function nameOf(path) {
  return path.replace(/\/?index\.html$|\.html$/, "").replaceAll("/", "-") || "home";
}
