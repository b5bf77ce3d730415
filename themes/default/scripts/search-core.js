// From a query to ranked results, as the generator's own reader does it. Fourth part of the search; search-loose.js is loaded
// when a question needs it.
//
// new Index(source) reads an index; `source` brings its files (search-store.js), and code(name) runs a script that stands beside
// this one. index.ask(query, limit, signal, options)
// resolves with an answer, or rejects with { trouble: "missing" | "damaged" | "version" } when there is no index to be read.
// `signal.cancelled` ends a question early. `options`:
//   filter: { cities: [], schools: [], years: [], kinds: [] }, what pages are chosen by: one of each list that is not empty;
//   count: whether facets are wanted (one more small file is loaded).
// The answer:
//   words        the words of the query, folded
//   results      [{ url, title, titlePieces, context, organisation, year, kind, score, pieces, match, others, loose, group }]: pieces
//                are { text, marked }, others further places on the same page { url, title }; `loose` says that the page has not all the
//                words as they were typed; `group` is a key to group by: organisation and year, or the page where it has no year
//   total, totalIsExact    pages with all the words as typed, beyond the limit too; otherwise at most so many
//   looseTotal   further pages that were looked up because there were fewer than wanted; they stand behind the others
//   partial      no page has all the words as typed: all results are loose
//   also         what was looked for besides: synonyms, names by their readings, pieces of a question
//   suggestions  other questions, the likeliest first, where a word stands nowhere; if nothing else was found, the results are
//                those of the first
//   facets       { cities, schools, years, kinds }, each [{ value, pages }], the most first, each counted without its own choice;
//                null when they were not asked for or cannot be had
//   problems     [{ file, trouble }]: files that could not be had; the answer goes without them

  const TEN = 10; // pages that are looked at together
  const EXCERPT = 96, BEFORE = 24; // characters
  const NEARNESS = 8, ORGANISATION_VALUE = 24, COVERED_VALUE = 10, OWN_TITLE_VALUE = 30;
  /** What pages can be chosen by, and its name in an address. */
  const CHOICES = { cities: "city", schools: "school", years: "year", kinds: "kind" }, FACETS = Object.keys(CHOICES);

  // --- ranking, looking at pages; ranking.h, examination.h ------------------------------------------------------------

  function rarity(pageCount, hits) {
    const ratio = Math.floor(pageCount * 16 / Math.max(hits, 1));
    if (ratio < 16) return 16;
    const doublings = log2Floor(ratio);
    return 16 + 16 * (doublings - 4) + Math.floor(ratio * 16 / 2 ** doublings) - 16;
  }

  function otherFormValue(value) { return Math.floor(value * 3 / 4); }

  function matchesOf(folded, words) {
    const matches = [];
    words.forEach((word, number) => word.forms.forEach((form) => {
      let at = folded.indexOf(form);
      for (let n = 0; at >= 0 && n < 1000; n++) {
        matches.push({ begin: at, end: at + form.length, word: number });
        at = folded.indexOf(form, at + 1);
      }
    }));
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

  function timesIn(text, form) {
    let times = 0;
    for (let at = text.indexOf(form); at >= 0 && times < 4; at = text.indexOf(form, at + 1)) times++;
    return times;
  }

  /** What an entry is worth, and for each word whether it has it. */
  function entryScore(entry, words, variants) {
    const lines = ["title", "text", "context", "organisation", "year"].map((field) => fold(entry[field], variants));
    const [title, text, context, organisation, year] = lines;
    const areWhole = title.replace(/ /g, "") === words.map(({ forms }) => forms[0]).join("");
    const valueOf = (form) => {
      const whole = areWhole || title === form;
      let value = 0;
      if (title.includes(form)) {
        value = titleValue(title.startsWith(form), title.endsWith(form), whole) + (whole && !entry.anchor ? OWN_TITLE_VALUE : 0) +
          Math.floor(COVERED_VALUE * [...form].length / [...title].length);
      }
      if (context.includes(form) || year.includes(form)) value += CONTEXT_VALUE;
      if (organisation.includes(form)) value += ORGANISATION_VALUE;
      const times = timesIn(text, form);
      return times ? value + TEXT_VALUES[gradeOf(times)] : value;
    };
    const values = words.map(({ forms }) => Math.max(...forms.map((form, i) => i ? otherFormValue(valueOf(form)) : valueOf(form))));
    const near = lines.map((line) => nearness(line, matchesOf(line, words), words));
    const score = values.reduce((sum, value, number) => sum + value * words[number].rarity, 0);
    return { score: score + Math.max(...near), has: values.map((value) => value > 0) };
  }

  /** `kinds`: of the entries that count; all when there are none. */
  function examine(record, words, kinds, variants) {
    const nothing = { score: -1, has: words.map(() => false) };
    const scores = record.entries.map((entry) =>
      kinds.length && !kinds.includes(entry.kind) ? nothing : entryScore(entry, words, variants));
    const found = words.filter((word, number) => scores.some(({ has }) => has[number]));
    let best = -1, score = 0;
    scores.forEach((entry, i) => { if (entry.score > score) { best = i; score = entry.score; } });
    return { words: found.length, entry: Math.max(best, 0), score, scores };
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
  function textPieces(characters, marks, begin, end) {
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

  /** The characters of a text, and the words in it as it is when folded. */
  function sight(text, words, variants) {
    const origin = [], folded = fold(text, variants, origin);
    return { origin, folded, characters: Array.from(text), matches: matchesOf(folded, words) };
  }

  function excerptOf(text, words, variants) {
    const { origin, folded, characters, matches } = sight(text, words, variants);
    const match = matches.length ? matches[bestLine(folded, matches, words).first] : null;
    const first = match ? origin[match.begin] : 0;
    let begin = Math.max(first - BEFORE, 0);
    const end = Math.min(characters.length, begin + EXCERPT);
    if (end === characters.length) begin = Math.max(end - EXCERPT, 0);
    const pieces = textPieces(characters, marksOf(matches, origin, begin, end), begin, end);
    if (begin > 0) pieces.unshift({ text: "…", marked: false });
    if (end < characters.length) pieces.push({ text: "…", marked: false });
    return { pieces, match: match ? characters.slice(first, origin[match.end - 1] + 1).join("") : "" };
  }

  function titlePieces(title, words, variants) {
    const { origin, characters, matches } = sight(title, words, variants);
    return textPieces(characters, marksOf(matches, origin, 0, characters.length), 0, characters.length);
  }

  // --- a question; question.cpp -------------------------------------------------------------------------------------

  /** Words with what they stand on; a word has its forms: as it was typed, and others that mean the same. */
  class Terms {
    constructor(lookup) { Object.assign(this, { lookup, words: [], listed: 0, pages: new Map() }); }

    /** A word that is only looked for in the texts of pages that other words lead to. */
    addUnlisted(text) { this.words.push({ forms: [text], rarity: rarity(1, 1), certain: false }); }

    async add(forms) {
      this.listed++;
      const found = await Promise.all(forms.map((form) => this.lookup.find(form)));
      const hits = new Map(found[0].hits);
      for (const { hits: other } of found.slice(1)) {
        other.forEach((value, page) => hits.set(page, Math.max(hits.get(page) || 0, otherFormValue(value))));
      }
      const word = { forms, rarity: rarity(this.lookup.store.pageCount, hits.size), certain: found.every(({ certain }) => certain) };
      hits.forEach((value, page) => {
        const sum = this.pages.get(page) || { page, words: 0, score: 0 };
        sum.words++;
        sum.score += word.rarity * value;
        this.pages.set(page, sum);
      });
      this.words.push(word);
    }

    /** Reads one more list of each word, of words without other forms; says whether there were any. */
    async readMore() {
      const changed = await Promise.all(this.words.map(({ forms }) => forms.length === 1 && this.lookup.readMore(forms[0])));
      return changed.includes(true);
    }

    /** Where the words stand now, one map for each. */
    hits() { return Promise.all(this.words.map(async ({ forms }) => (await this.lookup.find(forms[0])).hits)); }

    isLike(other) {
      const key = ({ words }) => JSON.stringify(words.map(({ forms }) => forms));
      return key(this) === key(other);
    }
  }

  class Question {
    constructor(store, limit, signal, { filter = {}, count = false }) {
      Object.assign(this, { store, limit, signal, filter, count, kinds: filter.kinds || [], shown: new Set() });
      this.filtered = FACETS.some((facet) => (filter[facet] || []).length > 0);
      this.lookup = new Lookup(store, (error) => this.report(error));
      this.answer = {
        words: [], results: [], total: 0, totalIsExact: true, looseTotal: 0, partial: false, also: [], suggestions: [], facets: null,
        problems: []
      };
    }

    report(error) {
      const { file, trouble } = error, { problems } = this.answer;
      if (!file) throw error;
      if (!problems.some((problem) => problem.file === file)) problems.push({ file, trouble });
    }

    async look({ page, score }, words, wanted) {
      try {
        const see = (record) => examine(record, words, this.kinds, this.store.variants);
        let record = await this.store.page(page), seen = see(record);
        if (record.isCut && seen.words < words.length) seen = see(record = await this.store.page(page, true));
        seen.score += score;
        return seen.words >= wanted ? { page, record, seen } : null;
      } catch (error) {
        this.report(error);
        return null;
      }
    }

    result({ record, seen }, words, loose) {
      const { variants } = this.store;
      const entry = record.entries[seen.entry];
      const excerpt = excerptOf(entry.text, words, variants);
      const last = this.answer.results[this.answer.results.length - 1];
      const others = record.entries.filter((other, i) => i !== seen.entry && other.anchor && other.title !== entry.title &&
        addsTo(seen.scores[seen.entry].has, seen.scores[i].has));
      return {
        ...entry, ...excerpt, loose, url: record.url + entry.anchor, titlePieces: titlePieces(entry.title, words, variants),
        score: last ? Math.min(last.score, seen.score) : seen.score,
        others: others.map(({ anchor, title }) => ({ url: record.url + anchor, title })),
        group: entry.year ? entry.organisation + " " + entry.year : record.url
      };
    }

    /** Candidates that the filter lets through and that are not shown yet. */
    chosen(candidates, words) { return choose(this, candidates.filter(({ page }) => !this.shown.has(page)), words); }

    /** What only some questions need: search-loose.js. */
    async further() {
      if (!library.further) await this.store.source.code("search-loose.js");
      return library.further;
    }

    /** Adds pages with at least `wanted` of the words; says whether all candidates were looked at. */
    async scan(terms, wanted, loose) {
      const { answer } = this;
      let picks = await this.chosen(Array.from(terms.pages.values()).filter(({ words }) => words >= wanted), terms.words);
      picks.sort((a, b) => b.words - a.words || b.score - a.score || a.page - b.page);
      let lookedAt = 0, rejected = 0;
      while (lookedAt < picks.length && answer.results.length < this.limit && !this.signal.cancelled) {
        const ten = picks.slice(lookedAt, lookedAt + TEN);
        const found = (await Promise.all(ten.map((pick) => this.look(pick, terms.words, wanted)))).filter(Boolean);
        found.sort((a, b) => b.seen.words - a.seen.words || b.seen.score - a.seen.score || a.page - b.page);
        for (const page of found) {
          answer.results.push(this.result(page, terms.words, loose));
          this.shown.add(page.page);
        }
        rejected += ten.length - found.length;
        lookedAt += ten.length;
        // Words as typed, and most pages have them not: now another list is worth what it costs.
        if (!loose && lookedAt + TEN < picks.length && 2 * rejected > lookedAt && await terms.readMore()) {
          const hits = await terms.hits();
          picks = picks.filter(({ page }, i) => i < lookedAt || hits.every((pages) => pages.has(page)));
        }
      }
      answer[loose ? "looseTotal" : "total"] += picks.length - rejected;
      return lookedAt >= picks.length;
    }

    wantsMore() { return this.answer.results.length < this.limit && !this.signal.cancelled; }

    /** Loads the traditional forms where a character is neither known as one nor stands in the texts. */
    async knowCharacters(query) {
      const { store } = this, { variants, symbols } = store;
      await Promise.all(Array.from(query, (character) => {
        const c = character.codePointAt(0), file = c % VARIANT_FILES;
        return isHan(c) && !symbols.single.has(character) && !variants.has(character) &&
          this.lookup.part(store.one("v/" + file, (letters) => store.learnVariants(letters, VARIANT_FILES, file)));
      }));
    }

    async ask(query) {
      const { answer } = this;
      await this.store.open();
      await this.knowCharacters(query);
      answer.words = queryWords(query, this.store.variants);
      const exact = new Terms(this.lookup);
      await Promise.all(answer.words.map((word) => this.lookup.find(word)));
      for (const word of answer.words) await exact.add([word]);
      const all = await this.scan(exact, answer.words.length, false);
      if (!answer.total && answer.words.length === 1 && !this.filtered) (await this.lookup.find(answer.words[0])).hits = new Map();
      answer.totalIsExact = all || (!this.kinds.length && exact.words.every((word) => word.certain));
      if (this.wantsMore() && answer.words.length) await (await this.further()).loosen(this, exact);
      if (!answer.total && !this.signal.cancelled) await (await this.further()).suggest(this);
      answer.partial = !answer.total && answer.results.length > 0;
      answer.results.length = Math.min(answer.results.length, this.limit);
      return answer;
    }
  }

  class Index {
    constructor(source) { this.store = new Store(source); }

    /** Loads what every question needs. */
    prepare() { this.store.open().catch(() => {}); }

    ask(query, limit, signal, options) { return new Question(this.store, limit, signal || {}, options || {}).ask(query); }
  }

  /** What search-loose.js and search-answers.js stand on; they add `further` and `cards`. */
  const library = window.nianbaoSearchLibrary = {
    Bits, FormatError, HAN_COUNT, Index, KIBIBYTE, SOUND_FILES, STEP, Terms, hanAt, isHan, log2Floor, readPart, recordsOf, subjectsIn, upTo
  };
