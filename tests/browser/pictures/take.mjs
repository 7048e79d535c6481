// Takes the pictures of the handbook anew: `node tests/browser/pictures/take.mjs`, or only those that are named.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { start } from "../bed/browser.mjs";
import { fromFolder } from "../bed/server.mjs";
import { today } from "../bed/site.mjs";
import { pictureOf, record, recorded } from "./record.mjs";
import { digest, scenes } from "./scenes.mjs";

/** In pixels of the picture, whatever the width of what it shows. */
const WIDTH = 1100;
/** In bytes: all pictures lie in the program. */
const LARGEST = 60_000;
/** Room above what is shown from further down. */
const ABOVE = 16;

const named = process.argv.slice(2);
const { all, end } = await scenes();
const browser = await start();
const before = existsSync(pictureOf("开栏")) ? recorded() : {};
const pictures = {};
for (const { name, root, path, at, width, height, html, form, shown } of all) {
  if (named.length > 0 && !named.includes(name)) {
    pictures[name] = before[name];
    continue;
  }
  const context = await browser.newContext({
    viewport: { width, height: height ?? 400 }, colorScheme: "light", locale: "zh-CN", reducedMotion: "reduce",
  });
  await context.clock.setFixedTime(new Date(`${today}T10:00:00+08:00`));
  const window = await context.newPage();
  if (html) await window.setContent(html);
  else if (form) {
    await window.goto(form);
    await window.goto(new URL(path, form).href);
    // The look at the item beside the form has come.
    await window.waitForFunction(() => Number(document.getElementById("item").dataset.looked) >= 1);
    await window.waitForLoadState("networkidle");
    // What sticks to the window stands where the window is.
    await window.evaluate(() => scrollTo(0, 0));
  }
  else await window.goto(fromFolder(root).address(path));
  const { top, whole } = await window.evaluate((at) => {
    const top = at ? document.querySelector(at).getBoundingClientRect().top + scrollY : 0;
    return { top, whole: document.documentElement.getBoundingClientRect().height };
  }, at);
  const y = Math.max(0, top - ABOVE);
  const clip = { x: 0, y, width, height: Math.min(height ?? whole, whole - y), scale: WIDTH / width };
  const devtools = await context.newCDPSession(window);
  // Only the busiest pages need more than the first.
  for (const quality of [65, 50, 40, 30]) {
    const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality, captureBeyondViewport: !form, clip });
    writeFileSync(pictureOf(name), Buffer.from(data, "base64"));
    if (statSync(pictureOf(name)).size < LARGEST) break;
  }
  await context.close();
  const bytes = readFileSync(pictureOf(name));
  pictures[name] = { page: path ?? "terminal", shown, picture: digest(bytes) };
  console.log(`${name} ${Math.round(bytes.length / 1000)} KB`);
}
record(pictures);
await browser.close();
end();
