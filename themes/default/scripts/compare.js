// The page on which schools of a city stand side by side: choices, and a table of what was chosen. The values come from a script beside
// the page, which runs from disk, too. The address holds the choice: ?school=…&school=…&year=…&indicator=…, from disk behind "#".
(function () {
  "use strict";

  const MOST = 4;
  const WIDTH = 72, HEIGHT = 20, EDGE = 3; // of a small picture
  const place = document.querySelector(".compare[data-script]");
  if (!place) return;
  const isChinese = document.documentElement.lang.startsWith("zh");

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** Says which language a name is in, where the page around it is in another. */
  function named(element) {
    if (/\p{Script=Han}/u.test(element.textContent) && !isChinese) element.lang = "zh-CN";
    return element;
  }

  /** The number of a value as printed, for pictures only; null where there is none. */
  function numberOf(value) {
    const found = /-?[\d,]+(\.\d+)?/.exec(value);
    return found ? Number(found[0].replace(/,/g, "")) : null;
  }

  class ComparePage {
    constructor(data) {
      this.data = data;
      this.words = data.words;
      this.schools = new Map(data.schools.map((school, i) => [school.id, { ...school, at: i }]));
      this.indicators = new Map(data.indicators.map((indicator) => [indicator.id, indicator]));
      this.form = this.makeForm();
      this.status = make("p", { role: "status" });
      this.region = make("section", { tabindex: "0", "aria-label": document.querySelector("h1").textContent });
      place.append(this.form, this.status, this.region);
      this.form.addEventListener("change", () => this.choose());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("popstate", () => this.follow());
      this.follow();
    }

    // --- what is chosen
    /** A choice as it can be shown: known names, each once, in the order asked for; what is not chosen is chosen for the reader. */
    sound({ schools, years, indicators }) {
      const once = (values, known) => [...new Set(values)].filter((value) => known(value));
      const chosen = {
        schools: once(schools, (id) => this.schools.has(id)).slice(0, MOST),
        years: once(years, (year) => this.data.years.includes(Number(year))).map(Number).sort((a, b) => b - a),
        indicators: once(indicators, (id) => this.indicators.has(id)),
      };
      if (!chosen.years.length) chosen.years = this.data.years.slice(-1);
      if (!chosen.indicators.length) chosen.indicators = this.data.indicators.filter((one) => one.chosen).map((one) => one.id);
      return chosen;
    }

    /** What the address asks for; two schools where it names none. */
    asked() {
      const behind = new URLSearchParams(location.hash.slice(1));
      const words = behind.has("school") ? behind : new URLSearchParams(location.search);
      const schools = words.has("school") ? words.getAll("school") : this.data.schools.slice(0, 2).map((school) => school.id);
      return this.sound({ schools, years: words.getAll("year"), indicators: words.getAll("indicator") });
    }

    follow() {
      this.chosen = this.asked();
      this.showChoice();
      this.show();
    }

    choose() {
      const checked = (name) => Array.from(this.form.querySelectorAll(`input[name=${name}]:checked`), (box) => box.value);
      const schools = Array.from(this.form.querySelectorAll("select"), (select) => select.value);
      this.chosen = this.sound({ schools, years: checked("year"), indicators: checked("indicator") });
      this.keepInAddress();
      this.showChoice();
      this.show();
    }

    keepInAddress() {
      const words = new URLSearchParams();
      for (const [name, list] of [["school", "schools"], ["year", "years"], ["indicator", "indicators"]])
        for (const value of this.chosen[list]) words.append(name, value);
      try {
        history.pushState(null, "", "?" + words);
      } catch (error) { // from disk only the part behind "#" may change
        location.hash = words.toString();
      }
    }

    // --- the form
    makeForm() {
      const group = (legend, ...parts) => make("fieldset", {}, make("legend", {}, legend), ...parts);
      const box = (name, value, text) => make("label", {}, make("input", { type: "checkbox", name, value }), " " + text);
      const selects = Array.from({ length: MOST }, (none, i) => {
        const select = make("select", { "aria-label": `${this.words.school} ${i + 1}` }, make("option", { value: "" }, this.words.none));
        for (const { id, name } of this.data.schools) select.append(named(make("option", { value: id }, name)));
        return select;
      });
      return make("form", {},
        group(this.words.school, ...selects),
        group(this.words.years, ...this.data.years.map((year) => box("year", year, year))),
        group(this.words.indicators, ...this.data.indicators.map((one) => box("indicator", one.id, one.name))));
    }

    showChoice() {
      this.form.querySelectorAll("select").forEach((select, i) => { select.value = this.chosen.schools[i] || ""; });
      const chosen = new Set([...this.chosen.years.map(String), ...this.chosen.indicators]);
      for (const box of this.form.querySelectorAll("input")) box.checked = chosen.has(box.value);
    }

    // --- the table
    show() {
      const schools = this.chosen.schools.map((id) => this.schools.get(id));
      this.region.textContent = "";
      const names = schools.map((school) => school.name).join(isChinese ? "、" : ", ");
      this.status.textContent = schools.length < 2 ? this.words.choose : this.words.shown.replace("{0}", names);
      if (!schools.length) return;
      this.region.className = schools.length > 2 ? "table-region wide" : "table-region"; // two fit on a phone
      const head = make("tr", {}, make("th", { scope: "col", class: "naming" }, this.words.indicator), make("th", { scope: "col" }, this.words.year));
      for (const { name, url } of schools) head.append(make("th", { scope: "col", class: "number" }, named(make("a", { href: url }, name))));
      head.append(make("th", { scope: "col", class: "number" }, this.words.median));
      const body = make("tbody");
      for (const id of this.chosen.indicators) body.append(...this.rows(this.indicators.get(id), schools));
      this.region.append(make("table", {}, make("thead", {}, head), body));
    }

    /** A row for each chosen year; the indicator stands before the first. */
    rows(indicator, schools) {
      const all = schools.map((school) => indicator.values[school.at].map(numberOf));
      const numbers = all.flat().filter((number) => number !== null);
      const range = [Math.min(...numbers), Math.max(...numbers)];
      return this.chosen.years.map((year, i) => {
        const at = this.data.years.indexOf(year);
        const row = make("tr");
        if (!i) row.append(this.heading(indicator));
        row.append(make("td", {}, String(year)));
        schools.forEach((school, s) => row.append(this.cell(indicator.values[school.at][at], all[s], at, range)));
        row.append(make("td", { class: "number" }, indicator.medians[at] || ""));
        return row;
      });
    }

    heading({ name, unit, base, url }) {
      const heading = make("th", { scope: "rowgroup", rowspan: this.chosen.years.length, class: "naming" }, make("a", { href: url }, name));
      if (unit) heading.append(isChinese ? `（${unit}）` : ` (${unit})`);
      if (base) heading.append(make("br"), make("small", {}, base));
      return heading;
    }

    cell(value, numbers, at, range) {
      if (!value) return make("td", { class: "number missing" }, this.words.missing);
      if (value === "#") return make("td", { class: "number withheld" }, this.words.withheld);
      const isComputed = value.startsWith("=");
      const cell = make("td", { class: "number" }, isComputed ? value.slice(1) : value);
      if (isComputed) cell.append(make("br"), make("small", {}, this.words.computed));
      if (numbers[at] !== null) cell.insertAdjacentHTML("beforeend", this.picture(numbers, at, range));
      return cell;
    }

    /** The school's years as a line with a dot at this one, all schools on one scale; a single year as a bar. Made of numbers only; the
     *  text beside it says the value. */
    picture(numbers, at, [least, most]) {
      const known = numbers.filter((number) => number !== null).length;
      return `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">` +
        (known < 2 ? this.bar(numbers[at], most) : this.line(numbers, at, least, most)) + "</svg>";
    }

    bar(number, most) {
      const width = most > 0 ? Math.max(0, number) / most * WIDTH : 0;
      return `<rect y="6" width="${width.toFixed(1)}" height="8" fill="currentColor"/>`;
    }

    line(numbers, at, least, most) {
      const x = (i) => (EDGE + i / (numbers.length - 1) * (WIDTH - 2 * EDGE)).toFixed(1);
      const y = (number) => (HEIGHT - EDGE - (most > least ? (number - least) / (most - least) : 0.5) * (HEIGHT - 2 * EDGE)).toFixed(1);
      let path = "";
      numbers.forEach((number, i) => { // a year without a number is a gap
        if (number !== null) path += (i && numbers[i - 1] !== null ? "L" : "M") + x(i) + " " + y(number);
      });
      return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="${x(at)}" cy="${y(numbers[at])}" r="${EDGE}" fill="currentColor"/>`;
    }
  }

  const values = make("script", { src: place.dataset.script });
  window.nianbaoCompare = (data) => new ComparePage(data);
  values.addEventListener("error", () => place.append(make("p", { class: "note caveat", role: "alert" }, place.dataset.failed)));
  document.head.append(values);
})();
