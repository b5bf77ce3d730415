// What results can be narrowed to: city, school, year and kind, each value a button with its number of pages. Seventh part of the
// search.

  const FEW = 6; // values that are shown of a long list

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** The values to be shown: those with pages, and those that are chosen, which can be given up even where nothing is left. */
  function valuesOf(counted, chosen) {
    const without = chosen.filter((value) => !counted.some((entry) => entry.value === value));
    return [...counted, ...without.map((value) => ({ value, pages: 0 }))];
  }

  class Choices {
    /** Fills `place`. `wording`: { name(list), value(list, value), all, fewer }; `choose(filter)` is called with each new choice. */
    constructor(place, wording, choose) {
      Object.assign(this, { place, wording, choose, opened: new Set() });
    }

    /** `facets` null: what can be chosen is not known, only what is chosen can be given up. */
    show(facets, filter) {
      const focused = this.place.contains(document.activeElement) ? document.activeElement.dataset.choice : null;
      const groups = [];
      for (const list of FACETS) {
        const values = valuesOf(facets ? facets[list] : [], filter[list]);
        if (values.length > 1 || filter[list].length) groups.push(this.group(list, values, filter));
      }
      this.place.textContent = "";
      this.place.append(...groups);
      this.place.hidden = !groups.length;
      if (focused) {
        const again = [...this.place.querySelectorAll("button")].find((button) => button.dataset.choice === focused);
        if (again) again.focus();
      }
    }

    group(list, values, filter) {
      const group = make("div", "search-choice");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", this.wording.name(list));
      group.append(make("span", "search-choice-name", this.wording.name(list)));
      const all = this.opened.has(list);
      values.forEach((entry, place) => {
        const chosen = filter[list].includes(entry.value);
        if (all || chosen || place < FEW) group.append(this.button(list, entry, chosen, filter));
      });
      if (values.length > FEW) group.append(this.opener(list, all, values, filter));
      return group;
    }

    button(list, { value, pages }, chosen, filter) {
      const button = make("button", "", this.wording.value(list, value));
      button.type = "button";
      button.dataset.choice = list + " " + value;
      button.setAttribute("aria-pressed", String(chosen));
      button.append(make("span", "search-count", " " + pages));
      button.addEventListener("click", () => {
        const rest = filter[list].filter((other) => other !== value);
        this.choose({ ...filter, [list]: chosen ? rest : [...rest, value] });
      });
      return button;
    }

    opener(list, all, values, filter) {
      const opener = make("button", "search-choice-more", all ? this.wording.fewer : this.wording.all);
      opener.type = "button";
      opener.dataset.choice = "more " + list;
      opener.setAttribute("aria-expanded", String(all));
      opener.addEventListener("click", () => {
        if (all) this.opened.delete(list);
        else this.opened.add(list);
        const group = opener.closest(".search-choice");
        group.replaceWith(this.group(list, values, filter));
        [...this.place.querySelectorAll("button")].find((button) => button.dataset.choice === opener.dataset.choice).focus();
      });
      return opener;
    }
  }
