// Builds the site once, then lets node's own runner run every file of suite/, or those named on the command line.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { siteFolder } from "./bed/site.mjs";

const suite = fileURLToPath(new URL("suite/", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(suite)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, ".test.mjs")));
if (files.length === 0) throw new Error(`no test of that name; there are: ${readdirSync(suite).join(", ")}`);

const root = siteFolder();
console.log(`the site under test: ${root}`);
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=spec", "--test-concurrency=2", ...files.map((name) => suite + name)],
  { stdio: "inherit", env: { ...process.env, GONGKAI_SITE: root } },
);
process.exitCode = status ?? 1;
