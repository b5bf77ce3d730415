// Dates for Chart.js's time axes in a page, in UTC: Chart.js has none of its own.

/** To be evaluated in a page that has window.Chart. */
export function setDateAdapter() {
  const lengths = { millisecond: 1, second: 1e3, minute: 6e4, hour: 36e5, day: 864e5, week: 6048e5 };
  const months = { month: 1, quarter: 3, year: 12 };
  const monthOf = (time) => { const date = new Date(time); return date.getUTCFullYear() * 12 + date.getUTCMonth(); };
  const monday = 4 * lengths.day; // 1970-01-05
  window.Chart._adapters._date.override({
    init() {},
    formats: () => Object.fromEntries(["datetime", ...Object.keys(lengths), ...Object.keys(months)].map((unit) => [unit, ""])),
    parse: (value) => typeof value === "number" ? value : typeof value === "string" ? Date.parse(value.length > 10 ? `${value}Z` : value) : null,
    format: (time) => new Date(time).toISOString(),
    add(time, count, unit) {
      if (lengths[unit]) return time + count * lengths[unit];
      const date = new Date(time);
      return date.setUTCMonth(date.getUTCMonth() + count * months[unit]);
    },
    diff: (a, b, unit) => Math.trunc(lengths[unit] ? (a - b) / lengths[unit] : (monthOf(a) - monthOf(b)) / months[unit]),
    startOf(time, unit) {
      if (unit === "isoWeek" || unit === "week") return Math.floor((time - monday) / lengths.week) * lengths.week + monday;
      if (lengths[unit]) return Math.floor(time / lengths[unit]) * lengths[unit];
      return Date.UTC(Math.floor(monthOf(time) / 12), monthOf(time) % 12 - monthOf(time) % months[unit]);
    },
    endOf(time, unit) { return this.add(this.startOf(time, unit), 1, unit) - 1; },
  });
}
