// What axe finds: WCAG 2.0 to 2.2, A and AA, and good practice.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const locale = readFileSync(resolve("axe-core/locales/zh_CN.json"), "utf8");

/** All rules. */
export const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** The rules that look at colours. */
export const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** The script to give to the reader, so that axe lies in each page whatever the page's content policy. */
export const axe = `${readFileSync(resolve("axe-core/axe.min.js"), "utf8")};axe.configure({ locale: ${locale} });`;

/** One line a fault: the rule, what it says, and the element. */
export async function inaccessible(page, rules = ALL) {
  const violations = await page.evaluate(async (runOnly) => {
    const report = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return report.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target })) }));
  }, rules);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`));
}
