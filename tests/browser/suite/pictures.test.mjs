// The pictures of the handbook are of this version: what each shows is what it showed when it was taken. Pixels are not compared,
// for fonts differ from machine to machine.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import test, { after } from "node:test";
import { pictureOf, recorded } from "../pictures/record.mjs";
import { digest, scenes } from "../pictures/scenes.mjs";

const AGAIN = "look at what changed, then take the pictures anew: node tests/browser/pictures/take.mjs";
const { all, end } = await scenes();
after(end);

for (const { name, shown } of all) {
  test(`the picture of ${name} is of this version`, () => {
    const { shown: then, picture } = recorded()[name] ?? {};
    assert.equal(then, shown, AGAIN);
    assert.equal(picture, digest(readFileSync(pictureOf(name))), AGAIN);
  });
}

test("there is no picture that nothing makes", () => {
  const there = readdirSync(dirname(pictureOf(""))).filter((name) => name.endsWith(".webp"));
  assert.deepEqual(there.sort(), all.map(({ name }) => `${name}.webp`).sort());
});
