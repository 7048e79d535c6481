// The county's page over many boards: two that are well, one that is asleep, one that cannot be read.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { DESK, NARROWEST, reader, start } from "../bed/browser.mjs";
import { serve } from "../bed/server.mjs";
import { program, siteFolder, today } from "../bed/site.mjs";
import { axe, inaccessible } from "../faults/accessibility.mjs";
import { invalid, nuErrors } from "../faults/markup.mjs";
import { tooWide } from "../faults/width.mjs";

const county = mkdtempSync(join(tmpdir(), "gongkai-county-"));
const root = join(county, "portal");
let browser, host;

before(async () => {
  for (const name of ["catalogue.json", "statistics.json"]) {
    mkdirSync(join(county, "town"), { recursive: true });
    cpSync(join(siteFolder(), name), join(county, "town", name));
  }
  mkdirSync(join(county, "asleep"));
  const asleep = { board: "红石镇", date: today, items: [{ title: "停水通知<b>", published: "2026-01-05", address: "javascript:alert(1)" }] };
  writeFileSync(join(county, "asleep/catalogue.json"), JSON.stringify(asleep));
  const row = (name, folder) => `  - {名称: ${name}, 目录: ${folder}/catalogue.json}\n`;
  writeFileSync(join(county, "boards.yaml"), `标题: 云岭县基层公开一览\n公开栏:\n${row("青石镇", "town")}${row("红石镇", "asleep")}${row("白云镇", "gone")}`);
  const { status } = spawnSync(program(), ["-C", county, "--today", today, "portal", "boards.yaml"], { stdio: "ignore" });
  assert.equal(status, 1);
  [browser, host] = [await start(), await serve(root)];
});
after(async () => {
  await browser?.close();
  host?.close();
  rmSync(county, { recursive: true, force: true });
});

test("the page is valid, for everyone, and runs nothing of the boards'", async () => {
  for (const [width, scheme] of [[DESK, "light"], [DESK, "dark"], [NARROWEST, "light"]]) {
    const eyes = await reader(browser, { width, scheme, scripts: [axe] });
    const page = await eyes.open(host.address("index.html"));
    assert.deepEqual(await inaccessible(page), []);
    assert.deepEqual(await tooWide(page), []);
    assert.deepEqual(page.noise, []);
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
    await eyes.close();
  }
  assert.deepEqual(await invalid({ path: "index.html", html: readFileSync(join(root, "index.html"), "utf8") }), []);
  assert.deepEqual(await nuErrors(root, ["index.html"]), []);
});

test("boards stand in their order, and what is wrong with each is said", async () => {
  const eyes = await reader(browser);
  const page = await eyes.open(host.address("index.html"));
  const rows = await page.locator("tbody tr").allInnerTexts();
  assert.deepEqual(rows.map((row) => /青石镇|红石镇|白云镇/.exec(row)[0]), ["青石镇", "红石镇", "白云镇"]);
  assert.match(rows[1], /未公布.*319天没有更新/s);
  assert.match(rows[2], /目录读不到/);
  assert.ok(await page.getByRole("link", { name: "青石镇", exact: true }).getAttribute("href").then((href) => href.startsWith("https://")));
  await eyes.close();
});
