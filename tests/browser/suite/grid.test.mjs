// A township that owes a great deal, 300 duties over five years: its grid is still read on a phone and at a desk.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { DESK, PHONE, reader, start } from "../bed/browser.mjs";
import { serve } from "../bed/server.mjs";
import { program, today } from "../bed/site.mjs";
import { axe, inaccessible } from "../faults/accessibility.mjs";
import { tooWide } from "../faults/width.mjs";

const board = mkdtempSync(join(tmpdir(), "gongkai-grid-"));
let browser, host;

before(async () => {
  const numbers = [...Array(300).keys()];
  const write = (path, text) => writeFileSync(join(board, "content", path), text);
  mkdirSync(join(board, "content/finance"), { recursive: true });
  write("board.yaml", `title: 示例镇政务公开栏\nbase_url: https://example.gov.cn/shili/\ncategories:\n  - {id: finance, name: 财政信息, cadence: quarterly}\n`
    + "checks: {overdue-period: off, stale-home: off, missing-index: off, missing-source: off}\n");
  write("duties.yaml", numbers.map((n) => `- {id: d${n}, name: 第${n}项财政收支情况, category: finance, cadence: quarterly, since: 2022-Q1, due: 15 days}\n`).join(""));
  for (const n of numbers.filter((n) => n % 3 > 0)) {
    write(`finance/${n}.md`, `---\ntitle: 第${n}项财政收支情况\npublished: 2026-10-09\nduty: d${n}\nperiod: 2026-Q3\n---\n收入和支出都在表里。\n`);
  }
  execFileSync(program(), ["build", "--today", today], { cwd: board, stdio: ["ignore", "ignore", "inherit"] });
  [browser, host] = [await start(), await serve(join(board, "public"))];
});
after(async () => {
  await browser?.close();
  host?.close();
  rmSync(board, { recursive: true, force: true });
});

test("axe finds nothing on a grid of 300 duties, and a phone need not scroll sideways", async () => {
  for (const width of [DESK, PHONE]) {
    for (const path of ["periodic/index.html", "periodic/2023/index.html"]) {
      const eyes = await reader(browser, { width, scripts: [axe] });
      const page = await eyes.open(host.address(path));
      assert.equal(await page.locator("main th[scope=row]").count(), 300, path);
      assert.deepEqual(await inaccessible(page), [], `${path} at ${width} px`);
      assert.deepEqual(await tooWide(page), [], `${path} at ${width} px`);
      await eyes.close();
    }
  }
});
