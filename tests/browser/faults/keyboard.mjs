// What a reader without a mouse meets on the way through a page.

const ENOUGH = 2000;

/** Presses Tab until the page ends. Each stop must be in sight and bear a mark of focus, and there must be an end. */
export async function lostOnTheKeyboard(page) {
  const faults = [];
  for (let steps = 0; steps < ENOUGH; steps += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop) return steps > 0 ? faults : ["the keyboard reaches nothing"];
    if (steps === 0 && !stop.skips) faults.push(`the first stop is no way past the head of the page: ${stop.words}`);
    if (!stop.marked) faults.push(`no mark of focus: ${stop.words}`);
    if (!stop.inSight) faults.push(`out of sight: ${stop.words}`);
  }
  return [...faults, `the focus never leaves the page; after ${ENOUGH} stops it is still inside`];
}

/** Runs in the page: what the focus is on; nothing when it has gone round to the window. */
function look() {
  const element = document.activeElement;
  if (element === document.body) return null;
  // The mark may be drawn on the element itself, on what CSS puts before or behind it, or on its label.
  const places = [[element], [element, "::before"], [element, "::after"], ...[...(element.labels ?? [])].map((label) => [label])];
  const mark = places.find(([place, part]) => {
    const { content, outlineStyle, outlineWidth } = getComputedStyle(place, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && !(part && content === "none");
  });
  const { bottom, top, width } = (mark ?? [element])[0].getBoundingClientRect();
  return {
    words: `${element.localName} ${(element.innerText ?? "").trim() || element.id}`,
    skips: element.localName === "a" && element.hash.length > 1,
    marked: Boolean(mark),
    inSight: width > 1 && bottom > 0 && top < innerHeight,
  };
}
