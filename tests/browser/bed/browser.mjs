// One Chromium, closed to the world: whatever a page asks of another host fails and is told.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PROGRAMS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const DESK = 1280;
export const PHONE = 375;
export const NARROWEST = 320;

/** Starts the browser. */
export async function start() {
  const executablePath = PROGRAMS.find((program) => program && existsSync(program));
  if (!executablePath) throw new Error("no Chromium found: install the package chromium, or set CHROMIUM to its path");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-quic", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
}

/**
 * A reader: a way of looking at pages, on a day where `today` says so. `scripts` are run in each page before its own, `noise`
 * gathers what a page complains about: errors on the console (a breach of the content policy among them), failed and foreign
 * requests; `asked` all that it asked for.
 */
export async function reader(browser, { width = DESK, height = 900, scheme = "light", script = true, scripts = [], today } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: script, locale: "zh-CN", reducedMotion: "reduce",
  });
  context.setDefaultTimeout(20_000);
  if (today) await context.clock.setFixedTime(new Date(`${today}T10:00:00+08:00`));
  for (const content of scripts) await context.addInitScript({ content });
  return {
    async open(address) {
      const page = await context.newPage();
      const [noise, asked] = [[], []];
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => message.type() === "error" && noise.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => noise.push(`script: ${error.message}`));
      // What is broken off because the reader went on to the next page is no fault.
      const failed = (request) => request.failure()?.errorText !== "net::ERR_ABORTED";
      page.on("requestfailed", (request) => failed(request) && noise.push(`failed: ${request.url()} ${request.failure().errorText}`));
      page.on("request", (request) => isForeign(request.url()) && noise.push(`asks another host: ${request.url()}`));
      await page.goto(address, { waitUntil: "load" });
      return Object.assign(page, { noise, asked });
    },
    close: () => context.close(),
  };
}

/**
 * Goes on to another page in the same window, as a reader who has chosen nothing on the last one. Much sooner than a new window,
 * for which Chromium starts a process.
 */
export async function goOn(page, address) {
  await page.evaluate(() => localStorage.clear());
  page.noise.length = 0;
  page.asked.length = 0;
  await page.goto(address, { waitUntil: "load" });
}

/** Sets the type to its largest size by the page's own switch. Says whether there is such a switch. */
export function enlarge(page) {
  return page.evaluate(() => {
    const largest = [...document.querySelectorAll("input[name=text-size]")].at(-1);
    largest?.click();
    return Boolean(largest);
  });
}

/** Sets the highest contrast by the page's own switch. Says whether there is such a switch. */
export function sharpen(page) {
  return page.evaluate(() => {
    const contrast = document.querySelector("input[name=contrast]");
    contrast?.click();
    return Boolean(contrast);
  });
}

function isForeign(address) {
  const { protocol, hostname } = new URL(address);
  return protocol.startsWith("http") && hostname !== "127.0.0.1";
}
