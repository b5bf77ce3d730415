// Words of a question, and where they stand by the index: fold.h, token.h, lookup.h. Third part of the search.

  const WHOLE = 3; // characters of a token
  const MOST_FOR_ALL = 8, FEW_PAGES = 10;
  const KIBIBYTE = 1024 * 13 / 2; // of letters, in bits
  const READ_TOGETHER = KIBIBYTE, READ_AT_MOST = 4 * KIBIBYTE;
  const CONTEXT_VALUE = 16, TEXT_VALUES = [8, 11, 14];

  // --- folding, words -----------------------------------------------------------------------------------------------

  function isSpace(c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x1680 && c <= 0x3000 && !String.fromCharCode(c).trim());
  }

  function isDropped(c) {
    return c === 0xAD || (c >= 0x200B && c <= 0x200F) || c === 0x2060 || c === 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
      (c >= 0x300 && c <= 0x36F);
  }

  function isAlphabetic(c) { return (c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x7A) || (c >= 0xC0 && c < 0x2000); }

  function isHan(c) { return c >= 0x3400 && c <= 0x9FFF; }

  function foldCharacter(character, c) {
    if (c < 0x80) return character.toLowerCase();
    const whole = character.normalize("NFKD").replace(/[\u0300-\u036F]/g, "").normalize("NFC");
    let out = "";
    for (const part of whole) {
      const lower = part.toLowerCase();
      if (!isSpace(lower.codePointAt(0)) && !isDropped(lower.codePointAt(0))) out += lower;
    }
    return out;
  }

  /** fold.h. `variants`: simplified forms of traditional characters. `origin`, when given, gets for each unit of the result the number of the character it came from. */
  function fold(text, variants, origin) {
    let out = "", last = 0x0A, space = false, index = -1;
    const put = (part) => {
      out += part;
      if (origin) for (let i = 0; i < part.length; i++) origin.push(index);
    };
    for (const character of text) {
      const c = character.codePointAt(0);
      index++;
      if (c === 0x0A || isHan(c)) {
        put(variants.get(character) || character);
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

  function queryWords(query, variants) {
    const words = [];
    let piece = "";
    const close = () => {
      const word = Array.from(fold(piece, variants)).slice(0, 64).join("");
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

  /** token.h: the places of a word where tokens of it stand; all of a short one, otherwise every second and the last. */
  function placesIn(length) {
    const last = Math.max(length - WHOLE, 0), places = [];
    for (let i = 0; i < last; i += length <= MOST_FOR_ALL ? 1 : 2) places.push(i);
    return places.concat(last);
  }

  /** In the order of their costs, but for those whose characters all stand in tokens before. */
  function readingOrder(steps) {
    const covered = new Set();
    return steps.sort((a, b) => a.bits - b.bits).filter(({ place }) => {
      const known = covered.size;
      for (let i = place; i < place + WHOLE; i++) covered.add(i);
      return covered.size > known;
    });
  }

  /** How many steps cost so much together; the first is taken at any price. */
  function stepsWithin(steps, bits) {
    let end = 1, sum = steps[0].bits;
    while (end < steps.length && sum + steps[end].bits <= bits) sum += steps[end++].bits;
    return end;
  }

  // --- looking strings up; ranking.h, lookup.h ----------------------------------------------------------------------

  function titleValue(begins, ends, whole) { return 40 + (begins ? 10 : 0) + (ends ? 5 : 0) + (whole ? 30 : 0); }

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

  /** Looks strings up for one question, each once; report(error) hears of files that cannot be had. */
  class Lookup {
    constructor(store, report) { Object.assign(this, { store, report, known: new Map(), loaded: new Set(), spent: 0 }); }

    find(text) {
      if (!this.known.has(text)) this.known.set(text, this.load(text));
      return this.known.get(text);
    }

    /** Tokens to be looked up for a string, with the bits of the lists that are loaded for each and the edges of the string they have. */
    async stepsOf(text) {
      const characters = Array.from(text, (character) => character.codePointAt(0));
      const places = placesIn(characters.length), last = places[places.length - 1];
      const steps = await Promise.all(places.map(async (place) => {
        const token = characters.slice(place, place + WHOLE);
        const bits = last ? await this.part(this.store.bitsOf(token), 0) : 0;
        return { token, place, bits, edges: (place ? 0 : BEGINS) | (place === last ? ENDS : 0) };
      }));
      return readingOrder(steps);
    }

    /** Those that `find` looks up at the most. */
    async stepsAtMost(text) {
      const steps = await this.stepsOf(text);
      return steps.slice(0, stepsWithin(steps, READ_AT_MOST));
    }

    async load(text) {
      const word = { steps: await this.stepsOf(text), read: 0, lists: null, hits: new Map(), certain: Array.from(text).length <= WHOLE };
      await this.read(word, stepsWithin(word.steps, READ_TOGETHER));
      if (!word.lists || word.hits.size > FEW_PAGES) await this.read(word, stepsWithin(word.steps, READ_AT_MOST));
      if (!word.lists) await this.read(word, word.steps.length);
      return word;
    }

    /** Reads the lists up to this one. */
    async read(word, end) {
      const lists = await Promise.all(word.steps.slice(word.read, end).map(async ({ token, edges }) => {
        this.loaded.add(String(token.slice(0, 2)));
        const found = token.length < WHOLE ? this.store.findPrefix(token) : this.store.find(token);
        return this.part(found.then(({ text, context, title }) =>
          ({ text, context, title: { pages: title.pages, details: title.details.map((detail) => detail & edges) } })), null);
      }));
      word.read = Math.max(word.read, end);
      for (const list of lists) {
        if (list) word.lists = word.lists ? narrow(word.lists, list) : list;
        else word.certain = false;
      }
      if (word.lists) word.hits = hitsOf(word.lists);
    }

    /** Reads the next of the lists that `find` left out, or some small ones; false when there is none. */
    async readMore(text) {
      const word = await this.find(text);
      if (word.read === word.steps.length) return false;
      await this.read(word, word.read + stepsWithin(word.steps.slice(word.read), READ_AT_MOST));
      return true;
    }

    async hits(text) { return (await this.find(text)).hits.size; }

    /** What a part of the index gives, or `otherwise` when it cannot be had. */
    part(promise, otherwise) { return promise.catch((error) => { this.report(error); return otherwise; }); }
  }
