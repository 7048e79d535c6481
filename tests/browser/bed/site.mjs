// The site under test: a folder of files, as `gongkai build` wrote it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
export const today = "2026-11-20";

/** The folder to test: GONGKAI_SITE, or else the sample board, built afresh. */
export function siteFolder() {
  if (process.env.GONGKAI_SITE) return process.env.GONGKAI_SITE;
  const out = mkdtempSync(join(tmpdir(), "gongkai-site-"));
  execFileSync(program(), ["build", "--out", out, "--today", today], { cwd: repository, stdio: ["ignore", "inherit", "inherit"] });
  if (!existsSync(join(out, "index.html"))) throw new Error(`${program()} build wrote no index.html`);
  return out;
}

/** The program under test: GONGKAI_BIN, or else the release build. */
export function program() {
  const path = resolve(process.env.GONGKAI_BIN ?? join(repository, "target/release/gongkai"));
  if (!existsSync(path)) throw new Error(`${path} is not there: cargo build --release, or set GONGKAI_BIN`);
  return path;
}

/** Every file of the site, with `/` in its path, sorted. */
export function allFiles(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** Every page of the site: its path and its HTML. */
export function allPages(root) {
  return allFiles(root)
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({ path, html: readFileSync(join(root, path), "utf8") }));
}
