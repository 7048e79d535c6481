// Whether a page is wider than the window.

/** Says how far the page reaches, and which elements reach out; elements that scroll inside a frame do not count. */
export function tooWide(page) {
  return page.evaluate(() => {
    const window = document.documentElement.clientWidth;
    const reach = document.documentElement.scrollWidth;
    if (reach <= window) return [];
    const out = [...document.body.querySelectorAll("*")]
      .filter((element) => Math.round(element.getBoundingClientRect().right) > window && !element.closest(".table-frame *"));
    const names = out.slice(0, 5).map((element) => `${element.localName}.${element.className?.baseVal ?? element.className}`);
    return [`the page is ${reach} px wide in a window of ${window}: ${names.join(", ")}`];
  });
}
