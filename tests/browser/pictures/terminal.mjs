// A terminal as a page: what was typed and what was said.

const STYLE = `
  body { margin: 0; background: #f4f6f6; }
  main { box-sizing: border-box; width: 880px; padding: 20px 24px; font: 15px/1.65 "Noto Sans Mono CJK SC", monospace; color: #1c2526; }
  p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  p + b { margin-top: .9em; }
  b { display: block; color: #0b5b5f; }
  b::before { content: "$ "; color: #6b7779; font-weight: 400; }
`;

/** The page. `alike` leaves out what another machine says differently: versions, days, places of programs, counts of pages. */
export function terminal(commands, alike = false) {
  const parts = commands.map(({ typed, said }) => `<b>${escaped(typed)}</b><p>${escaped(alike ? everywhere(said) : said)}</p>`);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>终端</title><style>${STYLE}</style><main>${parts.join("")}</main></html>`;
}

function everywhere(text) {
  return text.replaceAll(/git \d[\w.-]*/g, "git").replaceAll(/今天是 [\d-]+/g, "今天").replaceAll(/(打印用) .*/g, "$1");
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
