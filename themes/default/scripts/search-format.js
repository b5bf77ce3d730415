// The search index as bytes: letters, bits, shards of postings, texts (docs/search-format.md). First part of the search:
// search.js says which parts are published as one script. They stand in one function there, which is why they are indented.

  const BEGINS = 1, ENDS = 2; // edges of a title
  const STEP = 0x200000; // a pair of characters as one number: first * STEP + second

  /** What is read is not what the format says; the file that it stands in is told with it: search-store.js. */
  class FormatError extends Error {}

  // --- letters, bits, numbers ---------------------------------------------------------------------------------------

  const DIGITS = (() => {
    const digits = new Int8Array(128).fill(-1);
    for (let c = 0x21, next = 0; c < 0x7F; c++) if (c !== 0x22 && c !== 0x5C && c !== 0x3C) digits[c] = next++;
    return digits;
  })();
  const LETTERS = 91;

  function digit(text, i) {
    const value = DIGITS[text.charCodeAt(i)];
    if (!(value >= 0)) throw new FormatError();
    return value;
  }

  function fixedNumber(text, begin, length) {
    let value = 0;
    for (let i = begin; i < begin + length; i++) value = value * LETTERS + digit(text, i);
    return value;
  }

  function log2Floor(n) { return 31 - Math.clz32(n); }

  /** Two letters are 13 bits; see bits.h for the codes. */
  class Bits {
    constructor(letters, at = 0) {
      if (letters.length % 2) throw new FormatError();
      this.pairs = new Uint16Array(letters.length / 2);
      for (let i = 0; i < this.pairs.length; i++) {
        const pair = fixedNumber(letters, 2 * i, 2);
        if (pair >> 13) throw new FormatError();
        this.pairs[i] = pair;
      }
      this.at = at;
    }

    get(bits) {
      if (this.at + bits > this.pairs.length * 13) throw new FormatError();
      let value = 0;
      for (let left = bits; left > 0;) {
        const unread = 13 - this.at % 13;
        const taken = Math.min(unread, left);
        value = (value << taken) | ((this.pairs[Math.floor(this.at / 13)] >> (unread - taken)) & ((1 << taken) - 1));
        this.at += taken;
        left -= taken;
      }
      return value;
    }

    number() {
      let bits = 0;
      while (this.get(1) === 0) if (++bits > 30) throw new FormatError();
      return ((2 ** bits) + this.get(bits)) - 1;
    }

    below(range) {
      if (range <= 1) return 0;
      const bits = log2Floor(range);
      const shortCodes = 2 ** (bits + 1) - range;
      const value = this.get(bits);
      return value < shortCodes ? value : value * 2 + this.get(1) - shortCodes;
    }

    set(count, low, high) {
      if (count > high - low + 1) throw new FormatError();
      const out = new Uint32Array(count);
      const fill = (begin, end, from, to) => {
        if (begin >= end) return;
        const half = (end - begin) >> 1;
        const middle = begin + half;
        out[middle] = from + half + this.below(to - from - (end - begin) + 2);
        fill(begin, middle, from, out[middle] - 1);
        fill(middle + 1, end, out[middle] + 1, to);
      };
      fill(0, count, low, high);
      return out;
    }

    counted(below) { return this.set(this.number(), 0, below - 1); }
  }

  /** 24 bits in base64url: script_file.h. */
  function checkText(check) {
    const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return [18, 12, 6, 0].map((shift) => base64[(check >> shift) & 63]).join("");
  }

  /** FNV-1a folded to 24 bits. */
  function checkOf(letters) {
    let hash = 0x811C9DC5;
    for (let i = 0; i < letters.length; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193);
    return checkText((hash ^ (hash >>> 24)) & 0xFFFFFF);
  }

  // --- postings: { text, context, title }, each { pages, details } ---------------------------------------------------

  const FIELDS = ["text", "context", "title"];
  const NOTHING = { pages: [], details: [] };

  function noPostings() { return { text: NOTHING, context: NOTHING, title: NOTHING }; }

  function readPages(bits, pageCount) {
    const pages = bits.counted(pageCount);
    return { pages, details: new Uint8Array(pages.length) };
  }

  function readPostings(bits, pageCount) {
    const text = readPages(bits, pageCount);
    if (text.pages.length) {
      const repeated = bits.counted(text.pages.length);
      for (const place of repeated) text.details[place] = 1;
      if (repeated.length) for (const place of bits.counted(repeated.length)) text.details[repeated[place]] = 2;
    }
    const context = readPages(bits, pageCount);
    const title = readPages(bits, pageCount);
    if (title.pages.length) {
      for (const edge of [BEGINS, ENDS]) for (const place of bits.counted(title.pages.length)) title.details[place] |= edge;
    }
    return { text, context, title };
  }

  function gradeOf(times) { return times < 2 ? 0 : times < 4 ? 1 : 2; }

  /** The lists of many tokens as one. */
  class Union {
    constructor(pageCount) {
      for (const field of FIELDS) this[field] = new Uint8Array(pageCount);
    }

    add(postings, keepEnds) {
      const { text, context, title } = postings;
      text.pages.forEach((page, i) => { this.text[page] = Math.min(100, this.text[page] + (1 << text.details[i])); });
      context.pages.forEach((page) => { this.context[page] = 1; });
      title.pages.forEach((page, i) => {
        const edges = title.details[i] & (keepEnds ? BEGINS | ENDS : BEGINS);
        this.title[page] = (Math.max(this.title[page] - 1, 0) | edges) + 1;
      });
    }

    all() {
      const list = (values, detail) => {
        const pages = [], details = [];
        values.forEach((value, page) => { if (value) { pages.push(page); details.push(detail(value)); } });
        return { pages, details };
      };
      return {
        text: list(this.text, gradeOf), context: list(this.context, () => 0), title: list(this.title, (value) => value - 1)
      };
    }
  }

  function intersection(a, b, keep) {
    const pages = [], details = [];
    for (let i = 0, j = 0; i < a.pages.length && j < b.pages.length;) {
      if (a.pages[i] === b.pages[j]) {
        pages.push(a.pages[i]);
        details.push(keep(a.details[i++], b.details[j++]));
      } else if (a.pages[i] < b.pages[j]) i++;
      else j++;
    }
    return { pages, details };
  }

  function narrow(found, next) {
    return {
      text: intersection(found.text, next.text, Math.min),
      context: intersection(found.context, next.context, Math.min),
      title: intersection(found.title, next.title, (a, b) => a | b)
    };
  }

  /**
   * A shard of postings; shard.h. Only its head is loaded with it: read(begin, end) brings the letters of the lists that are
   * wanted, as parts of the file where a server knows byte ranges. `divided`: by pair, where what is known of the pair itself
   * and the lists of its tokens begin in its bits.
   */
  class Shard {
    constructor(head, pageCount, read) {
      const bits = new Bits(head);
      Object.assign(this, { pageCount, read, loaded: new Map() });
      this.alphabet = [0].concat(Array.from(bits.set(bits.number(), 1, 0x10FFFF)));
      this.pairs = [];
      for (const first of this.characters(bits, bits.number() + 1, 1)) {
        for (const second of this.characters(bits, bits.number() + 1, 0)) this.pairs.push(first * STEP + second);
      }
      const lengths = this.pairs.map(() => bits.number());
      const divided = bits.counted(this.pairs.length);
      this.divided = new Map(Array.from(divided, (pair) => {
        const together = bits.number();
        return [pair, [together, together + bits.number()]];
      }));
      let place = bits.at;
      this.places = lengths.map((length) => (place += length) - length).concat(place);
    }

    characters(bits, count, lowest) {
      return Array.from(bits.set(count, lowest, this.alphabet.length - 1), (rank) => this.alphabet[rank]);
    }

    /** What make(bits) makes of the bits from `from` to `to`, all of them; kept. */
    part(from, to, make) {
      const key = from + " " + to;
      if (!this.loaded.has(key)) this.loaded.set(key, this.load(from, to, make));
      return this.loaded.get(key);
    }

    async load(from, to, make) {
      const begin = Math.floor(from / 13), bits = new Bits(await this.read(begin * 2, Math.ceil(to / 13) * 2), from - begin * 13);
      const made = make(bits);
      if (bits.at + begin * 13 !== to) throw new FormatError();
      return made;
    }

    thirds(i, bits) { return this.pairs[i] % STEP ? this.characters(bits, bits.number() + 1, 0) : [0]; }

    postings(from, to) { return this.part(from, to, (bits) => readPostings(bits, this.pageCount)); }

    /** For each pair from number `from` to `to` the third characters with their postings. */
    lists(from, to) {
      return this.part(this.places[from], this.places[to], (bits) => this.pairs.slice(from, to).map((pair, i) => {
        const thirds = this.thirds(from + i, bits), parts = this.divided.get(from + i);
        if (parts) {
          thirds.forEach(() => bits.number());
          bits.at += parts[1] - parts[0];
        }
        return { pair, lists: thirds.map((third) => ({ third, postings: readPostings(bits, this.pageCount) })) };
      }));
    }

    /** The list under a third character, or where it is, in a divided pair. */
    async listOf(i, third) {
      const begin = this.places[i], parts = this.divided.get(i);
      const lists = parts ? await this.part(begin, begin + parts[0], (bits) => {
        let to = begin + parts[1];
        return this.thirds(i, bits).map((own) => ({ third: own, from: to, to: to += bits.number() }));
      }) : (await this.lists(i, i + 1))[0].lists;
      return lists.find((list) => list.third === third);
    }

    async find([first, second, third]) {
      const i = this.pairs.indexOf(first * STEP + second), list = i < 0 ? null : await this.listOf(i, third);
      return list ? list.postings || this.postings(list.from, list.to) : noPostings();
    }

    /** Numbers of the pairs from `begin` to `end`. */
    span(begin, end) {
      const count = (limit) => this.pairs.filter((pair) => pair < limit).length;
      return [count(begin), count(end)];
    }

    /** How many bits of lists are loaded to tell where these pairs stand, or one with a third character. */
    async bitsOf(begin, end, third) {
      const i = this.pairs.indexOf(begin);
      if (third && this.divided.has(i)) {
        const list = await this.listOf(i, third);
        return list ? list.to - list.from : 0;
      }
      return this.pairs.reduce((sum, pair, i) => {
        const [from, to] = this.divided.get(i) || this.places.slice(i, i + 2);
        return pair < begin || pair >= end ? sum : sum + to - from;
      }, 0);
    }

    /** Of divided pairs what is known of them together, of the others between them all lists. True when the first has it all. */
    async addPrefix(begin, end, union) {
      const [from, to] = this.span(begin, end), waiting = [];
      for (let i = from, next; i < to; i = next) {
        const parts = this.divided.get(i), pair = this.pairs[i], place = this.places[i];
        for (next = i + 1; !parts && next < to && !this.divided.has(next);) next++;
        waiting.push(parts ? this.postings(place + parts[0], place + parts[1]).then((postings) => [{ pair, lists: [{ third: 0, postings }] }])
          : this.lists(i, next));
      }
      for (const { pair, lists } of (await Promise.all(waiting)).flat()) {
        for (const { third, postings } of lists) union.add(postings, pair === begin && third === 0);
      }
      return this.divided.has(this.pairs.indexOf(begin));
    }
  }

  // --- texts --------------------------------------------------------------------------------------------------------

  /** Codes of one or two letters for strings; symbol_table.h. */
  class Symbols {
    constructor(letters) {
      const bits = new Bits(letters);
      const symbols = Array.from(bits.counted(0x110000), (c) => String.fromCodePoint(c));
      let known;
      do { // a level of strings that are made of two symbols before it
        known = symbols.length;
        for (const number of bits.counted(known * known)) symbols.push(symbols[Math.floor(number / known)] + symbols[number % known]);
      } while (symbols.length > known);
      const frequent = [];
      for (let count = bits.number(); count > 0; count--) frequent.push(bits.below(symbols.length));
      const isFrequent = new Set(frequent);
      this.single = new Set(symbols.filter((text) => Array.from(text).length === 1));
      this.short = frequent.map((symbol) => symbols[symbol]);
      this.long = symbols.filter((text, symbol) => !isFrequent.has(symbol));
    }

    /** Of codes that are cut off, those that are whole. */
    decode(codes, isCut) {
      let out = "";
      for (let i = 0; i < codes.length; i++) {
        const first = digit(codes, i);
        if (isCut && i + (first > this.short.length ? 1 : first ? 0 : 4) >= codes.length) break;
        if (first === 0) {
          out += String.fromCodePoint(fixedNumber(codes, i + 1, 4));
          i += 4;
        } else if (first <= this.short.length) {
          out += this.short[first - 1];
        } else {
          const text = this.long[(first - 1 - this.short.length) * LETTERS + digit(codes, ++i)];
          if (text === undefined) throw new FormatError();
          out += text;
        }
      }
      return out;
    }
  }

  /** page_record.h. Of one that is cut off, the entries whose last field begins. */
  function readRecord(text, isCut) {
    const [url, ...parts] = text.split("\x1E");
    const names = ["anchor", "title", "context", "organisation", "year", "kind", "text"];
    const entries = [];
    for (const part of parts) {
      const values = part.split("\x1F");
      if (isCut && values.length < names.length && part === parts[parts.length - 1]) break;
      if (values.length !== names.length) throw new FormatError();
      const previous = entries[entries.length - 1];
      const entry = {};
      names.forEach((name, i) => { entry[name] = values[i] === "\x10" && previous ? previous[name] : values[i]; });
      entries.push(entry);
    }
    if (!entries.length && !isCut) throw new FormatError();
    return { url, entries, isCut };
  }
