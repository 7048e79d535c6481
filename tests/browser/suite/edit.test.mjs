// The desk of `gongkai serve --edit`: the form is filled in as a clerk would, and what is saved is read from the disk.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { PHONE, start } from "../bed/browser.mjs";
import { program, repository, today } from "../bed/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATH = "content/rescue/a.md";
const BOARD = `title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府}
units: [{id: civil, name: 民政办}]
topics: [{id: rural, name: 乡村振兴}]
categories:
  - {id: rescue, name: 社会救助, cadence: monthly}
approvals: [{id: provided, name: 经办}, {id: signed, name: 签发}]
`;

let [folder, served, browser, desk] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-desk-"));
  mkdirSync(join(folder, "content/rescue"), { recursive: true });
  const put = (path, text) => writeFileSync(join(folder, path), text);
  put("content/board.yaml", BOARD);
  put("content/duties.yaml", "- {id: relief, name: 临时救助情况, category: rescue, cadence: monthly, since: 2026-09, due: 15 days}\n");
  put(PATH, "---\n# 首行的注\n标题: 甲\n发布日期: 2026-11-01   # 日期的注\n草稿: 是\n---\n\n正文。\n");
  served = spawn(program(), ["--lang", "zh", "--today", today, "-C", folder, "serve", "--edit", "--port", "0"]);
  const said = new Promise((done, fail) => {
    let text = "";
    served.stdout.on("data", (piece) => {
      text += piece;
      const address = text.match(/http:\S+\?token=[0-9a-f]+/);
      if (address) done(address[0]);
    });
    served.on("exit", () => fail(new Error(text)));
  });
  [desk, browser] = await Promise.all([said, start()]);
});

after(async () => {
  served?.kill();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page of the desk, and what it complained about. */
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.noise = [];
  page.on("console", (message) => message.type() === "error" && page.noise.push(message.text()));
  page.on("pageerror", (error) => page.noise.push(error.message));
  await page.goto(desk);
  if (address) await page.goto(new URL(address, desk).href);
  return page;
}

const item = `item?path=${PATH}`;
const looked = (page, times) => page.waitForFunction((times) => Number(document.getElementById("item").dataset.looked) >= times, times);

/** What a field is given: a value that it takes, and that none of the others has. */
function value(name, control, options, number) {
  switch (control) {
    case "choice": return options.at(-1);
    case "checks": return options;
    case "date": return `2026-11-${String(1 + (number % 19)).padStart(2, "0")}`;
    case "pairs": return "电话: phone\n住址: address";
    case "lines": return `第${number}条, 甲\n第${number}条: 乙`;
    case "words": return `词${number}、语${number}`;
    case "area": return `第${number}段: “甲”，#乙`;
    default: return name === "period" ? "2026-10" : `值${number}: [甲] # 乙`;
  }
}

/** What the file then holds. */
function expected(control, value) {
  if (control === "checks") return value;
  if (control === "lines") return value.split("\n");
  if (control === "words") return value.split("、");
  if (control === "pairs") return Object.fromEntries(value.split("\n").map((line) => line.split(": ")));
  return value;
}

test("every field that the form offers is set, saved and read back from the file", async () => {
  const page = await open(item);
  await looked(page, 1);
  // Rows and sections that are folded away are offered as well.
  await page.evaluate(() => {
    document.querySelectorAll("details").forEach((one) => { one.open = true; });
    document.querySelectorAll(".row").forEach((one) => { one.hidden = false; });
  });
  const fields = await page.$$eval("[data-field]", (all) => all.map((one) => ({
    name: one.dataset.field,
    control: one.dataset.control,
    options: [...one.querySelectorAll("option, input[type=checkbox]")].map((option) => option.value).filter(Boolean),
  })));
  assert.ok(fields.length > 70, `${fields.length} fields`);
  const given = new Map();
  for (const [number, { name, control, options }] of fields.entries()) {
    const wanted = value(name, control, control === "choice" || control === "checks" ? options : [], number);
    given.set(name, { control, wanted });
  }
  // All at once: a hundred fields one after the other would take a reader's time, not a test's.
  await page.evaluate((given) => {
    for (const [name, { control, wanted }] of given) {
      const fields = document.querySelectorAll(`[name="${name}"]`);
      if (control === "checks") fields.forEach((field) => field.type === "checkbox" && field.click());
      else Object.assign(fields[0], { value: wanted }).dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, [...given]);
  await page.click(".save");
  await page.waitForURL(/said=saved/);
  const text = readFileSync(join(folder, PATH), "utf8");
  const [, front, body] = text.split(/^---\n/m);
  assert.ok(text.startsWith("---\n# 首行的注\n标题: ") && text.includes("   # 日期的注\n"), "comments stay");
  const read = parse(front, { schema: "failsafe" });
  const names = chineseNames();
  for (const [name, { control, wanted }] of given) {
    if (name === "body") {
      assert.equal(body, `\n${wanted}\n`);
      continue;
    }
    let [found, path] = [read, []];
    for (const key of name.split(".")) {
      if (/^\d+$/.test(key)) { found = found?.[key]; continue; }
      const step = { provided: "经办", signed: "签发" }[key];
      path.push(step ? "*" : key);
      found = found?.[step ?? names.get(path.join("."))];
    }
    assert.deepEqual(found, expected(control, wanted), `${name} in\n${front}`);
  }
  // The form shows what was saved, and saving once more changes nothing.
  await looked(page, 1);
  await page.click(".save");
  await page.waitForURL(/said=same/);
  assert.equal(readFileSync(join(folder, PATH), "utf8"), text);
  assert.deepEqual(page.noise, []);
  await page.context().close();
});

/** Path of English keys to the Chinese key, from the list of settings that the program writes itself. */
function chineseNames() {
  const [table] = readFileSync(join(repository, "docs/reference/settings.md"), "utf8").split("## 公开栏的设置");
  const names = new Map();
  const above = [];
  for (const [, shown, english] of table.matchAll(/^\| (.+?) \| (?:`([a-z_]+)`)? \|/gm)) {
    const words = shown.split(" ▸ ");
    above.length = words.length - 1;
    above.push(english ?? "*");
    names.set(above.join("."), words.at(-1));
  }
  return names;
}

test("findings stand beside the field as one types, and the page is shown before it is saved", async () => {
  writeFileSync(join(folder, PATH), "---\n标题: 甲\n发布日期: 2026-11-01\n---\n\n正文。\n");
  const page = await open(item);
  await looked(page, 1);
  await page.frameLocator("iframe:not(.next)").locator("h1", { hasText: "甲" }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0, "the preview does not move the form");
  await page.fill('[name="body"]', "第一段。\n\n身份证 11010519491231002X");
  await page.waitForSelector('#e-body .error:has-text("第 3 行")');
  assert.equal(await page.getAttribute('[name="body"]', "aria-invalid"), "true");
  await page.fill('[name="title"]', "新的标题");
  await page.frameLocator("iframe:not(.next)").locator("h1", { hasText: "新的标题" }).waitFor();
  await page.fill('[name="index"]', "1?");
  await page.waitForSelector("#e-index .error");
  await page.fill('[name="index"]', "");
  await page.waitForSelector("#e-body .error");
  // The summary leads to the field by the keyboard alone.
  await page.locator('#summary a[href="#e-body"]').first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.name), "body");
  assert.ok(readFileSync(join(folder, PATH), "utf8").includes("标题: 甲"), "nothing was saved");
  page.on("dialog", (dialog) => dialog.accept());
  await page.context().close();
});

test("a file that is dropped lies beside the item, and is attached by saving", async () => {
  writeFileSync(join(folder, PATH), "---\n标题: 甲\n发布日期: 2026-11-01\n---\n\n正文。\n");
  const page = await open(item);
  await looked(page, 1);
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["姓名,电话\n李某,13800138000\n"], "名单.csv"));
    return data;
  });
  await page.dispatchEvent("#drop", "drop", { dataTransfer: dropped });
  await page.waitForSelector("#e-attachments .error, #e-attachments .warning");
  assert.equal(readFileSync(join(folder, "content/rescue/名单.csv"), "utf8"), "姓名,电话\n李某,13800138000\n");
  await page.dispatchEvent("#drop", "drop", { dataTransfer: dropped });
  await page.waitForSelector("#dropped.wrong");
  await page.click(".save");
  await page.waitForURL(/said=saved/);
  assert.ok(readFileSync(join(folder, PATH), "utf8").includes("附件:\n  - {文件: 名单.csv, 名称: 名单}\n"));
  // What is taken out of the item stays on the disk, and the form says where.
  await page.click('.row[data-row="attachments.0"] .away');
  await page.waitForFunction(() => document.querySelector('.list[data-list="attachments"] .told')?.textContent.includes("content/rescue/名单.csv"));
  await Promise.all([page.waitForEvent("load"), page.click(".save")]);
  assert.ok(!readFileSync(join(folder, PATH), "utf8").includes("附件"));
  assert.ok(existsSync(join(folder, "content/rescue/名单.csv")));
  await page.context().close();
});

test("the pages of the desk have no accessibility violation, fit a phone, and save without a script", async () => {
  writeFileSync(join(folder, PATH), "---\ntitel: 甲\n发布日期: 2026-11-01\n---\n\n正文。\n");
  for (const colorScheme of ["light", "dark"]) {
    const page = await open("", { colorScheme, viewport: { width: PHONE, height: 800 } });
    for (const address of colorScheme === "light" ? ["./", item, `${item}&whole=1`] : [item]) {
      await page.goto(new URL(address, desk).href);
      if (address !== "./") await looked(page, 1);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
      await page.evaluate(axe);
      // Dark differs from light in its colours and in nothing else.
      const rules = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
      const { violations } = await page.evaluate((rules) => globalThis.axe.run({ exclude: ["iframe"] }, { iframes: false, resultTypes: ["violations"], ...rules }), rules);
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), [], `${address} ${colorScheme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${address} is too wide`);
    }
    await page.context().close();
  }
  writeFileSync(join(folder, PATH), "---\n标题: 甲\n发布日期: 2026-11-01\n---\n\n正文。\n");
  const plain = await open(item, { javaScriptEnabled: false });
  await plain.fill('[name="title"]', "没有脚本");
  await plain.fill('[name="attachments.0.file"]', "名单.csv");
  await plain.click(".save");
  await plain.waitForURL(/said=saved/);
  assert.equal(readFileSync(join(folder, PATH), "utf8"), "---\n标题: 没有脚本\n发布日期: 2026-11-01\n附件:\n  - {文件: 名单.csv}\n---\n\n正文。\n");
  await plain.context().close();
});
