// search.js — the search page: the query, the results, the filters. What is found comes from search-index.js; everything
// the page says stands in the template, in data-say-… of the element with data-search.
"use strict";
(() => {
  const desk = document.querySelector("[data-search]");
  if (!desk) return;

  const PER_PAGE = 10;
  const FILTERS = ["section", "category", "unit", "year"];
  const STATES = ["valid", "repealed", "expired", "past", "withdrawn"];
  const SECTIONS = ["permanent", "periodic", "staged", "timely"];

  const part = (name) => desk.querySelector(`[data-search-${name}]`);
  const form = part("form");
  const field = form.elements.q;
  const status = part("status");
  const sections = part("sections");
  const filters = part("filters");
  const list = part("results");
  const pager = part("pager");
  const index = window.gongkaiIndex(desk.dataset.search);

  function say(name, values = {}) {
    const words = desk.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`] || "";
    return words.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  }

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** Appends a text with the terms marked. */
  function mark(parent, text, terms) {
    index.marked(text, terms).forEach((piece, i) => parent.append(i % 2 ? element("mark", {}, piece) : piece));
  }

  function wish() {
    const asked = new URLSearchParams(location.search);
    const wanted = { q: (asked.get("q") || "").trim(), sort: asked.get("sort") || "", page: Math.max(1, parseInt(asked.get("page"), 10) || 1) };
    for (const name of FILTERS) wanted[name] = asked.get(name) || "";
    return wanted;
  }

  function addressOf(wanted) {
    const asked = new URLSearchParams();
    for (const name of ["q", ...FILTERS, "sort"]) if (wanted[name]) asked.set(name, wanted[name]);
    if (wanted.page > 1) asked.set("page", wanted.page);
    return `?${asked}`;
  }

  /** Goes to another query, filter or page. Where a browser forbids it (some do, for folders), the page loads anew. */
  function go(wanted, focus) {
    try {
      history.pushState(null, "", addressOf(wanted));
    } catch (error) {
      location.search = addressOf(wanted);
      return;
    }
    show(focus);
  }

  let turn = 0;
  const ownTitle = document.title;

  async function show(focus) {
    turn += 1;
    const mine = turn;
    const wanted = wish();
    field.value = wanted.q;
    document.title = wanted.q ? `${say("title", { query: wanted.q })} - ${ownTitle}` : ownTitle;
    desk.setAttribute("aria-busy", "true");
    try {
      const view = wanted.q ? await answer(wanted) : null;
      // The best result stands there before the files of the others are asked for.
      const [best, ...others] = view ? view.hits : [];
      const first = best && await index.shown(best);
      if (mine !== turn) return;
      render(wanted, view);
      if (first) list.append(result(view, first));
      const rows = others.map((hit) => index.shown(hit));
      for (const row of rows) row.catch(() => {}); // Whoever waits for the row is told.
      for (const row of rows) {
        const shown = await row;
        if (mine !== turn) return;
        list.append(result(view, shown));
      }
      if (view) renderPager(wanted, view);
    } catch (error) {
      if (mine !== turn) return;
      render(wanted, null);
      status.textContent = say("failed");
    }
    desk.removeAttribute("aria-busy");
    if (focus) status.focus();
  }

  async function answer(wanted) {
    const start = await index.open();
    const { terms, apart, long, ignored, hits } = await index.hitsFor(wanted.q);
    const values = valuesOf(start);
    const fits = (hit, but) => FILTERS.every((name) => name === but || !wanted[name] || values[name](hit.entry).includes(wanted[name]));
    const all = hits.filter((hit) => fits(hit));
    if (wanted.sort === "date") all.sort(index.byDate);
    const counts = {};
    for (const name of FILTERS) {
      counts[name] = new Map();
      for (const hit of hits) {
        if (fits(hit, name)) for (const value of values[name](hit.entry)) counts[name].set(value, (counts[name].get(value) || 0) + 1);
      }
    }
    const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
    const page = Math.min(wanted.page, pages);
    const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return { start, terms, apart, long, ignored, count: all.length, counts, pages, page, hits: shown };
  }

  /** What an entry can be filtered by: of a category also the ones above it. */
  function valuesOf(start) {
    const idOf = (rows) => (number) => (number ? [rows[number - 1][0]] : []);
    const paths = new Map();
    const pathsOf = (number) => {
      if (!number) return [];
      if (!paths.has(number)) paths.set(number, [...pathsOf(start.categories[number - 1][2]), pathOf(start, number)]);
      return paths.get(number);
    };
    return {
      section: ({ section }) => idOf(start.sections)(section),
      category: ({ category }) => pathsOf(category),
      unit: ({ unit }) => idOf(start.units)(unit),
      year: ({ year }) => (year ? [String(year)] : []),
    };
  }

  function pathOf(start, number) {
    const [id, , parent] = start.categories[number - 1];
    return parent ? `${pathOf(start, parent)}/${id}` : id;
  }

  function render(wanted, view) {
    list.replaceChildren();
    pager.replaceChildren();
    sections.replaceChildren();
    for (const box of [sections, filters, pager]) box.hidden = true;
    status.textContent = "";
    if (!view) return;
    const { start, count } = view;
    const noted = (name, words) => (words.length ? ` ${say(name, { words: words.join("、") })}` : "");
    const notes = noted("long", view.long) + noted("ignored", view.ignored);
    const found = view.apart.length ? "apart" : wanted.sort === "date" ? "foundByDate" : "found";
    const told = count ? found : FILTERS.some((name) => wanted[name]) ? "noneHere" : "none";
    status.textContent = say(told, { n: count, query: wanted.q, words: view.apart.join("、") }) + notes;
    list.start = (view.page - 1) * PER_PAGE + 1;
    renderSections(wanted, view);
    renderFilters(wanted, view, start);
  }

  function result(view, { entry, title, address, docNumber, number, excerpt: text }) {
    const { start, terms } = view;
    const link = element("a", { href: desk.dataset.root + address });
    mark(link, title, terms);
    const head = element("h2", {}, link);
    const state = STATES[entry.state];
    if (entry.state) head.append(" ", element("span", { class: `mark ${state}` }, say(state)));
    const about = element("p", { class: "about" });
    const tell = (value) => { if (value) about.append(value); };
    tell(entry.section && element("span", {}, start.sections[entry.section - 1][1]));
    tell(entry.category && element("span", {}, start.categories[entry.category - 1][1]));
    tell(entry.unit && element("span", {}, start.units[entry.unit - 1][1]));
    tell(entry.date && element("time", { datetime: index.dayOf(entry.date) }, index.dayOf(entry.date)));
    for (const named of [docNumber, number]) {
      if (named) {
        const box = element("span");
        mark(box, named, terms);
        about.append(box);
      }
    }
    const row = element("li", {}, head);
    if (text) {
      const words = element("p");
      mark(words, text, terms);
      row.append(words);
    }
    row.append(about);
    return row;
  }

  /** A link of this page that does not load it anew. */
  function inside(wanted, text, current, ...more) {
    const link = element("a", { href: addressOf(wanted) }, text, ...more);
    if (current) link.setAttribute("aria-current", current);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(wanted, true);
    });
    return element("li", {}, link);
  }

  function renderSections(wanted, { start, counts }) {
    const rows = start.sections.filter(([id]) => counts.section.has(id) || wanted.section === id);
    if (rows.length < 2 && !wanted.section) return;
    rows.sort((a, b) => SECTIONS.indexOf(a[0]) - SECTIONS.indexOf(b[0]));
    const total = Array.from(counts.section.values()).reduce((a, b) => a + b, 0);
    const row = (id, name, count) => inside(
      Object.assign({}, wanted, { section: id, page: 1 }), `${name} `, wanted.section === id ? "true" : "", element("small", {}, String(count)),
    );
    sections.append(element("ul", {}, row("", say("all"), total), ...rows.map(([id, name]) => row(id, name, counts.section.get(id) || 0))));
    sections.hidden = false;
  }

  function renderFilters(wanted, { start, counts }) {
    const names = {
      category: start.categories.map(([, name], i) => [pathOf(start, i + 1), name]).sort((a, b) => (a[0] < b[0] ? -1 : 1)),
      unit: start.units.map(([id, name]) => [id, name]),
      year: Array.from(counts.year.keys()).sort().reverse().map((year) => [year, year]),
    };
    for (const [name, rows] of Object.entries(names)) {
      const select = filters.elements[name];
      if (!select) continue;
      const option = (value, text) => {
        const made = element("option", { value }, text);
        made.selected = value === wanted[name];
        return made;
      };
      const offered = rows.filter(([value]) => counts[name].has(value) || value === wanted[name]);
      select.replaceChildren(option("", say("all")), ...offered.map(([value, text]) => {
        const depth = name === "category" ? value.split("/").length - 1 : 0;
        return option(value, `${"\u3000".repeat(depth)}${text} (${counts[name].get(value) || 0})`);
      }));
      select.disabled = offered.length === 0;
    }
    if (filters.elements.sort) filters.elements.sort.value = wanted.sort;
    filters.hidden = false;
  }

  function renderPager(wanted, { page, pages }) {
    if (pages < 2) return;
    const to = (number) => Object.assign({}, wanted, { page: number });
    const rows = element("ul");
    const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages];
    let before = 0;
    if (page > 1) rows.append(inside(to(page - 1), say("previous"), ""));
    for (const number of Array.from(new Set(near)).filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)) {
      if (number > before + 1) rows.append(element("li", {}, element("span", {}, "…")));
      const row = inside(to(number), String(number), number === page ? "page" : "");
      row.firstChild.setAttribute("aria-label", say("page", { n: number }));
      rows.append(row);
      before = number;
    }
    if (page < pages) rows.append(inside(to(page + 1), say("next"), ""));
    pager.append(rows);
    pager.hidden = false;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = wish();
    go({ q: field.value.trim(), sort: wanted.sort, page: 1 }, false);
  });
  filters.addEventListener("change", () => {
    const wanted = wish();
    for (const name of ["category", "unit", "year", "sort"]) if (filters.elements[name]) wanted[name] = filters.elements[name].value;
    wanted.page = 1;
    go(wanted, false);
  });
  window.addEventListener("popstate", () => show(false));
  index.open().catch(() => {}); // Whoever comes here will search.
  show(false);
})();
