// The files of the sample board, and of every new board, fit the schemas that the program gives to editors.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { program, repository, siteFolder } from "../bed/site.mjs";

const schemas = JSON.parse(execFileSync(program(), ["schema"], { encoding: "utf8" }));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const fits = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** Which schema a file is to fit, and its YAML. */
function yamlOf(path) {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  if (path.endsWith("board.yaml")) return ["board", text];
  if (path.endsWith("duties.yaml")) return ["duties", text];
  return ["item", text.split(/^---\r?$/m)[1] ?? ""];
}

/** Holds every file of a board against its schema; how many there were. */
function holds(content) {
  const files = readdirSync(content, { recursive: true })
    .filter((name) => /\.md$|(^|[\\/])(board|duties)\.yaml$/.test(name));
  for (const name of files) {
    const [which, yaml] = yamlOf(join(content, name));
    const valid = fits[which](parse(yaml));
    assert.ok(valid, `${name}: ${JSON.stringify(fits[which].errors?.slice(0, 3))}`);
  }
  return files.length;
}

test("every file of the sample board fits its schema", () => {
  assert.ok(holds(join(repository, "content")) > 60);
});

for (const preset of ["township", "subdistrict", "village", "community", "department"]) {
  test(`every file of a new ${preset} fits its schema, and its editor has the same schemas`, () => {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-init-"));
    try {
      execFileSync(program(), ["-C", folder, "init", "--preset", preset], { stdio: ["ignore", "ignore", "inherit"] });
      assert.ok(holds(join(folder, "content")) > 6);
      for (const of of Object.keys(schemas)) {
        const written = JSON.parse(readFileSync(join(folder, ".vscode", `${of}.schema.json`), "utf8"));
        assert.deepEqual(written, schemas[of]);
      }
      JSON.parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

for (const name of ["catalogue", "statistics"]) {
  test(`${name}.json fits its schema, in which everything that it says is described`, () => {
    const schema = JSON.parse(readFileSync(join(repository, `data/schema/${name}.schema.json`), "utf8"));
    const printed = JSON.parse(execFileSync(program(), ["schema", name], { encoding: "utf8" }));
    assert.deepEqual(printed, schema);
    const fits = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { date: true } }).compile(schema);
    const data = JSON.parse(readFileSync(join(siteFolder(), `${name}.json`), "utf8"));
    assert.ok(fits(data), JSON.stringify(fits.errors?.slice(0, 3)));
    assert.equal(fits({ ...data, date: "today" }), false);
    assert.equal(fits({ ...data, more: 1 }), false);
  });
}

test("what the program refuses, the schema refuses", () => {
  assert.ok(fits.item(parse("标题: 甲\n发布日期: 2026年10月20日\n审签: {签发: {人: 组长, 日期: 2026-10-20}}")));
  assert.ok(fits.item(parse("title: 2026\npublished: 2026-10-20 09:30\nattachments: a.pdf\ncadence: 每季度")));
  for (const wrong of [
    "published: 2026-10-20",
    "title: 甲\ntitel: 乙",
    "title: 甲\npublished: 26-1-2",
    "title: 甲\ncadence: 有时",
    "title: 甲\ndraft: 也许",
    "title: 甲\ndocument: {numbre: 1}",
    "title: 甲\nperiod: 上个月",
  ]) {
    assert.equal(fits.item(parse(wrong)), false, wrong);
  }
});

test("the editor's task finds the places in what a check prints", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-init-"));
  try {
    execFileSync(program(), ["-C", folder, "init", "--preset", "village"], { stdio: "ignore" });
    const tasks = JSON.parse(readFileSync(join(folder, ".vscode/tasks.json"), "utf8"));
    const [inText, inFile] = tasks.tasks[0].problemMatcher.map(({ pattern }) => new RegExp(pattern.regexp));
    const line = "content/notices/停水 通知.md:3:8: error[unknown-field]: 不认识的键“titel”";
    assert.deepEqual(line.match(inText).slice(1, 6), ["content/notices/停水 通知.md", "3", "8", "error", "unknown-field"]);
    const cell = "content/finance/表.xlsx 工作表“明细”的 B3: warning[private-phone]: 电话";
    assert.equal(cell.match(inText), null);
    assert.deepEqual(cell.match(inFile).slice(1, 4), ["content/finance/表.xlsx", "warning", "private-phone"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
