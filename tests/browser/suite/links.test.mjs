// Every link of every page leads to a file, and to a place in it.
import assert from "node:assert/strict";
import test from "node:test";
import { allPages, siteFolder } from "../bed/site.mjs";
import { badLinks } from "../faults/links.mjs";

const root = siteFolder();

test(`every link of ${allPages(root).length} pages leads somewhere`, () => {
  assert.deepEqual(badLinks(root).slice(0, 50), []);
});
