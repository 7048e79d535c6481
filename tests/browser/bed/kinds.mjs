// Chooses the pages that are opened in the browser: as few as can show everything that any page shows.
import { sendsOn, tags } from "./html.mjs";
import { PAGE_KINDS } from "./page-kinds.mjs";

// The folders whose names the program gives; every other folder is a category, named by the office.
const OWN = new Set(["permanent", "periodic", "staged", "timely", "units", "topics", "years", "matters", "catalogue",
  "standard", "statistics", "guide", "rules", "reports", "on-request", "negative-list", "accessibility", "i", "screen", "print", "search"]);

/**
 * The pages that together hold every kind of place, every class, every element and every `<meta>` name of the whole
 * site, and one of every kind that the program knows (`page-kinds.mjs`). A new kind of page, or a new part of one, is thereby chosen without anyone adding it to a list. Pages that send
 * their reader on at once are left out: nobody sees them.
 */
export function oneOfEachKind(pages) {
  const open = pages.filter(({ html }) => !sendsOn(html)).map((page) => ({ page, features: features(page) }));
  const missing = new Set(open.flatMap(({ features }) => [...features]));
  const chosen = [];
  while (missing.size > 0) {
    const gain = ({ features }) => [...features].filter((feature) => missing.has(feature)).length;
    // Of two that show as much, the shorter page is looked at sooner.
    const better = (a, b) => gain(a) > gain(b) || (gain(a) === gain(b) && a.page.html.length < b.page.html.length);
    const best = open.reduce((best, next) => (better(next, best) ? next : best));
    for (const feature of best.features) missing.delete(feature);
    chosen.push(best.page);
  }
  return chosen.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function features({ path, html }) {
  const parts = path.split("/");
  const place = parts.length === 1 ? path : OWN.has(parts[0]) ? `${parts[0]} at depth ${parts.length}` : "category";
  const found = new Set([`place ${place}`]);
  for (const [kind, is] of Object.entries(PAGE_KINDS)) if (is({ path, html })) found.add(`kind ${kind}`);
  for (const { name, attributes } of tags(html)) {
    found.add(`element ${name}`);
    if (name === "meta" && attributes.name) found.add(`meta ${attributes.name}`);
    for (const one of attributes.class?.split(/\s+/) ?? []) found.add(`class ${one}`);
  }
  return found;
}
