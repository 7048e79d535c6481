// The tests open every kind of page that the program makes.
import assert from "node:assert/strict";
import test from "node:test";
import { oneOfEachKind } from "../bed/kinds.mjs";
import { INTERNAL, ON_PAPER, PAGE_KINDS, UNSEEN, knownKinds } from "../bed/page-kinds.mjs";
import { allPages, siteFolder } from "../bed/site.mjs";

const pages = allPages(siteFolder());
const chosen = oneOfEachKind(pages);

test("the list of kinds is that of the program", () => {
  const known = knownKinds().filter((kind) => !INTERNAL.includes(kind) && !ON_PAPER.includes(kind));
  assert.ok(known.length > 30, `only ${known.length} kinds were read`);
  assert.deepEqual(known.filter((kind) => !(kind in PAGE_KINDS)), [], "kinds that no test opens");
  assert.deepEqual(Object.keys(PAGE_KINDS).filter((kind) => !known.includes(kind)), [], "kinds that are no more");
});

for (const [kind, is] of Object.entries(PAGE_KINDS)) {
  test(`the site has a page of the kind ${kind}, and the tests open one`, () => {
    assert.ok(pages.some(is), "the sample board has none");
    if (!UNSEEN.includes(kind)) assert.ok(chosen.some(is), "none is chosen");
  });
}
