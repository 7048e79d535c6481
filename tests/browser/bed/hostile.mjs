// A board in which every field that reaches a page holds a writing that would like to be a script.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, repository, today } from "./site.mjs";

/** The writings, one a line as a JSON string; what runs calls `gkx`. */
export const injections = readFileSync(join(repository, "tests/cases/injections.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** Builds the board and answers the folder of its site. */
export function hostileSite() {
  const root = mkdtempSync(join(tmpdir(), "gongkai-hostile-"));
  const folder = join(root, "content/x");
  mkdirSync(folder, { recursive: true });
  const word = (at) => JSON.stringify(injections[at % injections.length]);
  writeFileSync(
    join(root, "content/board.yaml"),
    `title: ${word(0)}\nbase_url: https://example.gov.cn/\nchecks: {broken-link: warning, missing-attachment: warning, hidden-data: warning}\n` +
      `office: {id: hs, name: ${word(23)}, address: ${word(24)}, phone: 0500-6620001, hours: ${word(15)}}\n` +
      `units:\n  - {id: east, name: ${word(16)}, kind: village}\ntopics:\n  - {id: water, name: ${word(17)}}\n` +
      `categories:\n  - {id: x, name: ${word(6)}, unit: east}\n`,
  );
  writeFileSync(join(folder, "drawing.svg"), '<svg xmlns="http://www.w3.org/2000/svg" onload="gkx()"><script>gkx()</script></svg>');
  writeFileSync(join(folder, "drawing.md"), "---\ntitle: 画\npublished: 2026-11-09\n---\n![画](drawing.svg)\n");
  injections.forEach((body, at) => {
    const text = JSON.stringify(body);
    const cell = `"${body.replaceAll('"', '""')}"`;
    writeFileSync(join(folder, `n${at}.csv`), `名称,${cell}\n${cell},甲\n${cell},${cell}\n`);
    writeFileSync(
      join(folder, `n${at}.md`),
      `---\ntitle: ${text}\nsummary: ${text}\npublished: 2026-11-09\nsource: ${text}\nkeywords: [${text}]\ncontact: ${text}\nbasis: [${text}]\n` +
        `unit: east\ntopics: [water]\nindex: HS/2026-${String(at).padStart(5, "0")}\ntables: [{file: n${at}.csv, caption: ${text}}]\n` +
        `attachments: [{file: n${at}.csv, title: ${text}}]\ncorrections: [{on: 2026-11-10, note: ${text}}]\n---\n` +
        `${body}\n\n段中${body}段中\n\n## 标题${body}\n\n- ${body}\n\n> ${body}\n\n[词](${body})\n\n![图](${body})\n\n<p title="${body}">甲</p>\n\n` +
        `<a href="${body}">甲</a>\n`,
    );
  });
  try {
    execFileSync(program(), ["build", "--keep-going", "--today", today, "-C", root], { stdio: "ignore" });
  } catch {
    // Items with errors are left out, which makes the status 1.
  }
  return join(root, "public");
}
