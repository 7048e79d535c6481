// search-index.js — finds entries in the index that search-files.js reads, for search.js, which shows them. A phrase is
// found by its pairs of adjacent letters at the right distances from each other.
"use strict";
/**
 * The index whose files lie at an address: `open()` gives what start.js says, `hitsFor(query)` the entries, the best
 * first, `shown(hit)` what there is to show of one, `marked(text, terms)` a text in pieces, every second one marked.
 */
window.gongkaiIndex = (where) => {
  const { open, load, rowOf, facetsOf, folded, isLatin, lastUpTo, dayOf, lastBase } = window.gongkaiFiles(where);
  const MOST_TERMS = 6; // Terms of a query that are looked up; more make no difference to who finds what.
  const FEW_PAIRS = 4; // Pairs of a long term that are looked up at once,
  const FEW_PLACES = 12; // and the places left for which the text itself is then asked instead of the other pairs.
  const LONG_TERM = 12; // Letters of a term that are parted into words where nothing holds the term,
  const SURE = 0.25; // and how often a pair must stand as a word to be one.
  // What people call by a short name and papers by a long one: who looks for the one finds the other.
  const LONG = new Map([
    ["低保", "最低生活保障"], ["医保", "医疗保险"], ["社保", "社会保险"], ["新农合", "城乡居民基本医疗保险"], ["五保", "特困人员"],
    ["公租房", "公共租赁住房"], ["环评", "环境影响评价"], ["计生", "计划生育"], ["双拥", "拥军优属"],
  ]);

  // ---- Terms and places ------------------------------------------------------------------------

  // The terms of a query: runs of letters between spaces and marks. A query of single characters with spaces between
  // them is one word that was spaced out.
  function termsOf(query) {
    const runs = folded(query.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, "")).match(/[\p{Alphabetic}\p{N}]+/gu) || [];
    const single = (run) => Array.from(run).length === 1;
    const terms = runs.length > 1 && runs.every((run) => single(run) && !isLatin(run)) ? [runs.join("")] : Array.from(new Set(runs));
    const long = terms.filter((term) => !single(term));
    return { terms: (long.length ? long : terms).slice(0, MOST_TERMS), ignored: long.length ? terms.filter(single) : [] };
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
    const rows = await rowsOf(pairs.slice(0, FEW_PAIRS));
    let found = meet(null, rows, latin);
    if (pairs.length > FEW_PAIRS && found.places.length > FEW_PLACES) {
      found = meet(found, await rowsOf(pairs.slice(FEW_PAIRS)), latin);
    } else if (pairs.length > FEW_PAIRS) {
      found = await verified(start, found, term);
    }
    return Object.assign(found, { term, rows });
  }

  /** The places of a term, and of the long name of what it is short for. */
  async function placesByName(start, term) {
    const long = LONG.get(term);
    if (!long) return placesOf(start, term);
    const [own, other] = await Promise.all([placesOf(start, term), placesOf(start, long)]);
    const placed = ({ places, words }, weight) => places.map((place, i) => ({ place, word: words[i] * weight }));
    const all = [...placed(own, 1), ...placed(other, 0.25)]; // Who says it in the reader's own word comes first.
    all.sort((a, b) => a.place - b.place);
    return { term, rows: own.rows, places: all.map(({ place }) => place), words: all.map(({ word }) => word) };
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

  /** The words that long terms are made of, as far as anything says them: 低保、申请 and 条件 of 低保怎样申请条件. */
  async function wordsOf(start, terms) {
    const words = await Promise.all(terms.map(async (term) => {
      const letters = Array.from(term).slice(0, LONG_TERM);
      if (letters.length < 3 || isLatin(term)) return [term];
      const rows = await Promise.all(letters.slice(1).map((letter, i) => rowOf(start, letters[i] + letter)));
      // The best words of two letters among the first letters, and how sure they are: two, three, … of the letters.
      const best = [{ sure: 0, words: [] }, { sure: 0, words: [] }];
      rows.forEach(({ words }, i) => {
        const pair = letters[i] + letters[i + 1];
        const sure = LONG.has(pair) ? 1 : words.length ? words.reduce((sum, word) => sum + word, 0) / words.length : 0;
        const joined = { sure: best[i].sure + sure, words: [...best[i].words, pair] };
        best.push(sure >= SURE && joined.sure > best[i + 1].sure ? joined : best[i + 1]);
      });
      return best[letters.length].words;
    }));
    return Array.from(new Set(words.flat())).slice(0, MOST_TERMS);
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

  /** The entries that hold at least so many of the terms, each with what was found in it. */
  async function entriesWith(start, found, least) {
    const files = new Map(); // How many terms stand somewhere in the entries of a file of facets.
    for (const { places } of found) {
      let end = -1;
      for (const place of places) {
        if (place < end) continue;
        const number = lastUpTo(start.places, place);
        files.set(number, (files.get(number) || 0) + 1);
        end = start.places[number + 1] || Infinity;
      }
    }
    const hits = [];
    await Promise.all(Array.from(files).filter(([, terms]) => terms >= least).map(async ([number]) => {
      const entries = await facetsOf(start, number);
      const end = start.places[number + 1] || Infinity;
      const inside = new Map(); // What was found in an entry, a list for each term.
      found.forEach(({ places, words }, term) => {
        let entry = 0;
        for (let at = lastUpTo(places, start.places[number] - 1) + 1; at < places.length && places[at] < end; at += 1) {
          while (places[at] >= entries[entry].end) entry += 1;
          if (!inside.has(entry)) inside.set(entry, found.map(() => []));
          inside.get(entry)[term].push({ place: places[at], word: words[at] });
        }
      });
      for (const [entry, terms] of inside) {
        if (terms.filter((places) => places.length).length >= least) hits.push({ entry: entries[entry], terms });
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
        else inTitle = 20 * inPieces(found[i].rows, base, base + title);
        hit.score += inTitle + inNumber + 20 * often / (often + 0.4 + 0.8 * (hit.entry.end - base) / length);
      });
      if (state && spoken < 0.75 * title) hit.score /= 8;
    }
    return hits.sort((a, b) => b.words - a.words || b.score - a.score || byDate(a, b));
  }

  /** How much of a term, 0 to 1, a stretch says in pieces that are words: half of 财政预算 in 预算法. */
  function inPieces(rows, from, to) {
    const said = rows.filter(({ places, words }) => {
      for (let at = lastUpTo(places, from - 1) + 1; places[at] < to; at += 1) if (words[at]) return true;
      return false;
    });
    return said.length / rows.length;
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
    const piece = Math.floor(place / start.piece);
    const [records, text] = await Promise.all([
      load(`records/${Math.floor(entry.ordinal / start.records)}`), load(`texts/${piece}`),
    ]);
    const [title, address, docNumber, number] = records[entry.ordinal % start.records];
    return { entry, title, address, docNumber, number, excerpt: excerpt(text, piece * start.piece, entry, place) };
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

  /** A text in pieces, every second one of which says a term. */
  function marked(text, terms) {
    const plain = folded(text);
    const says = new Array(plain.length).fill(false);
    for (const term of terms) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) says.fill(true, at, at + term.length);
    }
    const pieces = [];
    for (let at = 0; at < text.length;) {
      let to = at;
      const wanted = pieces.length % 2 === 1;
      while (to < text.length && says[to] === wanted) to += 1;
      pieces.push(text.slice(at, to));
      at = to;
    }
    return pieces;
  }

  // ---- A query ---------------------------------------------------------------------------------

  let last = { query: null }; // The hits of the last query: filters and pages need no new search.

  async function hitsFor(query) {
    const start = await open();
    if (last.query !== query) {
      const { terms, ignored } = termsOf(query);
      let found = await Promise.all(terms.map((term) => placesByName(start, term)));
      let hits = await entriesWith(start, found, Math.max(1, terms.length));
      // Nobody writes it like that: then what holds most of its words, as long as that is half of them.
      const apart = hits.length ? [] : await wordsOf(start, terms);
      if (apart.length) found = await Promise.all(apart.map((term) => placesByName(start, term)));
      for (let least = apart.length; least > 0 && least >= apart.length / 2 && !hits.length; least -= 1) {
        hits = await entriesWith(start, found, least);
      }
      const length = 1 + (start.places.length > 1 ? start.places[1] / start.facets : hits.length ? lastBase() / start.entries : 0);
      const long = terms.filter((term) => LONG.has(term)).map((term) => LONG.get(term));
      last = { query, terms: [...terms, ...apart, ...long], apart, long, ignored, hits: rank(hits, found, length) };
    }
    return last;
  }

  return { open, hitsFor, shown: async (hit) => shown(await open(), hit), marked, byDate, dayOf };
};
