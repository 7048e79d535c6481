// The first view of the board is light: it must open on a village's line and an old phone. The home page lists what is
// newest, so it does not grow with the board.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { tags } from "../bed/html.mjs";
import { siteFolder } from "../bed/site.mjs";

const LIMIT = 150 * 1024;

test("the home page and all that it loads are under 150 KB", (t) => {
  const root = siteFolder();
  const loaded = [...tags(readFileSync(join(root, "index.html"), "utf8"))].flatMap(({ name, attributes }) => {
    if (name === "script" || name === "img") return attributes.src ?? [];
    return name === "link" && /stylesheet|icon/.test(attributes.rel ?? "") ? attributes.href : [];
  });
  assert.ok(loaded.length >= 3, loaded.join());
  const bytes = ["index.html", ...loaded].reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes < LIMIT, `${bytes} bytes`);
});
