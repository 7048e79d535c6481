// What html-validate and the Nu checker find.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const checker = new HtmlValidate(
  new StaticConfigLoader(JSON.parse(readFileSync(new URL("../.htmlvalidate.json", import.meta.url), "utf8"))),
);

/** What html-validate finds on one page. */
export async function invalid({ path, html }) {
  const { results } = await checker.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
}

/** What the Nu checker calls an error, over many files in one run. */
export async function nuErrors(root, paths) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const files = paths.map((path) => join(root, path));
  const report = await new Promise((done, failed) => {
    const options = { maxBuffer: 1 << 28 };
    execFile("java", ["-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--errors-only", ...files], options, (error, _, said) => {
      // The checker ends with 1 when it has found something, and tells it on the error stream.
      if (error && error.code !== 1) failed(error);
      else done(said);
    });
  });
  return JSON.parse(report).messages.map(({ url, lastLine, lastColumn, message }) =>
    `${decodeURI(url).split(`${root}/`).at(-1)}:${lastLine}:${lastColumn} ${message}`);
}
