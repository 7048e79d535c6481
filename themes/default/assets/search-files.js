// search-files.js — reads the index that the build wrote below search/. There is no server to ask: its files are loaded
// as scripts, so that it works over the network, from a folder, and under script-src 'self'. What the files hold is told
// in src/search/.
"use strict";
/**
 * The files of the index at an address: `open()` gives what start.js says, `load(name)` any of them, `rowOf` and
 * `facetsOf` what is found in two kinds of them; `folded(text)` is a text in the letters of the index.
 */
window.gongkaiFiles = (where) => {
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
        script.src = `${where}${name}.js${version && `?v=${version}`}`;
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
    // Every query needs the facets; where one file holds them all there is nothing to choose.
    if (start.places.length === 1) load("facets/0").catch(() => {});
    return start;
  }, (error) => { opened = undefined; throw error; }));

  // ---- Letters ---------------------------------------------------------------------------------

  const simplified = new Map();
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

  // ---- Rows of numbers --------------------------------------------------------------------------

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

  /** The place where the last entry begins, of those that were read. */
  const lastBase = () => Math.max(...Array.from(facets.values(), (entries) => entries[entries.length - 1].base));

  return { open, load, rowOf, facetsOf, folded, isLatin, lastUpTo, dayOf, lastBase };
};
