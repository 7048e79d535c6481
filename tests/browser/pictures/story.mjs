// A board of a clerk's own, as the handbook makes it: begun, an item written, checked, signed, published, withdrawn. What the
// commands said and what the pages show is kept on the way.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, repository, today } from "../bed/site.mjs";
import { desk } from "./desk.mjs";

/**
 * Goes through the whole story. `said` holds terminals by their names, `sites` folders of built sites, one of them the county's over `sample`; at `form` an item is written in
 * the browser. `end` clears up.
 */
export async function story(sample) {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-story-"));
  const board = join(folder, "qingshi");
  const env = { ...process.env, LANG: "zh_CN.UTF-8", TZ: "Asia/Shanghai", GIT_COMMITTER_DATE: `${today}T09:00:00+08:00` };
  const said = {};
  const run = (words, cwd = board) => {
    const done = spawnSync(program(), ["--today", today, ...words], { cwd, env, encoding: "utf8" });
    if (done.error || done.status === 2) throw new Error(`gongkai ${words.join(" ")}: ${done.error ?? done.stderr}`);
    return (done.stdout + done.stderr).replaceAll(folder, "").trimEnd();
  };
  // A terminal: each command as typed, and what it said.
  const tell = (name, ...commands) => {
    said[name] = commands.map((words) => ({ typed: ["gongkai", ...words].join(" "), said: run(words) }));
  };
  const build = (name) => {
    run(["build", "--out", `../${name}`]);
    return join(folder, name);
  };
  const item = join(board, "content/notices/water.md");
  const write = (text) => writeFileSync(item, text);
  const sites = {};

  const names = ["--preset", "township", "--name", "青石镇人民政府", "--phone", "0500-6610001", "--hotline", "0500-6610110"];
  run(["init", "qingshi", ...names], folder);
  sites.begun = build("begun");
  run(["new", "notices", "停水通知", "--name", "water"]);
  const drawn = readFileSync(item, "utf8").replace(/^公文:.*\n(?: .*\n)+/m, "").replace(/^内容概述:.*$/m, "内容概述: 管网检修，11月24日全镇停水6小时。");
  const body = "因供水管网检修，11月24日8时至14时全镇停水，请提前储水。恢复供水后先放水几分钟再用。\n\n停水期间，便民服务中心门口有送水车。咨询电话：0500-6610001。\n";
  write(drawn + body);
  cpSync(board, join(folder, "desk"), { recursive: true });
  const form = await desk(join(folder, "desk"), env);
  const steps = [["经办", "便民服务中心主任"], ["审核", "分管领导"], ["保密审查", "保密员"], ["签发", "镇长"]];
  tell("签发", ...steps.map(([step, by]) => ["sign", "content/notices/water.md", step, "--by", by]));
  const signed = readFileSync(item, "utf8").replace(/^草稿:.*\n/m, "");
  write(`${signed}\n低保户王某甲（身份证号340122199003073532）的家由村里送水，。\n`);
  tell("检查", ["check"]);
  write(signed);
  sites.published = build("published");
  tell("封存", ["seal"], ["verify"]);
  tell("归档", ["archive", "--year", "2026", "--out", "归档-公开"], ["archive", "--verify", "归档-公开"]);
  cpSync(join(repository, "tests/import/red-head.docx"), join(board, "旧文件/通知.docx"));
  tell("导入", ["import", "旧文件"]);
  for (const [name, preset] of [["dongling", "village"], ["wenlv", "department"]]) {
    run(["init", name, "--preset", preset], folder);
    run(["-C", name, "build", "--out", `../${name}-site`], folder);
  }
  const listed = [["青石镇", sample], ["红石镇", sites.begun], ["东岭村", join(folder, "dongling-site")], ["文旅局", join(folder, "wenlv-site")]];
  const rows = listed.map(([name, site]) => `  - {名称: ${name}, 目录: '${join(site, "catalogue.json")}'}`);
  writeFileSync(join(folder, "boards.yaml"), `标题: 云岭县基层公开一览\n公开栏:\n${rows.join("\n")}\n`);
  run(["portal", "boards.yaml", "--out", "county"], folder);
  sites.county = join(folder, "county");
  const git = (...words) => execFileSync("git", ["-c", "user.name=经办人", "-c", "user.email=clerk@example.gov.cn", ...words], { cwd: board, env, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "经办人");
  git("config", "user.email", "clerk@example.gov.cn");
  git("add", ".");
  git("commit", "--quiet", "-m", "公开栏开通");
  tell("体检", ["doctor"]);
  write(readFileSync(item, "utf8").replace(/^---\n/, "---\n撤下: {日期: 2026-11-20, 理由: 检修改期，另行通知}\n"));
  sites.withdrawn = build("withdrawn");
  const end = () => {
    form.end();
    rmSync(folder, { recursive: true, force: true });
  };
  return { said, sites, form, end };
}
