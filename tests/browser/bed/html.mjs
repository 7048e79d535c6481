// Reads tags and attributes from HTML that the checkers have found valid.

const TAG = /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>[\s\S]*?<\/\1\s*>|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0" };

/** Every opening tag: `{ name, attributes }`, both in small letters; comments and the insides of scripts are left out. */
export function* tags(html) {
  for (const [, raw, rawAttributes, name, attributes] of html.matchAll(TAG)) {
    if (raw ?? name) yield { name: (raw ?? name).toLowerCase(), attributes: read(rawAttributes ?? attributes) };
  }
}

/** The page's own address, where it names one. */
export function canonicalOf(html) {
  return [...tags(html)].find(({ name, attributes }) => name === "link" && attributes.rel === "canonical")?.attributes.href;
}

/** Whether the page sends its reader on to another. */
export function sendsOn(html) {
  return [...tags(html)].some(({ name, attributes }) => name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh");
}

function read(text) {
  const attributes = {};
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? "");
  }
  return attributes;
}

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}
