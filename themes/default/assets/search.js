// search.js — finds entries in the index that the build wrote below search/. There is no server to ask: pieces of the
// index are loaded as scripts, so that it works over the network, from a folder, and under script-src 'self'.
//
// A phrase is found by its pairs of adjacent letters at the right distances from each other; see src/search/ for the
// files. Everything the page says stands in the template, in data-say-… of the element with data-search.
"use strict";
(() => {
  const desk = document.querySelector("[data-search]");
  if (!desk) return;

  const PER_PAGE = 10;
  const MOST_TERMS = 6; // Terms of a query that are looked up; more make no difference to who finds what.
  const FEW_PAIRS = 4; // Pairs of a long term that are looked up at once,
  const FEW_PLACES = 12; // and the places left for which the text itself is then asked instead of the other pairs.
  const FILTERS = ["section", "category", "unit", "year"];
  // What people call by a short name and papers by a long one: who looks for the one finds the other.
  const LONG = new Map([
    ["低保", "最低生活保障"], ["医保", "医疗保险"], ["社保", "社会保险"], ["新农合", "城乡居民基本医疗保险"], ["五保", "特困人员"],
    ["公租房", "公共租赁住房"], ["环评", "环境影响评价"], ["计生", "计划生育"], ["双拥", "拥军优属"],
  ]);
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

  // ---- Loading ---------------------------------------------------------------------------------

  const files = new Map(); // What was asked for, by name: { promise, arrive }.
  let version = "";

  window.gongkaiSearch = (name, data) => { if (files.has(name)) files.get(name).arrive(data); };

  function load(name) {
    if (!files.has(name)) {
      const file = {};
      file.promise = new Promise((arrive, fail) => {
        file.arrive = arrive;
        const script = document.createElement("script");
        script.src = `${desk.dataset.search}${name}.js${version && `?v=${version}`}`;
        script.onload = () => script.remove();
        script.onerror = () => { script.remove(); files.delete(name); fail(new Error(`${name} was not loaded`)); };
        document.head.append(script);
      });
      files.set(name, file);
    }
    return files.get(name).promise;
  }

  let opened; // The index, opened once.
  const open = () => opened || (opened = Promise.all([load("start"), load("folding")]).then(([start, groups]) => {
    version = start.version;
    for (const group of groups.split(" ")) {
      const letters = Array.from(group);
      letters.slice(1).forEach((letter) => simplified.set(letter, letters[0]));
    }
    return start;
  }, (error) => { opened = undefined; throw error; }));

  // ---- Letters ---------------------------------------------------------------------------------

  const simplified = new Map();
  const isLetter = (c) => /[\p{Alphabetic}\p{N}]/u.test(c);
  const isLatin = (text) => !/[\u1100-\u115f\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3fffd}]/u.test(text);

  // One character becomes one of the same length, so that places in the folded text are places in the text.
  function folded(text) {
    return Array.from(text, (c) => {
      if (/[\u2e80-\u2fd5\uf900-\ufaff]/.test(c)) {
        const plain = c.normalize("NFKC");
        if (plain.length === 1) c = plain;
      }
      if (c >= "！" && c <= "～") c = String.fromCharCode(c.charCodeAt(0) - 0xfee0);
      if (c === "\u3000") c = " ";
      const small = c.toLowerCase();
      if (small.length === c.length) c = small;
      return simplified.get(c) || c;
    }).join("");
  }

  // The terms of a query: runs of letters between spaces and marks. A query of single characters with spaces between
  // them is one word that was spaced out.
  function termsOf(query) {
    const runs = folded(query.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, "")).match(/[\p{Alphabetic}\p{N}]+/gu) || [];
    const single = (run) => Array.from(run).length === 1;
    const terms = runs.length > 1 && runs.every((run) => single(run) && !isLatin(run)) ? [runs.join("")] : Array.from(new Set(runs));
    const long = terms.filter((term) => !single(term));
    return { terms: (long.length ? long : terms).slice(0, MOST_TERMS), ignored: long.length ? terms.filter(single) : [] };
  }

  // ---- Keys and places -------------------------------------------------------------------------

  // The printable characters that numbers are written in: 48 end a number, 44 continue it.
  const digit = (code) => code - 33 - (code > 34) - (code > 92);

  function numbers(text, from) {
    const found = [];
    let number = 0;
    for (let at = from; at < text.length; at += 1) {
      const d = digit(text.charCodeAt(at));
      if (d < 48) { found.push(number * 48 + d); number = 0; } else number = number * 44 + d - 47;
    }
    return found;
  }

  function column(text) {
    const found = numbers(text, 1);
    if (text[0] === "0") return found;
    const whole = [];
    for (let at = 0; at < found.length; at += 2) for (let n = found[at + 1]; n > 0; n -= 1) whole.push(found[at]);
    return whole;
  }

  /** The index of the last value that is not above one that is searched for. */
  function lastUpTo(values, value) {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  const shards = new Map(); // Files of keys, taken apart.

  /** The places of a key, and whether it stands as a word at each. */
  async function rowOf(start, key) {
    const number = lastUpTo(start.keys, key);
    if (number < 0) return { places: [], words: [] };
    const text = await load(`keys/${number}`);
    if (!shards.has(number)) {
      const rows = new Map();
      const parts = text.split(" ");
      for (let at = 0; at < parts.length; at += 2) rows.set(parts[at], parts[at + 1]);
      shards.set(number, rows);
    }
    const row = shards.get(number).get(key) || "0";
    const mode = row[0];
    let next = 0;
    const words = [];
    const places = numbers(row, 1).map((value) => {
      words.push(mode === "2" ? value & 1 : mode === "1" ? 1 : 0);
      const place = next + (mode === "2" ? Math.floor(value / 2) : value);
      next = place + 1;
      return place;
    });
    return { places, words };
  }

  /** The pairs that tell a term from all others: every second one and the last. The edges come first. */
  function pairsOf(term) {
    const letters = Array.from(term);
    if (letters.length === 1) return [{ key: term, offset: 0, edge: true }];
    const offsets = [];
    letters.reduce((offset, letter) => { offsets.push(offset); return offset + letter.length; }, 0);
    const last = letters.length - 2;
    const pairs = [];
    for (let i = 0; i <= last; i = i < last ? Math.min(i + 2, last) : i + 1) {
      pairs.push({ key: letters[i] + letters[i + 1], offset: offsets[i], edge: i === 0 || i === last });
    }
    const middle = pairs.length >> 1;
    const order = (pair) => (pair.edge ? 0 : pair === pairs[middle] ? 1 : 2);
    return pairs.slice().sort((a, b) => order(a) - order(b));
  }

  /** Where a term stands, and where it stands as a word: it begins or ends with one, if Latin it does both. */
  async function placesOf(start, term) {
    const pairs = pairsOf(term);
    const latin = isLatin(term);
    const rowsOf = (some) => Promise.all(some.map(async (pair) => Object.assign(await rowOf(start, pair.key), pair)));
    let found = meet(null, await rowsOf(pairs.slice(0, FEW_PAIRS)), latin);
    if (pairs.length > FEW_PAIRS && found.places.length > FEW_PLACES) {
      found = meet(found, await rowsOf(pairs.slice(FEW_PAIRS)), latin);
    } else if (pairs.length > FEW_PAIRS) {
      found = await verified(start, found, term);
    }
    return Object.assign(found, { term });
  }

  /** The places of a term, and of the long name of what it is short for. */
  async function placesByName(start, term) {
    const long = LONG.get(term);
    if (!long) return placesOf(start, term);
    const [own, other] = await Promise.all([placesOf(start, term), placesOf(start, long)]);
    const placed = ({ places, words }, weight) => places.map((place, i) => ({ place, word: words[i] * weight }));
    const all = [...placed(own, 1), ...placed(other, 0.25)]; // Who says it in the reader's own word comes first.
    all.sort((a, b) => a.place - b.place);
    return { term, places: all.map(({ place }) => place), words: all.map(({ word }) => word) };
  }

  /** The places where all rows agree. */
  function meet(found, rows, latin) {
    const shortest = rows.reduce((a, b) => (b.places.length < a.places.length ? b : a));
    let { places, words } = found || {
      places: shortest.places.map((place) => place - shortest.offset), words: shortest.places.map(() => (latin ? 1 : 0)),
    };
    for (const row of rows) {
      const kept = [];
      const marks = [];
      let at = 0;
      places.forEach((place, i) => {
        while (row.places[at] < place + row.offset) at += 1;
        if (row.places[at] !== place + row.offset) return;
        kept.push(place);
        marks.push(!row.edge ? words[i] : latin ? words[i] & row.words[at] : words[i] | row.words[at]);
      });
      places = kept;
      words = marks;
    }
    return { places, words };
  }

  /** The places where the text really says the term. */
  async function verified(start, { places, words }, term) {
    const says = await Promise.all(places.map(async (place) => {
      const text = await load(`texts/${Math.floor(place / start.piece)}`);
      const at = place % start.piece;
      return folded(text.slice(at, at + term.length)) === term;
    }));
    return { places: places.filter((_, i) => says[i]), words: words.filter((_, i) => says[i]) };
  }

  // ---- Entries ---------------------------------------------------------------------------------

  const facets = new Map(); // Files of facets, taken apart.

  async function facetsOf(start, number) {
    const columns = await load(`facets/${number}`);
    if (!facets.has(number)) {
      const [bases, titles, heads, dates, section, category, unit, state] = columns.map(column);
      let base = 0;
      let date = 0;
      facets.set(number, bases.map((distance, i) => {
        base += distance;
        date += dates[i] & 1 ? -(dates[i] + 1) / 2 : dates[i] / 2;
        return {
          ordinal: number * start.facets + i, base, title: titles[i], head: titles[i] + heads[i], date,
          section: section[i], category: category[i], unit: unit[i], state: state[i], year: yearOf(date),
        };
      }));
      const entries = facets.get(number);
      entries.forEach((entry, i) => { entry.end = i + 1 < entries.length ? entries[i + 1].base : start.places[number + 1] || Infinity; });
    }
    return facets.get(number);
  }

  const yearOf = (date) => (date ? Math.floor((date - 1) / 372) : 0);
  const two = (number) => String(number).padStart(2, "0");
  const dayOf = (date) => `${yearOf(date)}-${two(Math.floor((date - 1) / 31) % 12 + 1)}-${two((date - 1) % 31 + 1)}`;

  /** The entries that hold every term, each with what was found in it. */
  async function entriesWith(start, found) {
    const files = found.map(({ places }) => new Set(places.map((place) => lastUpTo(start.places, place))));
    const common = Array.from(files[0]).filter((number) => files.every((file) => file.has(number)));
    const hits = [];
    await Promise.all(common.map(async (number) => {
      const entries = await facetsOf(start, number);
      const end = start.places[number + 1] || Infinity;
      const perTerm = found.map(({ places, words }) => {
        const inside = new Map();
        let at = lastUpTo(places, start.places[number] - 1) + 1;
        let entry = 0;
        for (; at < places.length && places[at] < end; at += 1) {
          while (places[at] >= entries[entry].end) entry += 1;
          if (!inside.has(entry)) inside.set(entry, []);
          inside.get(entry).push({ place: places[at], word: words[at] });
        }
        return inside;
      });
      for (const entry of perTerm[0].keys()) {
        if (perTerm.every((inside) => inside.has(entry))) {
          hits.push({ entry: entries[entry], terms: perTerm.map((inside) => inside.get(entry)) });
        }
      }
    }));
    return hits;
  }

  /**
   * What stands as a word comes first, then what stands in titles and numbers, then what is often spoken of. What no
   * longer holds sinks, unless one asks for it by its whole title.
   */
  function rank(hits, found, length) {
    for (const hit of hits) {
      const { base, title, head, state } = hit.entry;
      hit.words = hit.terms.every((places) => places.some(({ word }) => word));
      hit.score = 0;
      let spoken = 0; // How much of the title the terms are.
      hit.terms.forEach((places, i) => {
        const term = found[i].term.length;
        let often = 0;
        let inTitle = 0;
        let inNumber = 0;
        for (const { place, word } of places) {
          const at = place - base;
          const weight = word || 0.2;
          if (at < title) inTitle = Math.max(inTitle, weight * (30 + 30 * term / title + (at === 0 ? 5 : 0)));
          else if (at < head) inNumber = Math.max(inNumber, weight * 40);
          else often += weight;
        }
        if (inTitle) spoken += term;
        hit.score += inTitle + inNumber + 20 * often / (often + 0.4 + 0.8 * (hit.entry.end - base) / length);
      });
      if (state && spoken < 0.75 * title) hit.score /= 8;
    }
    return hits.sort((a, b) => b.words - a.words || b.score - a.score || byDate(a, b));
  }

  const byDate = (a, b) => b.entry.date - a.entry.date || b.entry.ordinal - a.entry.ordinal;

  // ---- What is shown of an entry ---------------------------------------------------------------

  /** Where to read an entry: where most terms stand close together, as words if they can; else where its text begins. */
  function placeToRead({ entry, terms }) {
    const body = [];
    terms.forEach((places, term) => places.filter(({ place }) => place >= entry.base + entry.head).slice(0, 200)
      .forEach(({ place, word }) => body.push({ place, word, term })));
    body.sort((a, b) => a.place - b.place);
    let best = { place: entry.base + entry.head, score: 0 };
    body.forEach(({ place }, i) => {
      const seen = new Map();
      for (let j = i; j < body.length && body[j].place < place + 70; j += 1) {
        seen.set(body[j].term, Math.max(seen.get(body[j].term) || 1, body[j].word ? 1.5 : 1));
      }
      const score = Array.from(seen.values()).reduce((a, b) => a + b, 0);
      if (score > best.score) best = { place, score };
    });
    return best.place;
  }

  async function shown(start, hit) {
    const { entry } = hit;
    const place = placeToRead(hit);
    const number = Math.floor(place / start.piece);
    const [records, text] = await Promise.all([
      load(`records/${Math.floor(entry.ordinal / start.records)}`), load(`texts/${number}`),
    ]);
    const [title, address, docNumber, index] = records[entry.ordinal % start.records];
    return { entry, title, address, docNumber, index, excerpt: excerpt(text, number * start.piece, entry, place) };
  }

  function excerpt(text, first, entry, place) {
    const begin = Math.max(0, entry.base + entry.head - first);
    const end = Math.min(text.length, entry.end - 1 - first);
    const at = place - first;
    let from = Math.max(begin, at - 24);
    const sentence = Math.max(...Array.from("。；！？\n", (mark) => text.lastIndexOf(mark, at - 1))) + 1;
    if (sentence >= from) from = sentence;
    if (/[\udc00-\udfff]/.test(text[from] || "")) from += 1;
    let to = Math.min(end, from + 100);
    if (/[\udc00-\udfff]/.test(text[to] || "")) to += 1;
    const piece = text.slice(from, to).replace(/\s+/g, " ").trim();
    return piece && `${from > begin && from !== sentence ? "…" : ""}${piece}${to < end ? "…" : ""}`;
  }

  /** Appends a text with the terms marked. */
  function mark(parent, text, terms) {
    const plain = folded(text);
    const marked = new Array(plain.length).fill(false);
    for (const term of terms) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) marked.fill(true, at, at + term.length);
    }
    for (let at = 0; at < text.length;) {
      let to = at + 1;
      while (to < text.length && marked[to] === marked[at]) to += 1;
      parent.append(marked[at] ? element("mark", {}, text.slice(at, to)) : text.slice(at, to));
      at = to;
    }
  }

  // ---- The page --------------------------------------------------------------------------------

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
  let last = { query: null }; // The hits of the last query: filters and pages need no new search.
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
      if (mine !== turn) return;
      render(wanted, view);
    } catch (error) {
      if (mine !== turn) return;
      render(wanted, null);
      status.textContent = say("failed");
    }
    desk.removeAttribute("aria-busy");
    if (focus) status.focus();
  }

  async function hitsFor(start, query) {
    if (last.query !== query) {
      const { terms, ignored } = termsOf(query);
      const found = await Promise.all(terms.map((term) => placesByName(start, term)));
      const hits = found.length && found.every(({ places }) => places.length) ? await entriesWith(start, found) : [];
      const length = 1 + (start.places.length > 1 ? start.places[1] / start.facets : hits.length ? lastBase() / start.entries : 0);
      const long = terms.filter((term) => LONG.has(term)).map((term) => LONG.get(term));
      last = { query, terms: terms.concat(long), long, ignored, hits: rank(hits, found, length) };
    }
    return last;
  }

  const lastBase = () => Math.max(...Array.from(facets.values(), (entries) => entries[entries.length - 1].base));

  async function answer(wanted) {
    const start = await open();
    const { terms, long, ignored, hits } = await hitsFor(start, wanted.q);
    const values = valuesOf(start);
    const fits = (hit, but) => FILTERS.every((name) => name === but || !wanted[name] || values[name](hit.entry).includes(wanted[name]));
    const all = hits.filter((hit) => fits(hit));
    if (wanted.sort === "date") all.sort(byDate);
    const counts = {};
    for (const name of FILTERS) {
      counts[name] = new Map();
      for (const hit of hits) {
        if (fits(hit, name)) for (const value of values[name](hit.entry)) counts[name].set(value, (counts[name].get(value) || 0) + 1);
      }
    }
    const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
    const page = Math.min(wanted.page, pages);
    const rows = await Promise.all(all.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((hit) => shown(start, hit)));
    return { start, terms, long, ignored, count: all.length, counts, pages, page, rows };
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
    const told = count ? (wanted.sort === "date" ? "foundByDate" : "found") : FILTERS.some((name) => wanted[name]) ? "noneHere" : "none";
    status.textContent = say(told, { n: count, query: wanted.q }) + notes;
    list.append(...view.rows.map((row) => result(view, row)));
    list.start = (view.page - 1) * PER_PAGE + 1;
    renderSections(wanted, view);
    renderFilters(wanted, view, start);
    renderPager(wanted, view);
  }

  function result(view, { entry, title, address, docNumber, index, excerpt: text }) {
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
    tell(entry.date && element("time", { datetime: dayOf(entry.date) }, dayOf(entry.date)));
    for (const number of [docNumber, index]) {
      if (number) {
        const box = element("span");
        mark(box, number, terms);
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
  open().catch(() => {}); // Whoever comes here will search.
  show(false);
})();
