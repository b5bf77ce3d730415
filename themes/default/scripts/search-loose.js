// What only some questions need: other words for the same, names by how they are read, questions in pieces, near misses.
// search-core.js loads it then.
(function (library) {
  "use strict";

  const { Bits, HAN_COUNT, KIBIBYTE, SOUND_FILES, STEP, Terms, hanAt, isHan, log2Floor, upTo } = library;
  const BUDGET = 16 * KIBIBYTE;
  const MOST_WORDS = 12, MOST_OTHER_FORMS = 5, MOST_NAMES = 6, MOST_READ = 8;

  // --- files --------------------------------------------------------------------------------------------------------

  function readSpellings(bits) {
    const letter = () => String.fromCharCode(0x61 + bits.get(5) % 26);
    return Array.from({ length: bits.number() }, () => Array.from({ length: bits.get(3) }, letter).join(""));
  }

  /** characters.h: the readings of characters; of one file of several, where there are more. */
  function readReadings(bits, files = 1, file = 0) {
    const beginnings = readSpellings(bits), ends = readSpellings(bits);
    const reading = () => beginnings[bits.below(beginnings.length)] + ends[bits.below(ends.length)];
    const characters = Array.from(bits.counted(HAN_COUNT / files), (place) => hanAt(place * files + file));
    return new Map(characters.map((character) =>
      [character, Array.from({ length: bits.number() + 1 }, reading).filter(Boolean)]));
  }

  /** word_book.h. */
  function readWords(text) {
    const [asking, ...synonyms] = text.split("\x1E").map((group) => group.split("\x1F"));
    return { asking, synonyms };
  }

  /** name_book.h: names by the initials of their readings, and how each character is read. */
  function readNames(letters) {
    const bits = new Bits(letters);
    const readings = readReadings(bits), alphabet = Array.from(readings.keys());
    const names = new Map();
    for (let groups = bits.number(), initials = 0; groups > 0; groups--) {
      initials += bits.number();
      const group = [];
      let before = [];
      for (let count = bits.number() + 1; count > 0; count--) {
        const name = before.slice(0, bits.number());
        for (let rest = bits.number(); rest > 0; rest--) name.push(alphabet[bits.below(alphabet.length)]);
        group.push({ name, weight: 2 ** Math.min(bits.number(), 40) });
        before = name;
      }
      names.set(initials, group);
    }
    return { readings, names };
  }

  function wordsOf(lookup) {
    const read = (letters) => readWords(lookup.store.symbols.decode(letters));
    return lookup.part(lookup.store.one("words", read), { asking: [], synonyms: [] });
  }

  /** Books of names that begin with these initials, as far as they can be had: [{ book, initials }]. */
  function nameBooks(lookup, initials) {
    const { store } = lookup;
    const wanted = new Map();
    for (const key of initials) {
      const number = upTo(store.names, key) - 1;
      if (number >= 0) wanted.set(number, (wanted.get(number) || []).concat(key));
    }
    return Promise.all(Array.from(wanted, async ([number, keys]) => {
      return { book: await lookup.part(store.one("n/" + number, readNames), { names: new Map() }), initials: keys };
    }));
  }

  // --- names by how they are read; pinyin.h, name_book.h ------------------------------------------------------------

  function mayBePinyin(word) { return /^[a-z]{2,40}$/.test(word); }

  function initialsOfQuery(letters) {
    const out = new Set();
    for (let first = 1; first < letters.length && first <= 6; first++) {
      if (!/^([^aeiouv]h?)?([aeiouv]+(n|ng|r)?)?$/.test(letters.slice(0, first))) continue;
      if (!"iuv".includes(letters[first])) out.add((letters.charCodeAt(0) - 0x61) * 26 + letters.charCodeAt(first) - 0x61);
    }
    return Array.from(out).sort((a, b) => a - b);
  }

  function beginsWith(letters, reading) {
    if (letters.length < reading.length) return false;
    return Array.from(reading).every((read, i) => letters[i] === read || (read === "v" && letters[i] === "u"));
  }

  function fitPinyin(letters, name, readings) {
    let best = null, steps = 0;
    const keep = (characters, whole) => {
      if (characters < 2) return;
      if (!best || whole > best.whole || (whole === best.whole && characters < best.characters)) best = { characters, whole };
    };
    const go = (rest, characters, whole) => {
      if (!rest) return keep(characters, whole);
      if (characters === name.length || ++steps > 2000) return;
      for (const reading of readings.get(name[characters]) || []) {
        if (beginsWith(rest, reading)) go(rest.slice(reading.length), characters + 1, whole + 1);
        if (reading.length > 1 && rest[0] === reading[0]) go(rest.slice(1), characters + 1, whole);
        if (reading.length > 2 && reading[1] === "h" && beginsWith(rest, reading.slice(0, 2))) go(rest.slice(2), characters + 1, whole);
        if (rest.length > 1 && rest.length < reading.length && beginsWith(reading, rest)) keep(characters + 1, whole);
      }
    };
    go(letters, 0, 0);
    return best;
  }

  /** Names that begin as the letters are read: [{ text, length, whole, weight }], those of one text joined. */
  async function namesOf(lookup, letters, initials) {
    const joined = new Map();
    for (const { book, initials: keys } of await nameBooks(lookup, initials)) {
      const seen = new Set();
      for (const { name, weight } of keys.flatMap((key) => book.names.get(key) || [])) {
        const whole = name.join("");
        const fit = seen.has(whole) ? null : fitPinyin(letters, name, book.readings);
        seen.add(whole);
        if (!fit) continue;
        const text = name.slice(0, fit.characters).join("");
        const same = joined.get(text) || { text, length: fit.characters, whole: 0, weight: 0 };
        same.whole = Math.max(same.whole, fit.whole);
        same.weight += weight;
        joined.set(text, same);
      }
    }
    return Array.from(joined.values());
  }

  function byText(a, b) { return a.text < b.text ? -1 : a.text > b.text ? 1 : 0; }

  async function bestNames(lookup, letters, most) {
    const found = await namesOf(lookup, letters, initialsOfQuery(letters));
    return found.sort((a, b) => b.whole - a.whole || a.length - b.length || b.weight - a.weight || byText(a, b)).slice(0, most);
  }

  function logarithm(number) {
    if (!number) return 0;
    const doublings = log2Floor(number);
    return 16 * doublings + Math.floor(number * 16 / 2 ** doublings);
  }

  // --- synonyms, pieces; word_book.h, pieces.h ----------------------------------------------------------------------

  function isKnown(words, word) { return words.synonyms.some((group) => group.includes(word)); }

  function othersOf(words, word) {
    const others = words.synonyms.filter((group) => group.includes(word)).flat().filter((other) => other !== word);
    return Array.from(new Set(others));
  }

  /** Parts of a word between those that only ask, as lists of characters. */
  function partsOf(word, asking) {
    const parts = [];
    let part = [];
    const characters = Array.from(word).slice(0, 24);
    for (let i = 0; i < characters.length;) {
      const rest = characters.slice(i).join("");
      const length = Math.max(0, ...asking.filter((ask) => rest.startsWith(ask)).map((ask) => Array.from(ask).length));
      if (length) {
        parts.push(part);
        part = [];
      } else part.push(characters[i]);
      i += Math.max(length, 1);
    }
    parts.push(part);
    return parts.filter((characters) => characters.length);
  }

  /** How frequent a pair of characters is: about as many as its lists have numbers. */
  async function weightOf(first, second, lookup) {
    const bits = await lookup.part(lookup.store.bitsOf([first.codePointAt(0), second.codePointAt(0)]), 0);
    return Math.floor((bits + 7) / 8);
  }

  function weightsOf(characters, lookup) {
    return Promise.all(characters.slice(1).map((second, i) => weightOf(characters[i], second, lookup)));
  }

  async function cut(part, lookup, words) {
    const weights = await weightsOf(part, lookup);
    const cuts = [];
    cuts[part.length] = { value: 0, length: 0 };
    for (let i = part.length - 1; i >= 0; i--) {
      cuts[i] = { value: cuts[i + 1].value, length: 0 };
      for (let length = 2, rarest = Infinity; length <= Math.min(8, part.length - i); length++) {
        rarest = Math.min(rarest, weights[i + length - 2]);
        const weight = isKnown(words, part.slice(i, i + length).join("")) ? Math.max(rarest, 256) : rarest;
        const value = (length - 1) * logarithm(weight) + cuts[i + length].value;
        if (weight && value > cuts[i].value) cuts[i] = { value, length };
      }
    }
    const pieces = [];
    for (let i = 0; i < part.length; i += Math.max(cuts[i].length, 1)) {
      if (cuts[i].length) pieces.push(part.slice(i, i + cuts[i].length).join(""));
    }
    return pieces;
  }

  /** Two parts of a piece that stands nowhere as a whole, cut at its rarest pair. */
  async function halvesOf(piece, lookup) {
    const characters = Array.from(piece);
    const weights = await weightsOf(characters, lookup);
    const cut = weights.indexOf(Math.min(...weights)) + 1;
    return [characters.slice(0, cut), characters.slice(cut)].filter((half) => half.length > 1).map((half) => half.join(""));
  }

  async function piecesOf(word, lookup) {
    const words = await wordsOf(lookup);
    const pieces = new Set();
    let complete = true;
    for (const part of partsOf(word, words.asking)) {
      const found = await cut(part, lookup, words);
      complete = complete && Array.from(found.join("")).length === part.length;
      for (const piece of found) pieces.add(piece);
    }
    return { pieces: Array.from(pieces), complete };
  }

  // --- near misses; suggestions.h -----------------------------------------------------------------------------------

  function heaviest(weighed) {
    const all = Array.from(weighed, ([text, weight]) => ({ text, weight }));
    return all.sort((a, b) => b.weight - a.weight || byText(a, b)).slice(0, 6).map(({ text }) => text);
  }

  function addWeight(weighed, text, weight) { weighed.set(text, (weighed.get(text) || 0) + weight); }

  /** How a common character is read. */
  async function readingsOf(character, lookup) {
    const file = character.codePointAt(0) % SOUND_FILES;
    const read = (letters) => readReadings(new Bits(letters), SOUND_FILES, file);
    return (await lookup.part(lookup.store.one("s/" + file, read), new Map())).get(character) || [];
  }

  /** The letters of all ways to read a word whose characters have these readings, and the initials of its first two characters. */
  function readingsOfWord(readings) {
    let ways = [{ letters: "", initials: 0 }];
    readings.forEach((own, i) => {
      ways = ways.flatMap((way) => own.map((reading) => ({
        letters: way.letters + reading,
        initials: i > 1 ? way.initials : way.initials * 26 + reading.charCodeAt(0) - 0x61
      }))).slice(0, 8);
    });
    return ways;
  }

  /** Names stand somewhere, and so do all their parts. */
  async function readTheSame(characters, lookup) {
    const weighed = new Map();
    if (characters.length > MOST_READ || !characters.every((character) => isHan(character.codePointAt(0)))) return [];
    const readings = await Promise.all(characters.map((character) => readingsOf(character, lookup)));
    for (const { letters, initials } of readingsOfWord(readings)) {
      for (const name of await namesOf(lookup, letters, [initials])) {
        if (name.length === characters.length && name.whole === characters.length) addWeight(weighed, name.text, name.weight);
      }
    }
    return heaviest(weighed);
  }

  /** Calls see(second, third, pages) for what follows a character. */
  function seeFollowers(store, first, see) {
    const begin = first * STEP + 1, end = first * STEP + STEP;
    return store.eachShard(begin, end, async (shard) => {
      const [from, to] = shard.span(begin, end);
      for (const { pair, lists } of from < to ? await shard.lists(from, to) : []) {
        for (const { third, postings } of lists) see(pair % STEP, third, postings.text.pages.length + postings.title.pages.length);
      }
    });
  }

  async function nearlyTheSame(characters, lookup) {
    const weighed = new Map();
    const points = characters.map((character) => character.codePointAt(0));
    const last = points.length - 1;
    const add = (at, c, hits) => addWeight(weighed, characters.map((character, i) => i === at ? String.fromCodePoint(c) : character).join(""), hits);
    for (let i = 0; i < last; i++) {
      if (!await canAfford(characters[i], lookup)) continue;
      await lookup.part(seeFollowers(lookup.store, points[i], (second, third, hits) => {
        if (i + 1 === last && last === 1) add(1, second, hits);
        if (i + 2 <= last && third === points[i + 2] && second !== points[i + 1]) add(i + 1, second, hits);
        if (i + 2 === last && second === points[i + 1] && third) add(last, third, hits);
      }));
    }
    return heaviest(weighed);
  }

  async function suggestionsFor(word, lookup) {
    const characters = Array.from(word), out = [];
    if (characters.length < 2 || !characters.some((character) => isHan(character.codePointAt(0)))) return out;
    // What is known to stand is not looked up: the lists of a frequent word are long.
    const take = async (candidates, areKnown) => {
      for (const candidate of candidates) {
        if (out.length === 3 || candidate === word || out.includes(candidate)) continue;
        if (areKnown || await lookup.hits(candidate)) out.push(candidate);
      }
    };
    await take(await readTheSame(characters, lookup), true);
    // Of three characters at most, all were seen together.
    if (!out.length && characters.length <= MOST_READ) await take(await nearlyTheSame(characters, lookup), characters.length < 4);
    return out;
  }

  // --- looser answers; question.cpp ---------------------------------------------------------------------------------

  /** Bits of the lists that looking a string up would load; lookup.h. */
  async function costOf(text, lookup) {
    const needed = new Map((await lookup.stepsAtMost(text)).map(({ token }) => [String(token.slice(0, 2)), token]));
    let bits = 0;
    for (const [key, token] of needed) if (!lookup.loaded.has(key)) bits += await lookup.part(lookup.store.bitsOf(token), 0);
    return bits;
  }

  /** Whether the budget allows to look a string up; it is spent then. `atAnyPrice`: it is, and need not last. */
  async function canAfford(text, lookup, atAnyPrice) {
    const bits = await costOf(text, lookup);
    if (!atAnyPrice && lookup.spent + bits > BUDGET) return false;
    lookup.spent += bits;
    return true;
  }

  /**
   * A word, its synonyms, and names that are read as it is written; only what stands somewhere. For a word that stands nowhere
   * itself the first of them is worth any price.
   */
  async function formsOf(word, { lookup, answer }, mayBeRead = mayBePinyin(word)) {
    const forms = [word], needsOther = !await lookup.hits(word);
    const canTake = (form) => canAfford(form, lookup, needsOther && forms.length === 1);
    for (const other of othersOf(await wordsOf(lookup), word)) {
      if (forms.length <= MOST_OTHER_FORMS && await canTake(other) && await lookup.hits(other)) forms.push(other);
    }
    if (mayBeRead) for (const { text } of await bestNames(lookup, word, MOST_NAMES)) {
      if (await canTake(text)) forms.push(text);
    }
    for (const form of forms) if (!answer.words.includes(form) && !answer.also.includes(form)) answer.also.push(form);
    return forms;
  }

  /** First other words for all the words, then pieces of them: at least half of them, then any. */
  async function loosen(question, exact) {
    const { lookup } = question, { words } = question.answer;
    const widened = new Terms(lookup);
    for (const word of words) await widened.add(await formsOf(word, question));
    if (!widened.isLike(exact)) await question.scan(widened, words.length, true);
    if (!question.wantsMore()) return;
    const pieces = await makePieces(question);
    if (pieces.listed > 1 || !pieces.isLike(widened)) await question.scan(pieces, (pieces.listed + 1) >> 1, true);
    if (pieces.listed > 2 && question.wantsMore()) await question.scan(pieces, 1, true);
  }

  /** Pieces of all words. The cheapest are looked up, as far as the budget goes; the others count in the texts. */
  async function makePieces(question) {
    const { lookup } = question;
    const pieces = new Set();
    for (const word of question.answer.words) {
      const { pieces: parts } = await piecesOf(word, lookup);
      for (const part of parts.length ? parts : [word]) if (pieces.size < MOST_WORDS) pieces.add(part);
    }
    const costs = [];
    for (const piece of pieces) costs.push({ piece, cost: await costOf(piece, lookup) });
    const terms = new Terms(lookup);
    for (const { piece } of costs.sort((a, b) => a.cost - b.cost)) await addPiece(piece, terms, question);
    return terms;
  }

  async function addPiece(piece, terms, question) {
    const { lookup } = question;
    if (!await canAfford(piece, lookup) && terms.listed) return terms.addUnlisted(piece);
    const hits = await lookup.hits(piece), isTyped = question.answer.words.includes(piece);
    if (Array.from(piece).length < 4 || (hits && !isTyped) || isKnown(await wordsOf(lookup), piece)) {
      return terms.add(await formsOf(piece, question, !hits && mayBePinyin(piece)));
    }
    for (const half of await halvesOf(piece, lookup)) {
      if (await canAfford(half, lookup)) await terms.add(await formsOf(half, question));
    }
  }

  /** None for a word that stands somewhere, or whose pieces do. */
  async function betterWordsFor(word, lookup) {
    if (await lookup.hits(word)) return [];
    const { pieces, complete } = await piecesOf(word, lookup);
    return complete && pieces.length ? [] : suggestionsFor(word, lookup);
  }

  /** The whole question with a better word in the place of each that stands nowhere. */
  async function suggest(question) {
    const { lookup } = question, { words, suggestions, results } = question.answer;
    const likeliest = [];
    for (let i = 0; i < words.length; i++) {
      const found = await betterWordsFor(words[i], lookup);
      likeliest.push(found.length ? found[0] : words[i]);
      for (const word of found) suggestions.push(words.map((typed, place) => place === i ? word : typed).join(" "));
    }
    if (results.length || !suggestions.length) return;
    const better = new Terms(lookup);
    for (const word of likeliest) await better.add([word]);
    await question.scan(better, words.length, true);
    if (results.length) question.answer.instead = suggestions[0];
  }

  /** What is to be said of results that have not all words as they were typed. */
  function notes({ total, looseTotal, partial, also, instead }, page) {
    const messages = [];
    if (instead) messages.push(page.say("meant_instead", page.query.trim(), instead));
    else if (partial) messages.push(page.say("partial"));
    else if (total && looseTotal) messages.push(page.say("loose_found", looseTotal));
    if (also.length) messages.push(page.say("also", also.join(page.say("joiner"))));
    return messages;
  }

  /** The part of the page that offers other questions; `page` has the place, the wording and addresses, and asks. */
  function showMeant(suggestions, page) {
    page.meant.textContent = page.say("meant");
    for (const suggestion of suggestions.slice(0, 3)) {
      const link = document.createElement("a");
      link.textContent = suggestion;
      if (!document.documentElement.lang.startsWith("zh")) link.lang = "zh-CN";
      link.href = "?" + page.addressOf(suggestion, page.filter);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        page.ask(suggestion);
      });
      page.meant.append(link, " ");
    }
  }

  library.further = { loosen, notes, showMeant, suggest };
})(this.nianbaoSearchLibrary);
