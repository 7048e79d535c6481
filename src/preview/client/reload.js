// Watches for the next version of this page, loads it, and lays what was found over it. Only the preview adds it.
"use strict";
(() => {
  const script = document.currentScript;
  const own = new URL(".", script.src);
  const place = "gongkai-scroll " + location.pathname;
  const folded = "gongkai-folded";
  let [site, build] = script.dataset.version.split(" ");
  let events = null;
  let again = 0;
  let newest = null;
  let layer = null;
  let words = null;
  let silence = 0;
  let notice = null;

  // A browser opens six connections to one host, and no more. So one tab listens for all, and passes on what it hears;
  // when it closes, the next takes its turn. Where tabs cannot agree on one (locks need an address of this computer,
  // and a shared preview has another), each listens for itself while it can be seen.
  const together = navigator.locks && window.BroadcastChannel ? new BroadcastChannel("gongkai-events") : null;
  if (together) together.addEventListener("message", (event) => hear(event.data));

  function begin() {
    if (together) navigator.locks.request("gongkai-events", () => new Promise((done) => {
      addEventListener("pagehide", done, { once: true });
      listen();
    }));
    else if (!document.hidden) listen();
  }

  function listen() {
    clearTimeout(again);
    if (events) return;
    events = new EventSource(new URL("events", own));
    events.addEventListener("message", (event) => {
      if (together) together.postMessage(event.data);
      hear(event.data);
    });
    events.addEventListener("open", () => { clearTimeout(silence); silence = 0; lost(false); });
    events.addEventListener("error", () => {
      silence = silence || setTimeout(() => lost(true), 3000);
      // The browser comes back by itself after a cut, but not after a refusal.
      if (!events || events.readyState !== EventSource.CLOSED) return;
      events = null;
      again = setTimeout(listen, 3000);
    });
  }

  function rest() {
    clearTimeout(again);
    clearTimeout(silence);
    silence = 0;
    if (events) events.close();
    events = null;
  }

  // A tab that nobody sees waits with loading until somebody does.
  function hear(version) {
    newest = version;
    if (document.hidden) return;
    const [newSite, newBuild] = version.split(" ");
    if (newSite !== site) reload();
    else if (newBuild !== build) look();
  }

  function reload() {
    rest();
    remember(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  }

  async function look() {
    const address = new URL("findings", own);
    if (script.dataset.page) address.search = "page=" + script.dataset.page;
    const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const told = await answer.json();
    words = told.words;
    const [newSite, newBuild] = told.version.split(" ");
    if (newSite !== site) return reload();
    build = newBuild;
    show(told);
  }

  // Everything that comes from the board is set as text, never as HTML.
  function show(told) {
    const open = told.errors > 0 && remembered(folded) !== key(told);
    if (layer) layer.remove();
    layer = null;
    if (told.findings.length === 0) return;
    const dialog = element("dialog", { class: "overlay", "aria-labelledby": "findings" }, panel(told));
    // The worst comes first.
    const badge = element("button", { class: "badge " + told.findings[0].severity, type: "button" },
      element("span", {}, words.summary), element("b", {}, words.open));
    badge.addEventListener("click", () => { forget(folded); dialog.showModal(); });
    dialog.addEventListener("close", () => remember(folded, key(told)));
    layer = lay("gongkai-findings", badge, dialog);
    // A modal dialog makes the page behind it inert.
    if (open) dialog.showModal();
  }

  // Says that what is saved from now on does not show.
  function lost(is) {
    if (notice) notice.remove();
    notice = is && words ? lay("gongkai-lost", element("p", { class: "badge error", role: "status" }, words.lost)) : null;
  }

  // Puts something of ours on the page, out of reach of its style.
  function lay(id, ...children) {
    const host = element("div", { id, lang: words.language });
    const style = element("link", { rel: "stylesheet", href: new URL("overlay.css", own).href });
    host.attachShadow({ mode: "open" }).append(style, ...children);
    document.body.append(host);
    return host;
  }

  function panel(told) {
    const head = element("div", { class: "overlay-head" },
      element("h2", { id: "findings" }, words.summary),
      element("p", {}, words.lead),
      element("form", { method: "dialog" }, element("button", { class: "button", type: "submit" }, words.close)));
    const rest = told.left > 0 ? [element("p", { class: "soft" }, words.more)] : [];
    return element("div", { class: "overlay-panel" }, head, ...told.findings.map((one) => finding(one, told)), ...rest);
  }

  function finding(one, told) {
    const parts = [element("h3", {}, element("span", { class: "mark" }, words[one.severity]), one.message)];
    if (one.path) parts.push(where(one, told.root));
    if (one.window.length > 0) parts.push(lines(one.window));
    const list = element("dl", {});
    const row = (word, value) => value && list.append(element("dt", {}, word), element("dd", {}, value));
    row(words.remedy, one.remedy);
    row(words.basis, one.basis);
    row(words.rule, element("code", {}, "gongkai explain " + one.check));
    return element("section", { class: "finding " + one.severity }, ...parts, list);
  }

  function where(one, root) {
    const at = [one.path, one.line, one.line && one.column].filter(Boolean).join(":");
    const text = one.spot ? at + " " + one.spot : at;
    if (!root) return element("span", { class: "place" }, text);
    const file = (root + "/" + at).split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");
    return element("a", { class: "place", href: "vscode://file" + (file.startsWith("/") ? "" : "/") + file }, text);
  }

  function lines(window) {
    const width = String(window[window.length - 1].number).length;
    const pre = element("pre", { tabindex: "0" });
    window.forEach((line, at) => {
      pre.append(element("b", {}, String(line.number).padStart(width) + "  "), line.before);
      if (line.marked) pre.append(element("mark", {}, line.marked));
      pre.append(line.after + (at + 1 < window.length ? "\n" : ""));
    });
    return pre;
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  // Folding holds until other things are found.
  function key(told) {
    return told.findings.map((one) => [one.check, one.path, one.message].join(" ")).join("\n").slice(0, 4000);
  }

  // Storage may be forbidden; then scrolling and folding are simply forgotten.
  function remember(name, value) { try { sessionStorage.setItem(name, value); } catch { /* forgotten */ } }
  function remembered(name) { try { return sessionStorage.getItem(name); } catch { return null; } }
  function forget(name) { try { sessionStorage.removeItem(name); } catch { /* forgotten */ } }

  const scrolled = remembered(place);
  if (scrolled) {
    forget(place);
    const [left, top] = JSON.parse(scrolled);
    scrollTo({ left, top, behavior: "instant" });
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && newest) hear(newest);
    if (together) return;
    if (document.hidden) rest(); else listen();
  });
  addEventListener("pagehide", rest);
  // A page that comes back from the browser's memory may be an old one.
  addEventListener("pageshow", (event) => { if (event.persisted) { begin(); look(); } });
  begin();
  look();
})();
