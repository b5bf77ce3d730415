// What pages can be chosen by, and how many there are of each: facets.h. Fifth part of the search.

  const NAMED_VALUE = 8;

  function readFacets(names, runs) {
    const [cities, schools, years, kinds] = names.split("\x1E").map((list) => list.split("\x1F"));
    const bits = new Bits(runs);
    const table = { cities, schools, years, kinds: kinds.map((set) => set.split(" ").filter(Boolean)), runs: [] };
    let year, city, school, end = 0, before = [];
    for (let count = bits.number(); count > 0; count--) { // a report is told by its difference from the one before
      if (bits.get(1)) school += bits.number() + 1;
      else [year, city, school] = [years, cities, schools].map((list) => bits.below(list.length));
      let kind = -1;
      if (!bits.get(1)) before = Array.from({ length: bits.number() + 1 }, () => [kind += bits.number() + 1, 0]);
      before = before.map(([kinds, length]) => {
        const number = bits.number();
        length += number % 2 ? -(number + 1) / 2 : number / 2;
        table.runs.push({ end: end += length, year, city, school, kinds });
        return [kinds, length];
      });
    }
    return table;
  }

  function facetsOf(store) {
    const [names] = store.facetParts;
    return store.one("facets", (letters) => readFacets(store.symbols.decode(letters.slice(0, names)), letters.slice(names)));
  }

  /** For each run the values of its facets, and which of them the filter does not let through. */
  function judgeRuns(table, filter, words, variants) {
    const chosen = FACETS.map((facet) => filter[facet] || []);
    const [cities, schools] = [table.cities, table.schools].map((names) => names.map((name) => namedValue(fold(name, variants), words)));
    return table.runs.map(({ end, city, school, year, kinds }) => {
      const values = [[table.cities[city]], [table.schools[school]], [table.years[year]], table.kinds[kinds]];
      const misses = values.map((own, i) => chosen[i].length > 0 && !own.some((value) => chosen[i].includes(value)));
      const named = table.schools[school] ? schools[school] : cities[city];
      return { end, values, misses, weight: weightOf(table.kinds[kinds]), named, pages: 0 };
    });
  }

  /** What words in the name of an organisation are worth. */
  function namedValue(name, words) {
    return words.reduce((sum, { forms, rarity }) => forms.some((form) => name.includes(form)) ? sum + rarity * NAMED_VALUE : sum, 0);
  }

  /** Sixteenths that a page's score is worth; ranking.h. */
  function weightOf(kinds) {
    const has = (kind) => kinds.includes(kind);
    return has("chapter") ? 18 : has("indicator") || (has("major") && has("table")) ? 13 : 16;
  }

  /** The candidates that are let through, weighed, and counts by facet over all: by run, which is much less work than by page. */
  function chooseAndCount(table, filter, candidates, words, variants) {
    const runs = judgeRuns(table, filter, words, variants), ends = runs.map(({ end }) => end);
    const counts = FACETS.map(() => new Map());
    const chosen = [];
    for (const { page, words, score } of candidates) {
      const run = runs[upTo(ends, page)];
      run.pages++;
      if (!run.misses.includes(true)) chosen.push({ page, words, score: Math.floor((score + run.named) * run.weight / 16) });
    }
    for (const { values, misses, pages } of runs) values.forEach((own, i) => {
      if (!pages || misses.some((miss, other) => miss && other !== i)) return;
      for (const value of own) if (value) counts[i].set(value, (counts[i].get(value) || 0) + pages);
    });
    const facets = {};
    FACETS.forEach((facet, i) => {
      facets[facet] = Array.from(counts[i], ([value, count]) => ({ value, pages: count }))
        .sort((a, b) => b.pages - a.pages || (a.value < b.value ? -1 : 1));
    });
    return { chosen, facets };
  }

  /** Candidates that the filter of a question lets through, weighed by their organisations and kinds; counts facets where they are wanted. */
  async function choose(question, candidates, words) {
    const { answer, filter, lookup } = question;
    const table = await lookup.part(facetsOf(lookup.store), null);
    if (!table || !table.runs.length) return candidates;
    const { chosen, facets } = chooseAndCount(table, filter, candidates, words, lookup.store.variants);
    if (question.count && !answer.facets && candidates.length) answer.facets = facets;
    return chosen;
  }
