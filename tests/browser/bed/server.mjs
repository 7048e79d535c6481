// A static host, as plain as any: files, a folder's index.html, 404.html, and the headers that the site asks for.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { canonicalOf } from "./html.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".pdf": "application/pdf",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "application/xml; charset=utf-8",
};

/** The policy that every page must be able to live under, where the site's own `_headers` says nothing stricter. */
export const STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

/** The three ways in which a site is opened: `{ name, address(path), close() }` each. */
export async function threeWays(root) {
  return [await serve(root, "at a root", "/"), await serve(root), fromFolder(root)];
}

/** The site from a folder on disk, as a clerk or a memory stick has it. */
export function fromFolder(root) {
  return { name: "from a folder", address: (path) => pathToFileURL(join(root, path)).href, close() {} };
}

/** The site over HTTP on this machine, below the path that it is made for. */
export async function serve(root, name = "under its path", prefix = ownPath(root)) {
  const headers = ownHeaders(root);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const inside = pathname.startsWith(prefix) ? normalize(decodeURIComponent(pathname.slice(prefix.length))) : "..";
    let file = join(root, inside);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (pathname === "/favicon.ico") return void response.writeHead(204).end();
    const found = !inside.startsWith("..") && existsSync(file);
    if (!found) file = join(root, "404.html");
    const body = existsSync(file) ? readFileSync(file) : "";
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": STRICT,
      ...headers,
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  return {
    name,
    address: (path) => `http://127.0.0.1:${port}${prefix}${path.split("/").map(encodeURIComponent).join("/")}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The path of the home page's own address: `/qingshi/`, or `/sub/path/` where the site does not say. */
function ownPath(root) {
  const home = join(root, "index.html");
  const canonical = existsSync(home) && canonicalOf(readFileSync(home, "utf8"));
  return canonical ? new URL(canonical).pathname : "/sub/path/";
}

/** What the site's `_headers` says for all pages (the block of `/*`). */
function ownHeaders(root) {
  const file = join(root, "_headers");
  if (!existsSync(file)) return {};
  const headers = {};
  let forAll = false;
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    if (/^\S/.test(line)) forAll = line.trim() === "/*";
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (forAll && name) headers[name] = value;
  }
  return headers;
}
