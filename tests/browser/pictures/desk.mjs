// The desk of `gongkai serve --edit` over a board, for as long as its picture takes.
import { spawn } from "node:child_process";
import { program, today } from "../bed/site.mjs";

const HEX = /[0-9a-f]{16,}/g;

/** Opens it: its `address`, which carries the token, `look`, which fetches a file of it as text, and `end`. */
export async function desk(board, env) {
  const served = spawn(program(), ["--today", today, "-C", board, "serve", "--edit", "--port", "0"], { env });
  const address = await new Promise((done, fail) => {
    let text = "";
    const hear = (piece) => {
      text += piece;
      const [found] = /http:\S+\?token=[0-9a-f]+/.exec(text) ?? [];
      if (found) done(found);
    };
    served.stdout.on("data", hear);
    served.stderr.on("data", hear);
    served.on("exit", () => fail(new Error(text)));
  });
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = entered.headers.getSetCookie()[0].split(";")[0];
  // Tokens and digests of files are new each time.
  const look = async (path) => (await (await fetch(new URL(path, address), { headers: { cookie } })).text()).replaceAll(HEX, "");
  return { address, look, end: () => served.kill() };
}
