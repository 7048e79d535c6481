// Every page is valid HTML, by two checkers.
import assert from "node:assert/strict";
import test from "node:test";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { allPages, siteFolder } from "../bed/site.mjs";
import { invalid, nuErrors } from "../faults/markup.mjs";

// A board of thousands of pages is read in samples: every kind, and an even part of the rest.
const MOST = 600;

const root = siteFolder();
const pages = allPages(root);
const step = Math.ceil(pages.length / MOST);
const sample = [...new Set([...oneOfEachKind(pages), ...pages.filter((_, at) => at % step === 0)])];

test(`html-validate finds nothing on ${sample.length} of ${pages.length} pages`, async () => {
  const faults = await Promise.all(sample.map(invalid));
  assert.deepEqual(faults.flat().slice(0, 50), []);
});

test(`the Nu checker finds nothing on ${sample.length} of ${pages.length} pages`, async () => {
  assert.deepEqual((await nuErrors(root, sample.map(({ path }) => path))).slice(0, 50), []);
});
