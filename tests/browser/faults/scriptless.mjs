// What a reader without scripts would miss. Parts that can only work with scripts carry `data-needs-js`.

/** The visible lines of a page, and those parts that need scripts and yet show. */
export function visible(page) {
  return page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true });
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.replace(/\s+/g, " ").trim();
      const apart = node.parentElement.closest("[data-needs-js], script, style, noscript");
      if (text && !apart && seen(node.parentElement)) lines.push(text);
    }
    const helpless = [...document.querySelectorAll("[data-needs-js]")].filter(seen).map((element) => element.innerText.trim());
    return { lines, helpless };
  });
}

/** Compares a page as seen with scripts (`whole`) and without (`plain`). */
export function lostWithoutScript(whole, plain) {
  const kept = new Set(plain.lines);
  const lost = whole.lines.filter((line) => !kept.has(line)).map((line) => `shows only with scripts: ${line}`);
  const idle = plain.helpless.map((text) => `shows without scripts, but needs them: ${text}`);
  const blank = plain.lines.join("").length < 20 ? ["the page is all but empty without scripts"] : [];
  return [...lost, ...idle, ...blank];
}
