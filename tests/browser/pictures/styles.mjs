// Which rules of a style sheet a page may show on a screen: those whose classes the page has. A change of the others changes no
// picture of it.

/** The rules, a line each, with what stands around them. */
export function rulesShown(css, html) {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names.split(/\s+/)));
  const may = (selector) => [...selector.replaceAll(/\\./g, "").matchAll(/\.([a-zA-Z][\w-]*)/g)].every(([, name]) => classes.has(name));
  return blocks(css.replaceAll(/\/\*.*?\*\//gs, ""), may).join("\n");
}

function blocks(css, may) {
  const rules = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    let [depth, close] = [1, open + 1];
    for (; depth > 0 && close < css.length; close += 1) depth += css[close] === "{" ? 1 : css[close] === "}" ? -1 : 0;
    const head = css.slice(at, open).trim().replaceAll(/\s+/g, " ");
    const body = css.slice(open + 1, close - 1);
    at = close;
    if (/^@(page|media print|font-face)/.test(head)) continue;
    if (/^@(media|supports|layer|container)/.test(head)) rules.push(...blocks(body, may).map((rule) => `${head} ${rule}`));
    else if (head.startsWith("@") || head.split(",").some(may)) rules.push(`${head} {${body.trim().replaceAll(/\s+/g, " ")}}`);
  }
  return rules;
}
