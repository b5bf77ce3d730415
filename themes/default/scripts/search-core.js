// From a query to ranked results, as the generator's own reader does it. Second part of the search; search.js loads it.
(function (library) {
  "use strict";

  const { Store, gradeOf, log2Floor, narrow, BEGINS, ENDS } = library;
  const WHOLE = 3; // characters of a token
  const TEN = 10; // pages that are looked at together
  const EXCERPT = 96, BEFORE = 24; // characters
  const CONTEXT_VALUE = 12, TEXT_VALUES = [8, 11, 14], NEARNESS = 6;

  // --- folding, words -----------------------------------------------------------------------------------------------

  function isSpace(c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c === 0x1680 || (c >= 0x2000 && c <= 0x200A) || c === 0x2028 ||
      c === 0x2029 || c === 0x202F || c === 0x205F || c === 0x3000;
  }

  function isDropped(c) {
    return c === 0xAD || (c >= 0x200B && c <= 0x200F) || c === 0x2060 || c === 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
      (c >= 0x300 && c <= 0x36F);
  }

  function isAlphabetic(c) { return (c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x7A) || (c >= 0xC0 && c < 0x2000); }

  function foldCharacter(character, c) {
    if (c < 0x80) return c >= 0x41 && c <= 0x5A ? String.fromCharCode(c + 0x20) : character;
    if (c >= 0x3400 && c <= 0x9FFF) return character; // Han
    const whole = character.normalize("NFKD").replace(/[\u0300-\u036F]/g, "").normalize("NFC");
    let out = "";
    for (const part of whole) {
      const lower = part.toLowerCase();
      if (!isSpace(lower.codePointAt(0)) && !isDropped(lower.codePointAt(0))) out += lower;
    }
    return out;
  }

  /** fold.h. `origin`, when given, gets for each unit of the result the number of the character it came from. */
  function fold(text, origin) {
    let out = "", last = 0x0A, space = false, index = -1;
    const put = (part) => {
      out += part;
      if (origin) for (let i = 0; i < part.length; i++) origin.push(index);
    };
    for (const character of text) {
      const c = character.codePointAt(0);
      index++;
      if (c === 0x0A) {
        put("\n");
        last = c;
        space = false;
      } else if (isSpace(c)) {
        space = true;
      } else if (!isDropped(c)) {
        for (const part of foldCharacter(character, c)) {
          const next = part.codePointAt(0);
          if (space && isAlphabetic(last) && isAlphabetic(next)) put(" ");
          space = false;
          put(part);
          last = next;
        }
      }
    }
    return out;
  }

  function queryWords(query) {
    const words = [];
    let piece = "";
    const close = () => {
      const word = Array.from(fold(piece)).slice(0, 64).join("");
      if (word && words.length < 12 && !words.includes(word)) words.push(word);
      piece = "";
    };
    for (const character of query) {
      if (isSpace(character.codePointAt(0))) close();
      else piece += character;
    }
    close();
    return words;
  }

  /** token.h: every second token of the word, and its last. */
  function planWord(word) {
    const characters = Array.from(word, (character) => character.codePointAt(0));
    if (characters.length <= WHOLE) {
      return { tokens: [characters], prefix: characters.length < WHOLE, exact: true };
    }
    const tokens = [];
    const last = characters.length - WHOLE;
    for (let i = 0; i < last; i += 2) tokens.push(characters.slice(i, i + WHOLE));
    tokens.push(characters.slice(last));
    return { tokens, prefix: false, exact: false };
  }

  // --- ranking, looking at pages; ranking.h, examination.h ------------------------------------------------------------

  function rarity(pageCount, hits) {
    const ratio = Math.floor(pageCount * 16 / Math.max(hits, 1));
    if (ratio < 16) return 16;
    const doublings = log2Floor(ratio);
    return 16 + 16 * (doublings - 4) + Math.floor(ratio * 16 / 2 ** doublings) - 16;
  }

  function titleValue(begins, ends, whole) { return 40 + (begins ? 10 : 0) + (ends ? 10 : 0) + (whole ? 20 : 0); }

  /** Value of a word by page. */
  function hitsOf(found) {
    const hits = new Map();
    const add = (list, value) => list.pages.forEach((page, i) => {
      hits.set(page, (hits.get(page) || 0) + value(list.details[i]));
    });
    add(found.text, (grade) => TEXT_VALUES[grade]);
    add(found.context, () => CONTEXT_VALUE);
    add(found.title, (edges) => titleValue(edges & BEGINS, edges & ENDS, edges === (BEGINS | ENDS)));
    return hits;
  }

  function matchesOf(folded, words) {
    const matches = [];
    words.forEach((word, number) => {
      let at = folded.indexOf(word.text);
      for (let n = 0; at >= 0 && n < 1000; n++) {
        matches.push({ begin: at, end: at + word.text.length, word: number });
        at = folded.indexOf(word.text, at + 1);
      }
    });
    return matches.sort((a, b) => a.begin - b.begin || a.word - b.word);
  }

  function bestLine(folded, matches, words) {
    let best = { first: 0, rarities: 0, words: 0 };
    for (let i = 0; i < matches.length;) {
      let lineEnd = folded.indexOf("\n", matches[i].begin);
      if (lineEnd < 0) lineEnd = folded.length;
      const line = { first: i, rarities: 0, words: 0 };
      const seen = new Set();
      for (; i < matches.length && matches[i].begin < lineEnd; i++) {
        if (seen.has(matches[i].word)) continue;
        seen.add(matches[i].word);
        line.rarities += words[matches[i].word].rarity;
        line.words++;
      }
      if (line.rarities > best.rarities) best = line;
    }
    return best;
  }

  function nearness(folded, matches, words) {
    const line = bestLine(folded, matches, words);
    return line.words > 1 ? line.rarities * NEARNESS : 0;
  }

  /** What an entry is worth, and for each word whether it has it. */
  function entryScore(entry, words) {
    const title = fold(entry.title), text = fold(entry.text);
    const lines = [entry.context, entry.organisation, entry.year].map((line) => fold(line));
    const matches = matchesOf(text, words);
    const values = words.map(({ text: word }, number) => {
      let value = 0;
      if (title.includes(word)) value += titleValue(title.startsWith(word), title.endsWith(word), title === word);
      if (lines.some((line) => line.includes(word))) value += CONTEXT_VALUE;
      const times = matches.filter((match) => match.word === number).length;
      return times ? value + TEXT_VALUES[gradeOf(times)] : value;
    });
    const near = [title, ...lines].map((line) => nearness(line, matchesOf(line, words), words));
    const score = values.reduce((sum, value, number) => sum + value * words[number].rarity, 0);
    return { score: score + Math.max(nearness(text, matches, words), ...near), has: values.map((value) => value > 0) };
  }

  function examine(record, words) {
    const scores = record.entries.map((entry) => entryScore(entry, words));
    const found = words.filter((word, number) => word.certain || scores.some(({ has }) => has[number]));
    let best = 0;
    scores.forEach(({ score }, i) => { if (score > scores[best].score) best = i; });
    return { words: found.length, entry: best, score: scores[best].score, scores };
  }

  /** Whether an entry has as many words as the best one, or a word that the best one lacks. */
  function addsTo(best, other) {
    const count = (has) => has.filter(Boolean).length;
    return count(other) >= count(best) || other.some((has, word) => has && !best[word]);
  }

  /** Marks as [begin, end) in a text whose characters are given, by where its matches came from. */
  function marksOf(matches, origin, begin, end) {
    const marks = [];
    for (const match of matches) {
      const from = Math.max(origin[match.begin], begin), to = Math.min(origin[match.end - 1] + 1, end);
      const last = marks[marks.length - 1];
      if (from >= to) continue;
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else marks.push([from, to]);
    }
    return marks;
  }

  /** Characters from begin to end as pieces of text, marked or not. */
  function piecesOf(characters, marks, begin, end) {
    const pieces = [];
    const add = (from, to, marked) => {
      if (from < to) pieces.push({ text: characters.slice(from, to).join("").replace(/\n/g, " "), marked });
    };
    let done = begin;
    for (const [from, to] of marks) {
      add(done, from, false);
      add(from, to, true);
      done = to;
    }
    add(done, end, false);
    return pieces;
  }

  function excerptOf(text, words) {
    const origin = [];
    const folded = fold(text, origin);
    const characters = Array.from(text);
    const matches = matchesOf(folded, words);
    const match = matches.length ? matches[bestLine(folded, matches, words).first] : null;
    const first = match ? origin[match.begin] : 0;
    let begin = Math.max(first - BEFORE, 0);
    const end = Math.min(characters.length, begin + EXCERPT);
    if (end === characters.length) begin = Math.max(end - EXCERPT, 0);
    const pieces = piecesOf(characters, marksOf(matches, origin, begin, end), begin, end);
    if (begin > 0) pieces.unshift({ text: "…", marked: false });
    if (end < characters.length) pieces.push({ text: "…", marked: false });
    return { pieces, match: match ? characters.slice(first, origin[match.end - 1] + 1).join("") : "" };
  }

  function titlePieces(title, words) {
    const origin = [];
    const matches = matchesOf(fold(title, origin), words);
    const characters = Array.from(title);
    return piecesOf(characters, marksOf(matches, origin, 0, characters.length), 0, characters.length);
  }

  class Question {
    constructor(store, limit, signal) {
      Object.assign(this, { store, limit, signal });
      this.answer = { words: [], results: [], total: 0, totalIsExact: true, partial: false, problems: [] };
    }

    report({ file, trouble }) {
      const { problems } = this.answer;
      if (!problems.some((problem) => problem.file === file)) problems.push({ file, trouble });
    }

    async lookUp(text) {
      const plan = planWord(text);
      const lists = await Promise.all(plan.tokens.map((token) =>
        (plan.prefix ? this.store.findPrefix(token) : this.store.find(token)).catch((error) => this.report(error))));
      const known = lists.filter(Boolean);
      const hits = known.length ? hitsOf(known.reduce(narrow)) : new Map();
      const certain = plan.exact && known.length === lists.length;
      return { text, hits, certain, rarity: rarity(this.store.pageCount, hits.size) };
    }

    /** Pages with at least so many words, best first. */
    ranked(wanted) {
      const pages = new Map();
      for (const word of this.words) {
        word.hits.forEach((value, page) => {
          const sum = pages.get(page) || { page, words: 0, score: 0 };
          sum.words++;
          sum.score += word.rarity * value;
          pages.set(page, sum);
        });
      }
      return Array.from(pages.values()).filter((sum) => sum.words >= wanted).sort((a, b) => b.score - a.score || a.page - b.page);
    }

    async look(page, wanted) {
      try {
        const record = await this.store.page(page);
        const seen = examine(record, this.words);
        return seen.words >= wanted ? { page, record, seen } : null;
      } catch (error) {
        this.report(error);
        return null;
      }
    }

    result({ record, seen }) {
      const entry = record.entries[seen.entry];
      const excerpt = excerptOf(entry.text, this.words);
      const last = this.answer.results[this.answer.results.length - 1];
      const others = record.entries.filter((other, i) => i !== seen.entry && other.anchor && other.title !== entry.title &&
        addsTo(seen.scores[seen.entry].has, seen.scores[i].has));
      return {
        url: record.url + entry.anchor, title: entry.title, titlePieces: titlePieces(entry.title, this.words),
        context: entry.context, organisation: entry.organisation, year: entry.year, kind: entry.kind,
        score: last ? Math.min(last.score, seen.score) : seen.score, pieces: excerpt.pieces, match: excerpt.match,
        others: others.map((other) => ({ url: record.url + other.anchor, title: other.title }))
      };
    }

    async scan(picks, wanted) {
      const { answer } = this;
      let lookedAt = 0, rejected = 0;
      while (lookedAt < picks.length && answer.results.length < this.limit && !this.signal.cancelled) {
        const ten = picks.slice(lookedAt, lookedAt + TEN);
        const found = (await Promise.all(ten.map(({ page }) => this.look(page, wanted)))).filter(Boolean);
        found.sort((a, b) => b.seen.score - a.seen.score || a.page - b.page);
        for (const page of found) answer.results.push(this.result(page));
        rejected += ten.length - found.length;
        lookedAt += ten.length;
      }
      answer.results.length = Math.min(answer.results.length, this.limit);
      answer.total = picks.length - rejected;
      answer.totalIsExact = lookedAt === picks.length || this.words.every((word) => word.certain);
    }

    async ask(query) {
      const { answer } = this;
      await this.store.open();
      answer.words = queryWords(query);
      this.words = await Promise.all(answer.words.map((word) => this.lookUp(word)));
      for (let wanted = this.words.length; wanted > 0 && !answer.results.length && !this.signal.cancelled; wanted--) {
        await this.scan(this.ranked(wanted), wanted);
        answer.partial = answer.results.length > 0 && wanted < this.words.length;
      }
      return answer;
    }
  }

  class Index {
    constructor(source) { this.store = new Store(source); }

    /** Loads what every question needs. */
    prepare() { this.store.open().catch(() => {}); }

    /** Resolves with the answer; rejects with { trouble } when there is no index that can be read. */
    ask(query, limit, signal) { return new Question(this.store, limit, signal || {}).ask(query); }
  }

  Object.assign(library, { Index, TEN });
})(this.nianbaoSearchLibrary);
