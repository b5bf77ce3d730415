// Facts that answer a question before any page does: the value of an indicator, the schools that offer a major. search.js loads this
// file with the first question that names one. answer_book.h, cards.h.
//
// library.cards(store, words, filter) resolves with cards for folded words:
//   [{ kind, name, unit, note, url, total, rows: [{ party, facts: [{ year, value, url }], asked }] }]: facts are the newest first, `asked`
//   says which of them is of the year that was asked for, or the newest; `total` rows there are, some are shown.
// Rejects when a file cannot be had. card(card, page) shows one.
(function (library) {
  "use strict";

  const { FormatError, readPart, recordsOf, subjectsIn } = library;
  const CARDS = 3, ROWS = 12, MEANT = 6, SHORTEST = 2, INSIDE = 4;

  function lengthOf(text) { return Array.from(text).length; }

  function numberOf(digits) {
    if (!/^[0-9]{1,9}$/.test(digits)) throw new FormatError("number");
    return Number(digits);
  }

  /** "3 abcd 0 120 7": file, its check, first letter, letters, first party. */
  function readPlaces(text) {
    const parts = text ? text.split(" ") : [];
    if (parts.length % 5) throw new FormatError("place");
    const places = [];
    for (let i = 0; i < parts.length; i += 5) {
      const [shard, begin, length, first] = [0, 2, 3, 4].map((n) => numberOf(parts[i + n]));
      places.push({ shard, check: parts[i + 1], begin, length, first });
    }
    return places;
  }

  function readParties(text) {
    return recordsOf(text).map(([above, name, ...names]) => {
      if (name === undefined) throw new FormatError("party");
      return { above: above ? numberOf(above) : -1, name, names };
    });
  }

  function readFacts(text) {
    const [head, ...rows] = recordsOf(text);
    if (!head || head.length < 5) throw new FormatError("subject");
    const [kind, name, unit, note, url] = head;
    return {
      about: { kind, name, unit, note, url },
      rows: rows.map((fields) => {
        if (fields.length % 3 !== 1 || fields.length < 4) throw new FormatError("fact");
        const facts = [];
        for (let i = 1; i < fields.length; i += 3) facts.push({ year: fields[i], value: fields[i + 1], url: fields[i + 2] });
        return { party: numberOf(fields[0]), facts };
      })
    };
  }

  /** The longest names in the words, none inside of another; subjects of one name together. */
  function namedSubjects(words, subjects) {
    const found = [], picked = [];
    for (const subject of subjects) {
      const number = numberOf(subject.number);
      subject.names.forEach((name) => words.forEach((text, word) => {
        const begin = text.indexOf(name);
        if (begin >= 0) found.push({ word, begin, end: begin + name.length, length: lengthOf(name), number, subject });
      }));
    }
    found.sort((a, b) => b.length - a.length || a.word - b.word || a.begin - b.begin || a.number - b.number);
    for (const one of found) {
      const fits = picked.every((other) => other.number !== one.number &&
        (other.word !== one.word || other.end <= one.begin || one.end <= other.begin || (other.begin === one.begin && other.end === one.end)));
      if (fits && picked.length < CARDS) picked.push(one);
    }
    return picked;
  }

  /** What the words say besides: strings of two or more characters. */
  function restOf(words, named) {
    const rest = [];
    words.forEach((word, w) => {
      let begin = 0;
      const spans = named.filter((one) => one.word === w).sort((a, b) => a.begin - b.begin);
      for (const span of [...spans, { begin: word.length, end: word.length }]) {
        if (span.begin > begin) rest.push(word.slice(begin, span.begin));
        begin = Math.max(begin, span.end);
      }
    });
    return rest.filter((piece) => lengthOf(piece) >= SHORTEST);
  }

  /**
   * How many characters of a string, from its first on, stand in a name: in their order if both begin alike, otherwise together, and then
   * at least four.
   */
  function beginningIn(piece, name) {
    const characters = Array.from(name);
    let known = 0;
    if (characters[0] === piece[0]) {
      for (const character of characters) if (piece[known] === character) known++;
      return known;
    }
    while (known < piece.length && name.includes(piece.slice(0, known + 1).join(""))) known++;
    return known < INSIDE ? 0 : known;
  }

  function meantBy(piece, parties) {
    const characters = Array.from(piece);
    const whole = [], partly = [];
    let longest = 0, most = SHORTEST;
    parties.forEach(({ names }, number) => {
      const length = Math.max(0, ...names.filter((name) => piece.includes(name)).map(lengthOf));
      const known = Math.max(0, ...names.map((name) => beginningIn(characters, name)));
      if (length > longest) { whole.length = 0; longest = length; }
      if (length && length === longest) whole.push(number);
      if (known > most) { partly.length = 0; most = known; }
      if (known === most) partly.push(number);
    });
    if (whole.length && longest >= most) return whole;
    return partly.length <= MEANT ? partly : [];
  }

  /** Parties of the question, or those that pages are chosen by. */
  function askedParties(rest, { schools = [], cities = [] }, parties) {
    const asked = new Set(rest.flatMap((piece) => meantBy(piece, parties)));
    const chosen = schools.length ? schools : cities;
    if (!asked.size) parties.forEach(({ name }, number) => { if (chosen.includes(name)) asked.add(number); });
    return asked;
  }

  function isBelow(number, asked, parties) {
    for (let steps = 0; steps < 8 && parties[number]; steps++) {
      number = parties[number].above;
      if (asked.has(number)) return true;
    }
    return false;
  }

  function askedYear(words) {
    for (const word of words) {
      for (const digits of word.match(/[0-9]+/g) || []) if (/^(19|20)..$/.test(digits)) return digits;
    }
    return "";
  }

  class CardMaker {
    constructor(store, parties, asked, year) { Object.assign(this, { store, parties, asked, year }); }

    /** Rows of the parties wanted; files that can hold none of them are not loaded. */
    async read(places, wanted, card) {
      for (let i = 0; i < places.length; i++) {
        const { shard, check, begin, length, first } = places[i];
        const end = i + 1 < places.length ? places[i + 1].first : this.parties.length;
        let any = false;
        for (let party = first; party < end && !any; party++) any = wanted(party);
        if (!any || (!this.asked.size && card.rows.length >= ROWS)) continue;
        const { about, rows } = await readPart(this.store, "a/" + shard, check, begin, length, readFacts);
        Object.assign(card, about);
        for (const row of rows) if (wanted(row.party) && row.party < this.parties.length) this.addRow(row, card);
      }
    }

    addRow({ party, facts }, card) {
      card.total++;
      if (card.rows.length >= ROWS) return;
      card.rows.push({ party: this.parties[party].name, facts, asked: Math.max(0, facts.findIndex(({ year }) => year === this.year)) });
    }

    async card(subject) {
      const { asked, parties } = this, places = readPlaces(subject.places);
      const card = { kind: "", name: "", unit: "", note: "", url: "", total: 0, rows: [] };
      if (!asked.size && subject.alone !== "1") return null;
      await this.read(places, (party) => !asked.size || asked.has(party), card);
      if (!card.rows.length) await this.read(places, (party) => isBelow(party, asked, parties), card);
      if (!asked.size) card.total = numberOf(subject.rows);
      return card.rows.length ? card : null;
    }
  }

  async function cards(store, words, filter) {
    const picked = namedSubjects(words, await subjectsIn(words, store));
    if (!picked.length) return [];
    const parties = await store.one("parties", (letters) => readParties(store.symbols.decode(letters)));
    const asked = askedParties(restOf(words, picked), filter || {}, parties);
    const maker = new CardMaker(store, parties, asked, askedYear(words));
    const made = await Promise.all(picked.map(({ subject }) => maker.card(subject)));
    return made.filter(Boolean);
  }

  /** "98.32" less "98.4" is "−0.08", as decimals; "" where one of them is no number. */
  function difference(value, before) {
    const form = /^-?[0-9]{1,12}(\.[0-9]{1,6})?$/;
    if (!form.test(value) || !form.test(before)) return "";
    const digits = Math.max(...[value, before].map((text) => (text.split(".")[1] || "").length));
    const units = (text) => Math.round(Number(text) * 10 ** digits);
    const change = units(value) - units(before);
    return (change < 0 ? "−" : change > 0 ? "+" : "±") + (Math.abs(change) / 10 ** digits).toFixed(digits);
  }

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** The part of the page that shows a card; `page` has the wording, say(key, …), and `root`, the way to the site's root. */
  function card({ kind, name, unit, note, url, total, rows }, page) {
    const link = (address, text, className) => {
      const element = make("a", className, text);
      element.href = page.root + encodeURI(address);
      return element;
    };
    /** Whom it is about, the value with its year, how it changed, and the years before. */
    const row = ({ party, facts, asked }) => {
      const item = make("li"), fact = facts[asked], before = facts[asked + 1];
      item.append(make("span", "search-party", party), " ", link(fact.url, fact.value + (unit ? " " + unit : ""), "search-value"));
      if (fact.year) item.append(" ", make("span", "search-place", page.say("card_year", fact.year)));
      const change = before && difference(fact.value, before.value);
      if (change) item.append(" ", make("span", "search-place", page.say("card_change", before.year, change, unit === "%" ? page.say("card_points") : unit)));
      const earlier = make("span", "search-earlier");
      facts.filter((other) => other !== fact).forEach((other, i) =>
        earlier.append(i ? " · " : "", link(other.url, page.say("card_year", other.year)), " " + other.value));
      if (earlier.firstChild) item.append(" ", earlier);
      return item;
    };
    const element = make("section", "search-card"), title = make("h2", "", url ? "" : name), list = make("ul");
    if (url) title.appendChild(link(url, name));
    element.append(title);
    if (note) element.append(make("p", "search-place", note));
    if (kind === "major") element.append(make("p", "search-place", page.say(total === 1 ? "card_school" : "card_schools", total)));
    list.append(...rows.map(row));
    element.append(list);
    if (!document.documentElement.lang.startsWith("zh")) for (const part of element.querySelectorAll("h2, .search-party, .search-value")) part.lang = "zh-CN";
    return element;
  }

  Object.assign(library, { card, cards });
})(this.nianbaoSearchLibrary);
