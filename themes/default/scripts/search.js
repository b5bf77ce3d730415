// The search page: a form, a status line and a list. All that an ordinary question needs is one file; search-loose.js is loaded from
// the folder of this script. A classic script, so that it runs from disk. The address holds the question and what was chosen:
// ?q=焊接&school=…&kind=case, from disk behind "#".
// Names of its own: addPieces addPrefix arrived begins buckets certain checks choices chooser clear divided edges facetParts factsFor fetched filtered findPrefix folder follow groupChecks heads inBlock inGroup isChosen isCut keepInAddress knowCharacters learnVariants lengths limit listOf loading makeMore marked opened opener origin pageCount prepare problems ranges rarities rarity readMore report runs runSoon scores server shards shardsUpTo showCards signal single stepsOf summary thirds timer titlePieces titles totalIsExact
// Published behind: search-format.js search-store.js search-lookup.js search-core.js search-facets.js search-subjects.js search-choices.js

  const own = document.currentScript.src;

  /** Runs a script. */
  function load(address) {
    return new Promise((resolve, reject) => {
      const element = make("script");
      element.onload = () => resolve(element.remove());
      element.onerror = () => reject(Object.assign(new Error(address), { trouble: "missing" }));
      element.src = address;
      document.head.append(element);
    });
  }

  /** The texts of the page, in its language. */
  function readStrings() { return JSON.parse(document.getElementById("search-strings").textContent); }

  /** Says which language a text of the reports is in, where the page around it is in another. */
  function markLanguage(element) {
    const chinese = /\p{Script=Han}/u.test(element.textContent);
    if (chinese && !document.documentElement.lang.startsWith("zh")) element.lang = "zh-CN";
  }

  /** Brings files by <script src>, from a server or from disk; parts of them where a server knows byte ranges. */
  class PageSource {
    constructor(folder) {
      this.folder = folder;
      this.arrived = new Map();
      this.fetched = new Map();
      this.server = this.ranges = /^https?:$/.test(location.protocol) && typeof fetch === "function";
      window.nianbaoSearch = (name, data) => this.arrived.set(name, data);
    }

    /** Asks a server whether the index is still the one that the browser keeps; the other files carry their version. */
    async index() {
      const address = this.folder + "index.js";
      try {
        const response = this.server && await fetch(address, { cache: "no-cache" });
        const text = response && response.ok ? await response.text() : "";
        if (text) return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
      } catch (error) { /* no fetch here: the script will do */ }
      return this.script("index", address);
    }

    /** A script that stands beside this one. */
    code(name) { return load(own.replace(/[^/]*\.js(?=\?|$)/, name)); }

    whole(name, check) {
      return this.fetched.has(name) ? Promise.resolve(this.fetched.get(name)) : this.script(name, this.address(name, check));
    }

    address(name, check) { return this.folder + name + ".js?v=" + check; }

    async script(name, address) {
      await load(address);
      const data = this.arrived.get(name);
      this.arrived.delete(name);
      if (data === undefined) throw new FormatError();
      return data;
    }

    /** Null when the server sent something else: then it is not asked for parts again. */
    async part(name, check, begin, end) {
      if (!this.ranges) return null;
      const head = 'nianbaoSearch("' + name + '","';
      const range = "bytes=" + (head.length + begin) + "-" + (head.length + end - 1);
      try {
        const response = await fetch(this.address(name, check), { headers: { Range: range } });
        const text = await response.text();
        if (response.status === 206 && text.length === end - begin) return text;
        if (response.status === 200 && text.startsWith(head)) this.fetched.set(name, text.slice(head.length, text.lastIndexOf('"')));
      } catch (error) { /* no fetch here: scripts will do */ }
      this.ranges = false;
      return null;
    }
  }

  class SearchPage {
    constructor(form) {
      this.form = form;
      this.root = form.dataset.searchRoot;
      this.input = form.querySelector("input[name=q]");
      this.status = document.querySelector(".search-status");
      this.list = document.querySelector(".search-results");
      this.strings = readStrings();
      this.index = new Index(new PageSource(this.root + "search/"));
      this.more = this.makeMore();
      this.meant = make("p", "search-suggestions search-meant");
      this.meant.hidden = true;
      this.choices = make("div", "search-choices");
      this.choices.hidden = true;
      this.cards = make("div", "search-cards");
      this.cards.hidden = true;
      this.status.after(this.meant, this.cards, this.choices);
      this.signal = {};
      this.query = null;
    }

    start() {
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.run(this.input.value, TEN);
      });
      this.input.addEventListener("input", (event) => { if (!event.isComposing) this.runSoon(150); });
      this.input.addEventListener("compositionend", () => this.runSoon(0)); // what was chosen from an input method is a whole word
      this.input.addEventListener("focus", () => this.index.prepare());
      document.addEventListener("keydown", (event) => this.move(event));
      addEventListener("popstate", () => this.follow());
      this.follow();
    }

    /** Asks what the address says; the script may have written it there itself. */
    follow() {
      const { query, filter } = this.asked();
      if (this.query !== null && query === this.query.trim() && this.isChosen(filter)) return;
      this.input.value = query;
      this.filter = filter;
      this.query = null;
      this.run(query, TEN);
    }

    say(key, ...values) { return this.strings[key].replace(/\{(\d)\}/g, (all, number) => values[number]); }

    /** The question of the address, and what is chosen there. */
    asked() {
      const behind = new URLSearchParams(location.hash.slice(1));
      const words = behind.has("q") ? behind : new URLSearchParams(location.search);
      const filter = {};
      for (const [list, name] of Object.entries(CHOICES)) filter[list] = words.getAll(name);
      return { query: words.get("q") || "", filter };
    }

    isChosen(filter) { return JSON.stringify(filter) === JSON.stringify(this.filter); }

    /** What stands behind "?" or "#" for a question with the present choices. */
    addressOf(query, filter) {
      const words = new URLSearchParams(query ? { q: query } : {});
      for (const [list, name] of Object.entries(CHOICES)) for (const value of filter[list]) words.append(name, value);
      return words.toString();
    }

    /** A choice is a step that "back" takes back; typing is none. */
    keepInAddress(isStep) {
      const text = this.addressOf(this.query.trim(), this.filter);
      try {
        history[isStep ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname);
      } catch (error) { // from disk only the part behind "#" may change
        location[isStep ? "assign" : "replace"]("#" + text);
      }
    }

    choose(filter) {
      this.filter = filter;
      this.limit = 0; // the same question, but of other pages
      this.run(this.query, TEN, true);
    }

    /** A question that was offered. */
    ask(query) {
      this.input.value = query;
      this.input.focus();
      this.run(query, TEN, true);
    }

    /** One character is looked for when asked for with Enter: it stands nearly everywhere. */
    runSoon(wait) {
      clearTimeout(this.timer);
      const query = this.input.value;
      if (Array.from(query.trim()).length !== 1) this.timer = setTimeout(() => this.run(query, TEN), wait);
    }

    /** Old results stay until the new ones are there. */
    async run(query, limit, isStep = false) {
      clearTimeout(this.timer);
      if (query === this.query && limit === this.limit) return;
      this.signal.cancelled = true;
      const signal = this.signal = {};
      const isFirst = this.query === null;
      Object.assign(this, { query, limit });
      if (!isFirst) this.keepInAddress(isStep);
      if (!query.trim()) return this.clear(this.say("hint"));
      const slow = setTimeout(() => { if (!signal.cancelled) this.status.textContent = this.say("searching"); }, 300);
      try {
        const answer = await this.index.ask(query, limit, signal, { filter: this.filter, count: true });
        const cards = await this.factsFor(answer.words);
        if (signal.cancelled) return;
        this.showCards(cards);
        this.show(cards.length && !answer.total ? Object.assign(answer, { suggestions: [] }) : answer, cards);
      } catch (error) {
        if (signal.cancelled) return;
        this.clear(error.trouble === "version" ? this.say("version", error.version) : this.say("no_index"));
        this.limit = 0; // the same question may be asked again
      } finally {
        clearTimeout(slow);
      }
    }

    /** Facts come with the results, or not at all. */
    async factsFor(words) {
      try {
        const { store } = this.index, { cities, schools } = this.filter, subjects = await subjectsIn(words, store);
        // A name alone, of what is only known of parties, gets no answer.
        if (!subjects.some(({ alone, names }) => alone > 0 || words[1] || cities[0] || schools[0] ||
          names.some((name) => words[0].length > name.length + 1))) return [];
        if (!library.cards) await store.source.code("search-answers.js");
        return await library.cards(store, words, this.filter);
      } catch (error) {
        return [];
      }
    }

    showCards(cards) {
      this.cards.textContent = "";
      for (const card of cards) this.cards.appendChild(library.card(card, this));
      this.cards.hidden = !cards.length;
    }

    clear(message) {
      this.list.textContent = "";
      this.more.hidden = this.meant.hidden = this.cards.hidden = this.choices.hidden = true;
      this.status.textContent = message;
    }

    show(answer, cards) {
      const items = Array.from(this.groups(answer.results), (group) => this.group(group));
      this.list.textContent = "";
      this.list.append(...items);
      this.more.hidden = answer.results.length >= answer.total + answer.looseTotal;
      this.status.textContent = (cards.length ? this.say("card_found") + " " : "") + this.summary(answer);
      this.meant.hidden = !answer.suggestions.length;
      if (!this.meant.hidden) library.further.showMeant(answer.suggestions, this);
      this.offer(answer);
    }

    /** What the answer can be narrowed to. */
    offer({ facets }) {
      this.chooser = this.chooser || new Choices(this.choices, {
        name: (list) => this.say("choice_" + list),
        value: (list, value) => list === "kinds" ? this.strings["kind_" + value] || value : value,
        all: this.say("choice_all"),
        fewer: this.say("choice_fewer")
      }, (filter) => this.choose(filter));
      this.chooser.show(facets, this.filter);
    }

    /** Results of one report stand together, where the best of them stands. */
    groups(results) {
      const groups = new Map();
      for (const result of results) {
        if (!groups.has(result.group)) groups.set(result.group, []);
        groups.get(result.group).push(result);
      }
      return groups.values();
    }

    group(results) {
      if (results.length === 1) return this.item(results[0]);
      const group = make("li", "search-group");
      const name = make("p", "search-report", [results[0].organisation, results[0].year].filter(Boolean).join(" · "));
      markLanguage(name);
      const list = make("ol");
      for (const result of results) list.append(this.item(result));
      group.append(name, list);
      return group;
    }

    summary(answer) {
      const { results, total, totalIsExact, problems } = answer, messages = [];
      if (!results.length) messages.push(this.say("none", this.query.trim()));
      else if (total) {
        const found = totalIsExact ? this.say(total === 1 ? "found_one" : "found", total) : this.say("found_at_most", total);
        messages.push(results.length < total ? found + this.say("shown", results.length) : found);
      }
      if (library.further) messages.push(...library.further.notes(answer, this));
      for (const { file, trouble } of problems) messages.push(this.say(trouble, file));
      return messages.join(" ");
    }

    item(result) {
      const item = make("li", "search-result");
      const link = make("a", "search-title");
      link.href = this.address(result);
      this.addPieces(link, result.titlePieces);
      markLanguage(link);
      item.append(link, this.place(result));
      if (result.pieces.length) {
        const excerpt = make("p", "search-excerpt");
        this.addPieces(excerpt, result.pieces);
        markLanguage(excerpt);
        item.append(excerpt);
      }
      if (result.others.length) item.append(this.others(result.others.slice(0, 3)));
      return item;
    }

    place({ kind, context, title, organisation, year, loose }) {
      const place = make("p", "search-place");
      if (loose) place.append(make("span", "search-kind search-loose", this.say("loose")), " ");
      const name = this.strings["kind_" + kind];
      if (name) place.append(make("span", "search-kind", name));
      const parts = [organisation, year, title.endsWith(context) ? "" : context].filter(Boolean);
      if (name) place.append(" ");
      const where = make("span", "", parts.join(" · "));
      markLanguage(where);
      place.append(where);
      return place;
    }

    others(places) {
      const line = make("p", "search-others", this.say("others"));
      places.forEach((place, i) => {
        if (i) line.append(" · ");
        const link = make("a", "", place.title);
        markLanguage(link);
        link.href = this.root + encodeURI(place.url);
        line.append(link);
      });
      return line;
    }

    addPieces(element, pieces) {
      for (const { text, marked } of pieces) {
        element.append(marked ? make("mark", "", text) : text);
      }
    }

    /** The page opens at the match and marks it (a text fragment); in a browser that cannot, at the section. */
    address({ url, match }) {
      const address = this.root + encodeURI(url);
      if (!match || !("fragmentDirective" in document)) return address;
      return address + (url.includes("#") ? "" : "#") + ":~:text=" + encodeURIComponent(match).replace(/-/g, "%2D");
    }

    makeMore() {
      const more = make("button", "search-more", this.say("more"));
      more.type = "button";
      more.hidden = true;
      more.addEventListener("click", async () => {
        const shown = new Set(this.titles().map((title) => title.href));
        await this.run(this.query, this.limit + TEN);
        const first = this.titles().find((title) => !shown.has(title.href));
        if (first) first.focus();
      });
      this.list.after(more);
      return more;
    }

    titles() { return [...this.list.querySelectorAll(".search-title")]; }

    /** Arrow keys go from the field to the results and from one to the next. */
    move(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const stops = [this.input, ...this.titles()];
      const at = stops.indexOf(document.activeElement);
      const next = at < 0 ? null : stops[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }

  const form = document.querySelector(".search-form[data-search-root]");
  if (form) new SearchPage(form).start();
