// Of what a question may ask facts: cards.h. Sixth part of the search; search-answers.js is loaded for those that do.

  function recordsOf(text) { return text ? text.split("\x1E").map((record) => record.split("\x1F")) : []; }

  /** A part of a file of texts in symbols, read once. */
  function readPart(store, name, check, begin, length, read) {
    return store.once("read " + name + " " + begin, () => named(name, async () =>
      read(length ? store.symbols.decode(await store.part(name, check, begin, begin + length)) : "")));
  }

  function readSubjects(text) {
    return recordsOf(text).map(([number, alone, rows, places, ...names]) => ({ number, alone, rows, places, names }));
  }

  /** Subjects by names that stand in the words: of the buckets of all pairs of characters there. */
  async function subjectsIn(words, store) {
    const numbers = new Set(), { buckets } = store;
    for (const word of words) {
      const codes = Array.from(word, (character) => character.codePointAt(0));
      for (let i = 0; i + 1 < codes.length && buckets.length; i++) numbers.add((codes[i] * 31 + codes[i + 1]) % buckets.length);
    }
    const lists = await Promise.all(Array.from(numbers).sort((a, b) => a - b).map((bucket) => {
      const begin = buckets.slice(0, bucket).reduce((sum, length) => sum + length, 0);
      return readPart(store, "subjects", store.checks.subjects[0], begin, buckets[bucket], readSubjects);
    }));
    return lists.flat().filter(({ names }) => names.some((name) => words.some((word) => word.includes(name))));
  }
