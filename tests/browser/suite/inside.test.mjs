// What only the office sees: the dashboard of the inspection and the ledger of approvals.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { DESK, PHONE, reader, start } from "../bed/browser.mjs";
import { serve } from "../bed/server.mjs";
import { allPages, program, repository, today } from "../bed/site.mjs";
import { axe, inaccessible } from "../faults/accessibility.mjs";
import { tooWide } from "../faults/width.mjs";

const root = mkdtempSync(join(tmpdir(), "gongkai-inside-"));
let browser, host;

before(async () => {
  const words = ["build", "--audience", "internal", "--out", root, "--today", today];
  execFileSync(program(), words, { cwd: repository, stdio: ["ignore", "ignore", "inherit"] });
  [browser, host] = [await start(), await serve(root)];
});
after(async () => {
  await browser?.close();
  host?.close();
  rmSync(root, { recursive: true, force: true });
});

test("axe finds nothing on the pages that only the office sees", async (t) => {
  const inside = allPages(root).map(({ path }) => path).filter((path) => path.startsWith("inspection/"));
  const ledger = inside.filter((path) => path.startsWith("inspection/ledger/"));
  assert.ok(inside.includes("inspection/index.html") && ledger.length > 1, inside.join());
  for (const path of ["inspection/index.html", ...ledger.slice(0, 2)]) {
    for (const [width, scheme] of [[DESK, "light"], [DESK, "dark"], [PHONE, "light"]]) {
      await t.test(`${path} at ${width} px, ${scheme}`, async () => {
        const eyes = await reader(browser, { width, scheme, scripts: [axe] });
        const page = await eyes.open(host.address(path));
        assert.deepEqual(await inaccessible(page), []);
        assert.deepEqual(await tooWide(page), []);
        assert.match(await page.locator("body").innerText(), /内部/);
        await eyes.close();
      });
    }
  }
});
