// What a search costs its reader: ten questions to a board in a real browser, over the network and from a folder.
//
//   (cd tests/browser && npm ci); cargo build --release
//   node benches/queries.mjs BOARD [RUNS]
//
// BOARD is a folder with Chinese laws (see docs/performance.md), for which the right answers are known: how many documents hold
// the words is counted in the Markdown, and what must come first is told below. Wrong answers and more than 300 KB end with an
// error; times are told, never judged: they belong to the machine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reader, start } from "../tests/browser/bed/browser.mjs";
import { fromFolder, serve } from "../tests/browser/bed/server.mjs";
import { program, today } from "../tests/browser/bed/site.mjs";

const LIMIT = 300 * 1024; // Bytes of a query, the page's own files apart.

/** Queries, what the first result must be about where that is sure, and the names under which documents have it. */
const QUERIES = [
  ["低保", /最低生活保障/, ["低保", "最低生活保障"]],
  ["征地补偿", /征地补偿/],
  ["财政预算"],
  ["村务公开", /村/],
  ["最低生活保障", /社会救助|生活保障|保障/],
  ["优待抚恤"],
  ["政府信息公开", /政府信息公开条例/],
  ["体土地征"],
  ["农村土地承包"],
  ["兼并"],
];

const [board, runs = "5"] = process.argv.slice(2);
if (!board || !existsSync(join(board, "content"))) {
  console.error("usage: node benches/queries.mjs BOARD [RUNS]");
  process.exit(2);
}

/** The bodies and titles of all documents, read without a word of the program. */
const bodies = readdirSync(join(board, "content"), { recursive: true }).filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(board, "content", name), "utf8").replace(/^---[^]*?\n---\n/, (front) => /title: .*/.exec(front)[0]));

/** Counts the processor's time of a page's own thread from now on, whatever else the machine does. */
async function clock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const begun = await spent();
  return async () => await spent() - begun;
}

/** Types a query as a reader does, and tells what it took until the first result, or that there is none, stood there. */
async function ask(browser, address, query) {
  const citizen = await reader(browser);
  const page = await citizen.open(address);
  await page.evaluate(() => {
    addEventListener("submit", () => { window.asked = performance.now(); }, true);
    const told = () => document.querySelector("[data-search-results] > li") || /没有/.test(document.querySelector("[role=status]").textContent);
    const seen = () => { if (window.asked && !window.took && told()) window.took = performance.now() - window.asked; };
    new MutationObserver(seen).observe(document.querySelector("[data-search]"), { childList: true, characterData: true, subtree: true });
  });
  const spent = await clock(page);
  await page.getByRole("searchbox").last().fill(query);
  await page.getByRole("searchbox").last().press("Enter");
  await page.locator("[role=status]").filter({ hasText: `“${query}”` }).waitFor();
  await page.locator("[data-search]:not([aria-busy])").waitFor();
  const used = await spent();
  const took = await page.evaluate(() => window.took);
  const said = await page.locator("[role=status]").innerText();
  const titles = await page.locator(".results h2 a").allInnerTexts();
  await page.waitForLoadState("networkidle");
  // What was loaded, by its name: a page in a folder tells no sizes.
  const loaded = new Set(page.asked.map((asked) => decodeURIComponent(new URL(asked).pathname).split("/search/").at(-1)));
  const parts = Array.from(loaded).map((name) => join(site, "search", name)).filter((path) => existsSync(path) && path.endsWith(".js"));
  const bytes = parts.reduce((sum, path) => sum + statSync(path).size, 0);
  assert.deepEqual(page.noise, []);
  await citizen.close();
  return { took, used, bytes, titles, count: Number(/找到(\d+)条/.exec(said)?.[1] ?? 0) };
}

const site = mkdtempSync(join(tmpdir(), "gongkai-queries-"));
try {
  execFileSync(program(), ["build", "--keep-going", "--out", site, "--today", today], { cwd: board, stdio: "ignore" });
} catch { /* Real documents have faults; what is whole is built. */ }
const browser = await start();
const ways = [await serve(site), fromFolder(site)];
const faults = [];
const times = [];
const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
console.log("query\tway\tfound\tfirst result, ms (median, most)\tprocessor, ms\tKB\tthe first");
for (const [query, about, names = [query]] of QUERIES) {
  const right = bodies.filter((body) => names.some((name) => body.includes(name))).length;
  for (const way of ways) {
    const answers = [];
    for (let run = 0; run < Number(runs); run += 1) answers.push(await ask(browser, way.address("search/index.html"), query));
    const { count, titles, bytes } = answers[0];
    const took = answers.map((answer) => answer.took);
    times.push(...took);
    console.log([query, way.name, count, `${middle(took).toFixed()}, ${Math.max(...took).toFixed()}`,
      middle(answers.map((answer) => answer.used)).toFixed(), (bytes / 1024).toFixed(), titles[0] ?? ""].join("\t"));
    if (count !== right) faults.push(`${query}: ${count} found, ${right} are there`);
    if (about && !about.test(titles[0])) faults.push(`${query}: ${titles[0]} comes first`);
    if (bytes === 0 || bytes > LIMIT) faults.push(`${query}: ${bytes} bytes`);
  }
}
console.log(`first result: median ${middle(times).toFixed()} ms, most ${Math.max(...times).toFixed()} ms, above 300 ms ${times.filter((ms) => ms > 300).length} of ${times.length}`);
await browser.close();
for (const way of ways) way.close();
rmSync(site, { recursive: true });
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
