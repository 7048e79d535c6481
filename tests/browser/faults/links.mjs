// Follows every link of every page in the folder itself: no browser, no server, no script.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalOf, tags } from "../bed/html.mjs";
import { allFiles, allPages } from "../bed/site.mjs";

// Deep enough that a link which climbs out of the site is seen to climb.
const ROOT = "http://site.test/r/o/o/t/";
const LOADS = new Set(["script", "img", "source", "video", "audio", "iframe", "embed", "object", "use", "image", "input", "track"]);
const QUIET = /^(?:mailto|tel):/i;

/** One line a fault: the page and what is wrong with the link. */
export function badLinks(root) {
  const files = new Set(allFiles(root));
  const pages = allPages(root);
  const ids = new Map(pages.map(({ path, html }) => [path, idsOf(html)]));
  const faults = [];
  for (const { path, html } of pages) {
    for (const link of links(html)) {
      const fault = judge(path, link, files, ids);
      if (fault) faults.push(`${path}: ${link.target} ${fault}`);
    }
  }
  for (const path of [...files].filter((path) => path.endsWith(".css"))) {
    for (const [, target] of readFileSync(join(root, path), "utf8").matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
      const fault = judge(path, { element: "img", target }, files, ids);
      if (fault) faults.push(`${path}: ${target} ${fault}`);
    }
  }
  return [...faults, ...badAddresses(root, files)];
}

function judge(path, { element, relation, target }, files, ids) {
  if (QUIET.test(target)) return null;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) {
    if (!/^https?:/i.test(target)) return "is of a kind that no page may link to";
    return LOADS.has(element) || relation === "stylesheet" ? "is loaded from another host" : null;
  }
  if (target.startsWith("/")) {
    // The host shows 404.html under any address, so its links alone start at the root.
    return path === "404.html" ? fromRoot(target, files) : "starts at the root, so it breaks under a path and from a folder";
  }
  const url = new URL(target, ROOT + encodeURI(path));
  if (!url.href.startsWith(ROOT)) return "leads out of the site";
  const found = decodeURIComponent(url.pathname.slice(new URL(ROOT).pathname.length)) || "index.html";
  if (files.has(found)) return anchor(found, url.hash, ids);
  return files.has(`${found.replace(/\/$/, "")}/index.html`)
    ? "names a folder, which does not open from disk: name its index.html"
    : "leads nowhere";
}

function fromRoot(target, files) {
  const parts = decodeURIComponent(target.split(/[?#]/)[0]).split("/").slice(1);
  const tails = parts.map((_, at) => parts.slice(at).join("/"));
  return tails.some((tail) => files.has(tail) || files.has(`${tail}index.html`)) ? null : "leads nowhere";
}

function anchor(path, hash, ids) {
  const id = decodeURIComponent(hash.slice(1));
  return !id || id === "top" || !ids.has(path) || ids.get(path).has(id) ? null : `names a place that ${path} does not have`;
}

function idsOf(html) {
  return new Set([...tags(html)].map(({ attributes }) => attributes.id).filter(Boolean));
}

function* links(html) {
  for (const { name, attributes } of tags(html)) {
    const relation = attributes.rel?.toLowerCase();
    for (const key of ["href", "xlink:href", "src", "action", "formaction", "poster", "data"]) {
      if (attributes[key] !== undefined) yield { element: name, relation, target: attributes[key] };
    }
    for (const part of attributes.srcset?.split(",") ?? []) yield { element: name, relation, target: part.trim().split(/\s/)[0] };
    if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh") {
      yield { element: name, relation, target: attributes.content.replace(/^[^=]*=\s*/, "") };
    }
  }
}

/** Every address in the site map and the feed must be a page of this site. */
function badAddresses(root, files) {
  if (!files.has("index.html")) return ["there is no index.html"];
  const canonical = canonicalOf(readFileSync(join(root, "index.html"), "utf8"));
  if (!canonical) return [];
  const faults = [];
  for (const list of ["sitemap.xml", "feed.xml"].filter((list) => files.has(list))) {
    const text = readFileSync(join(root, list), "utf8");
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>|<link\b[^>]*\bhref="([^"]+)"/g)].map(([, loc, href]) => loc ?? href);
    for (const address of addresses) {
      const path = address.startsWith(canonical) ? decodeURIComponent(address.slice(canonical.length).split("#")[0]) : null;
      if (path === null || !(files.has(path) || files.has(`${path}index.html`))) faults.push(`${list}: ${address} is no page of this site`);
    }
  }
  return faults;
}
