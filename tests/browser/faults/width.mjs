// Whether a page is wider than the window.

/** Says how far the page reaches, and names the innermost parts whose content is wider than they are. */
export function tooWide(page) {
  return page.evaluate(() => {
    const window = document.documentElement.clientWidth;
    const reach = document.documentElement.scrollWidth;
    if (reach <= window) return [];
    const bursts = (part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX === "visible";
    const bursting = [document.body, ...document.body.querySelectorAll("*")].filter(bursts);
    const innermost = bursting.filter((part) => !bursting.some((other) => other !== part && part.contains(other)));
    const names = innermost.map((part) => `${part.localName}.${part.className} needs ${part.scrollWidth} px`);
    return [`the page is ${reach} px wide in a window of ${window}: ${names.join(", ")}`];
  });
}
