// The files of the search index: what is loaded when, and checked. Second part of the search.

  const FORMAT = 7;
  const LONG = LETTERS * LETTERS - 1; // of a length in two letters: four others hold it
  const CHECK = 4, FIRST_LOOK = 6144; // letters of a check, and those that are looked at first of a record
  const HAN_COUNT = 0x6C00; // from the first of the Chinese characters on
  const VARIANT_FILES = 4, SOUND_FILES = 8; // a character stands in the one of its code point's rest

  /** Says in an error which file it is about, and what is wrong with it. */
  async function named(name, make) {
    try {
      return await make();
    } catch (error) {
      throw Object.assign(new Error(name), { file: "search/" + name + ".js", trouble: "damaged" }, error);
    }
  }

  function readChecks(bits, count) { return Array.from({ length: count }, () => checkText(bits.get(24))); }

  function readLengths(letters) {
    const bits = new Bits(letters);
    return Array.from({ length: bits.number() }, () => bits.number());
  }

  function readPairs(bits) {
    const pairs = [];
    for (let count = bits.number(), first = 0; count > 0; count--) pairs.push((first += bits.number()) * STEP + bits.number());
    return pairs;
  }

  /** index_file.h. */
  function readDirectory(letters) {
    const bits = new Bits(letters);
    const shards = readPairs(bits);
    const heads = shards.map(() => bits.number() * 2);
    const p = readChecks(bits, shards.length);
    const t = readChecks(bits, bits.number());
    return { shards, heads, p, t, lengths: Array.from({ length: bits.number() }, () => bits.number() * 512 + bits.get(9)) };
  }

  /** A Chinese character by its number. */
  function hanAt(number) { return String.fromCodePoint(0x3400 + number); }

  /** How many of growing numbers are not above this one. */
  function upTo(numbers, value) {
    let low = 0, high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The range of pairs under a prefix of one or two characters. */
  function pairsUnder([first, second]) {
    const begin = first * STEP + (second || 0);
    return [begin, second ? begin + 1 : begin + STEP];
  }

  /**
   * The files of an index. `source` brings them: index() the data of index.js, whole(name, check) the data of a file, and, if
   * it can, part(name, check, begin, end) a part of the data, or null for "take the whole". They reject with
   * { trouble: "missing" | "damaged" }.
   */
  class Store {
    constructor(source) {
      this.source = source;
      this.loading = new Map();
      this.variants = new Map();
      this.checks = {};
    }

    /** What `make` promised under this key; a failure is forgotten, so that it can be tried again. */
    once(key, make) {
      if (!this.loading.has(key)) {
        const promise = make();
        this.loading.set(key, promise);
        promise.catch(() => this.loading.delete(key));
      }
      return this.loading.get(key);
    }

    open() {
      return this.once("index", async () => {
        const data = await this.source.index();
        if (data.format !== FORMAT) throw Object.assign(new Error("version"), { trouble: "version", version: data.format });
        const groups = new Bits(data.groups), names = new Bits(data.names);
        this.groups = readPairs(groups);
        this.groupChecks = readChecks(groups, groups.number());
        this.directory = data.directory;
        this.inGroup = data.groupSize;
        let first = 0;
        this.names = Array.from({ length: names.number() }, () => (first += names.number()));
        const counts = { n: this.names.length, v: VARIANT_FILES, s: SOUND_FILES, words: 1, facets: 1, subjects: 1, parties: 1 };
        for (const part in counts) this.checks[part] = readChecks(names, counts[part]);
        this.buckets = readLengths(data.subjects);
        this.facetParts = readLengths(data.facets);
        this.pageCount = data.pages;
        this.inBlock = data.pagesPerBlock;
        this.symbols = new Symbols(data.symbols);
        this.learnVariants(data.variants);
        facetsOf(this).catch(() => {}); // every question needs them: whoever waits for them is told what is wrong
      });
    }

    /** The letters of a whole file, checked. */
    letters(name, check) {
      return this.once(name, async () => {
        const data = await this.source.whole(name, check);
        if (data.slice(0, 4) !== check || checkOf(data.slice(4)) !== check) throw new FormatError();
        return data.slice(4);
      });
    }

    /** A part of the letters of a file; the check in front of them is part of what is loaded first. */
    async part(name, check, begin, end) {
      const known = !this.source.part || this.loading.has(name);
      const data = known ? null : await this.source.part(name, check, begin ? begin + 4 : 0, end + 4);
      if (data === null) return (await this.letters(name, check)).slice(begin, end);
      if (begin) return data;
      if (data.slice(0, 4) !== check) throw new FormatError();
      return data.slice(4);
    }

    group(number) {
      const name = this.directory ? "index" : "d/" + number;
      return this.once("group " + number, () => named(name, async () =>
        readDirectory(this.directory || await this.letters(name, this.groupChecks[number]))));
    }

    shard(number) {
      const name = "p/" + number;
      return this.once("shard " + number, async () => {
        const group = await this.group(Math.floor(number / this.inGroup)), place = number % this.inGroup;
        return named(name, async () => {
          const check = group.p[place];
          const head = await this.part(name, check, 0, group.heads[place]);
          return new Shard(head, this.pageCount, (begin, end) => this.part(name, check, begin, end));
        });
      });
    }

    /** How many shards begin at this pair or before it. */
    async shardsUpTo(pair) {
      const number = upTo(this.groups, pair) - 1;
      return number < 0 ? 0 : number * this.inGroup + upTo((await this.group(number)).shards, pair);
    }

    async find(token) {
      const number = await this.shardsUpTo(token[0] * STEP + token[1]) - 1;
      if (number < 0) return noPostings();
      const shard = await this.shard(number);
      return named("p/" + number, () => shard.find(token));
    }

    /** Calls use(shard) for the shards with pairs from `begin` to `end`, in their order; gives what the last one said. */
    async eachShard(begin, end, use) {
      const numbers = [];
      const behind = await this.shardsUpTo(end - 1);
      for (let i = Math.max(await this.shardsUpTo(begin), 1) - 1; i < behind; i++) numbers.push(i);
      const shards = await Promise.all(numbers.map((number) => this.shard(number)));
      let last;
      for (let i = 0; i < shards.length; i++) last = await named("p/" + numbers[i], () => use(shards[i]));
      return last;
    }

    async findPrefix(token) {
      const [begin, end] = pairsUnder(token), union = new Union(this.pageCount);
      const add = (from, to) => this.eachShard(from, to, (shard) => shard.addPrefix(from, to, union));
      // Of a frequent character its first pair knows all; what stands behind that is loaded only where it does not.
      if (!(await add(begin, begin + 1)) && end > begin + 1) await add(begin + 0.5, end);
      return union.all();
    }

    /** How many bits of lists tell where a token or a prefix stands. */
    async bitsOf(token) {
      const [begin, end] = pairsUnder(token);
      let bits = 0;
      await this.eachShard(begin, end, async (shard) => { bits += await shard.bitsOf(begin, end, token[2]); });
      return bits;
    }

    /** Where the records of a block begin, and where the last one ends; `lengths`, where they are known, spare loading its own. */
    begins(name, check, count, lengths) {
      return this.once("at " + name, async () => {
        let own = lengths;
        if (!own.length) {
          const short = await this.part(name, check, 0, count * 2);
          own = Array.from({ length: count }, (_, i) => fixedNumber(short, i * 2, 2));
        }
        const long = own.filter((length) => length >= LONG).length * 4;
        const letters = long && !lengths.length ? await this.part(name, check, count * 2, count * 2 + long) : "";
        let place = count * 2 + long, read = 0;
        return [place].concat(own.map((length) => (place += length === LONG && letters ? fixedNumber(letters, 4 * read++, 4) : length)));
      });
    }

    /** A page's entries; of a long record those at its beginning, unless all are wanted. */
    page(number, all) {
      const block = Math.floor(number / this.inBlock), name = "t/" + block;
      return this.once((all ? "all " : "page ") + number, async () => {
        const { t, lengths } = await this.group(Math.floor(block / this.inGroup)), check = t[block % this.inGroup];
        return named(name, async () => {
          if (!check) throw Object.assign(new Error(name), { trouble: "missing" });
          const first = block * this.inBlock, place = number - first;
          const count = Math.min(this.inBlock, this.pageCount - first);
          const known = block % this.inGroup * this.inBlock;
          const begins = await this.begins(name, check, count, lengths.slice(known, known + count));
          const begin = begins[place] + CHECK, isCut = !all && begins[place + 1] - begin > FIRST_LOOK;
          const end = isCut ? begin + FIRST_LOOK : begins[place + 1];
          const record = await this.part(name, check, begin - CHECK, end), codes = record.slice(CHECK);
          if (codes.length !== end - begin || checkOf(codes.slice(0, FIRST_LOOK)) !== record.slice(0, CHECK)) throw new FormatError();
          return readRecord(this.symbols.decode(codes, isCut), isCut);
        });
      });
    }

    /** A file that is read as a whole. */
    one(name, read) {
      const [part, number = 0] = name.split("/");
      return this.once("read " + name, () => named(name, async () => read(await this.letters(name, this.checks[part][number]))));
    }

    /** characters.h: traditional characters with their simplified forms. */
    learnVariants(letters, files = 1, file = 0) {
      const bits = new Bits(letters);
      for (const place of bits.counted(HAN_COUNT / files)) this.variants.set(hanAt(place * files + file), hanAt(bits.below(HAN_COUNT)));
    }
  }
