// What each picture of the handbook shows: a page of the sample board, a page of the story's board, or a terminal.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { siteFolder } from "../bed/site.mjs";
import { story } from "./story.mjs";
import { rulesShown } from "./styles.mjs";
import { terminal } from "./terminal.mjs";

const NOTICE = "notices/water/index.html";
const FORM = "item?path=content/notices/water.md";

/**
 * All pictures: `path` of a site, from the top or from where `at` stands, so wide and so high; `shown` is a digest of what there is to
 * see.
 */
export async function scenes() {
  const sample = siteFolder();
  const { said, sites, form, end } = await story(sample);
  const page = (name, root, path, { at, width = 880, height = 560 } = {}) =>
    ({ name, root, path, at, width, height, shown: digest(...shownBy(root, path)) });
  const lines = (name) => ({ name, html: terminal(said[name]), width: 880, shown: digest(terminal(said[name], true)) });
  const all = [
    page("开栏", sites.begun, "index.html"),
    lines("导入"),
    lines("体检"),
    page("写一条", sites.published, NOTICE, { at: "main h1" }),
    page("季度财务", sample, "finance/revenue/2026-q3/index.html", { at: "main .wide-part", height: 420 }),
    page("脱敏", sample, "subsidy/farmland/2026-nanshan/index.html", { at: "main .wide-part", height: 480 }),
    page("年报", sample, "reports/2025/index.html", { at: "main h1", height: 440 }),
    { name: "网页编辑", form: form.address, path: FORM, width: 1280, height: 760, shown: await shownOn(form) },
    lines("检查"),
    lines("签发"),
    page("发布", sample, "index.html"),
    page("上墙", sample, "print/board/2026-Q3/index.html", { width: 1400, height: 780 }),
    page("上屏", sample, "screen/index.html", { width: 1280, height: 720 }),
    page("载体", sample, "print/policy/documents/fire-ban-2026/index.html", { height: 640 }),
    page("改一条", sample, "finance/revenue/2026-q3/index.html", { at: "main .history", height: 175 }),
    page("撤下", sites.withdrawn, NOTICE, { height: 500 }),
    lines("封存"),
    lines("归档"),
    page("汇集", sites.county, "index.html", { width: 1100, height: 690 }),
  ];
  return { all, end };
}

/** The form of an item, with its styles. */
async function shownOn(form) {
  const html = await form.look(FORM);
  return digest(html, rulesShown(await form.look("edit.css"), html));
}

/** The HTML of a page and its styles. Names of assets bear a digest of their own, which would tell of scripts as well. */
function shownBy(root, path) {
  const html = readFileSync(join(root, path), "utf8");
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => join(root, dirname(path), href));
  return [html.replaceAll(/(assets\/\w+)\.[0-9a-f]+\./g, "$1."), ...styles.map((style) => rulesShown(readFileSync(style, "utf8"), html))];
}

export function digest(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 16);
}
