// What of the site shows each kind of page that the program knows, so that the tests open every kind even where one looks
// like another. `suite/kinds` fails when the program learns a kind that is missing here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sendsOn } from "./html.mjs";
import { repository } from "./site.mjs";

const own = /^(?!units\/|topics\/|years\/|matters\/|print\/|statistics\/|i\/|periodic\/|reports\/\d)/;
const at = (pattern) => ({ path }) => pattern.test(path);
const holding = (pattern, mark) => ({ path, html }) => pattern.test(path) && html.includes(mark);

/** By the program's own name of the kind: whether a page is of it. */
export const PAGE_KINDS = {
  Home: at(/^index\.html$/),
  Section: at(/^(permanent|periodic|staged|timely)\/(page-\d+\/)?index\.html$/),
  PeriodicYear: at(/^periodic\/\d{4}\/index\.html$/),
  Category: ({ path, html }) => own.test(path) && html.includes('name="ColumnName"') && !html.includes('name="ArticleTitle"')
    && html.includes('class="item-list'),
  Item: holding(own, 'name="ArticleTitle"'),
  Units: at(/^units\/index\.html$/),
  Unit: at(/^units\/[^/]+\/(page-\d+\/)?index\.html$/),
  Topics: at(/^topics\/index\.html$/),
  Topic: at(/^topics\/[^/]+\/(page-\d+\/)?index\.html$/),
  Years: at(/^years\/index\.html$/),
  Year: at(/^years\/\d{4}\/(page-\d+\/)?index\.html$/),
  Matters: at(/^matters\/index\.html$/),
  Matter: at(/^matters\/[^/]+\/index\.html$/),
  Catalogue: at(/^catalogue\/(page-\d+\/)?index\.html$/),
  Guide: at(/^guide\/index\.html$/),
  Rules: at(/^rules\/index\.html$/),
  Reports: at(/^reports\/index\.html$/),
  Report: at(/^reports\/\d{4}\/index\.html$/),
  Standard: at(/^standard\/index\.html$/),
  Statistics: at(/^statistics\/((\d{4}|all)\/)?index\.html$/),
  Traced: at(/^statistics\/\d{4}\/[^/]+\/(page-\d+\/)?index\.html$/),
  OnRequest: at(/^on-request\/index\.html$/),
  ApplicationForm: at(/^on-request\/form\/index\.html$/),
  NegativeList: at(/^negative-list\/index\.html$/),
  Feedback: at(/^feedback\/(page-\d+\/)?index\.html$/),
  Accessibility: at(/^accessibility\/index\.html$/),
  Search: at(/^search\/index\.html$/),
  Screen: at(/^screen\/index\.html$/),
  Prints: at(/^print\/index\.html$/),
  PrintItem: holding(/^print\//, "item-sheet"),
  PrintBoard: holding(/^print\//, "board-sheet"),
  Short: ({ path, html }) => path.startsWith("i/") && sendsOn(html),
  Redirect: ({ path, html }) => !path.startsWith("i/") && sendsOn(html),
  NotFound: at(/^404\.html$/),
};

/** Kinds that are made for paper alone, when somebody asks for them: no site has them. */
export const ON_PAPER = ["PrintVolume"];

/** Kinds that send their reader on at once: nobody sees them. */
export const UNSEEN = ["Short", "Redirect"];

/** Kinds that only a build for the office's own staff has. */
export const INTERNAL = ["Inspection", "Ledger"];

/** The names of the kinds as the program's source lists them. */
export function knownKinds() {
  const source = readFileSync(join(repository, "src/page/kind.rs"), "utf8");
  const body = /pub enum PageKind \{\n([^]*?)\n\}/.exec(source)[1];
  return [...body.matchAll(/^ {4}([A-Z]\w*)/gm)].map(([, name]) => name);
}
