// Where the pictures lie, and the record of what they showed when they were taken.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../bed/site.mjs";

const folder = join(repository, "docs/handbook/images");
const file = join(folder, "pictures.json");

/** Where the picture of a page lies. */
export function pictureOf(name) {
  return join(folder, `${name}.webp`);
}

/** What was shown, by the names of the pages, and the digest of each picture. */
export function recorded() {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function record(pictures) {
  writeFileSync(file, `${JSON.stringify(pictures, null, 2)}\n`);
}
