// The interactive view of a chart, loaded together with Chart.js when a reader asks for it: in place of the picture, of
// its size, in its colours; values as the report prints them, by pointer, finger or arrow keys.
window.nianbaoInteractive = (function () {
  "use strict";

  const paintsPoints = (type) => type === "pie" || type === "doughnut" || type === "polarArea";

  // --- colours and letters of the page ---------------------------------------------------------------------------

  function colourReader(element) {
    const style = getComputedStyle(element);
    return (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  }

  /** Series without a colour of their author get the palette's, as the page shows it now. `hues`: which; null: none. */
  function paint(configuration, own, colour) {
    const palette = (index) => colour("--chart-" + (index % 8 + 1), "#14596b");
    configuration.data.datasets.forEach((dataset, index) => {
      const hue = own.hues ? own.hues[index] : index;
      if (hue === null) return;
      if (paintsPoints(dataset.type || configuration.type)) {
        dataset.backgroundColor = dataset.backgroundColor || dataset.data.map((_, point) => palette(point));
        dataset.borderColor = dataset.borderColor || colour("--chart-surface", "#fff");
      } else {
        const isArea = configuration.type === "radar" || dataset.fill;
        dataset.borderColor = dataset.borderColor || palette(hue);
        dataset.backgroundColor = dataset.backgroundColor || palette(hue) + (isArea ? "33" : "");
      }
    });
  }

  function styleScales(options, type, colour) {
    if (type === "pie" || type === "doughnut") return;
    options.scales = options.scales || {};
    (type === "radar" || type === "polarArea" ? ["r"] : ["x", "y"]).forEach((axis) => { options.scales[axis] = options.scales[axis] || {}; });
    Object.values(options.scales).forEach((scale) => {
      scale.grid = Object.assign({ color: colour("--chart-grid", "#ddd") }, scale.grid);
      scale.border = Object.assign({ color: colour("--chart-axis", "#888") }, scale.border);
      scale.ticks = Object.assign({ color: colour("--chart-muted", "#555") }, scale.ticks);
      if (type === "radar" || type === "polarArea") scale.ticks.backdropColor = "transparent";
    });
  }

  // --- words -----------------------------------------------------------------------------------------------------

  /** The value as the report prints it, with its unit. */
  function printedValue({ printed, configuration }, datasetIndex, index, otherwise) {
    const value = (printed[datasetIndex] || [])[index] || otherwise;
    const unit = (configuration.nianbao || {}).unit;
    return value + (unit && !value.endsWith(unit) ? " " + unit : "");
  }

  function tooltipLabel(contents) {
    return (item) => {
      const name = paintsPoints(item.chart.config.type) ? item.label : item.dataset.label;
      return (name ? name + "  " : "") + printedValue(contents, item.datasetIndex, item.dataIndex, item.formattedValue);
    };
  }

  /** What joins the points of a row is no series of the report. */
  const isSeries = (own, datasetIndex) => !own.hues || own.hues[datasetIndex] !== null;

  /** Bars to both sides of zero have no sign; moments stand where the picture has them, by the same names. */
  function nameTicks(options, own) {
    const lies = options.indexAxis === "y";
    const scaleOf = (axis) => Object.values(options.scales || {}).filter((scale) => scale.axis === axis);
    if (own.absolute)
      scaleOf(lies ? "x" : "y").forEach((scale) => { scale.ticks.callback = (value) => Math.abs(value).toLocaleString(options.locale); });
    if (own.time)
      scaleOf(lies ? "y" : "x").forEach((scale) => {
        scale.afterBuildTicks = (built) => { built.ticks = own.ticks.map(({ value }) => ({ value })); };
        scale.ticks.callback = (value) => (own.ticks.find((tick) => tick.value === value) || {}).label;
      });
  }

  // --- what an author draws attention to -------------------------------------------------------------------------

  /** Lines, bands and breaks: places on the index axis are numbers of categories, with halves between them. */
  function notesPlugin(notes, colour) {
    const muted = colour("--chart-muted", "#555");

    function box(chart, note) {
      const { left, right, top, bottom } = chart.chartArea;
      const lies = chart.options.indexAxis === "y";
      const ids = Object.keys(chart.scales).filter((id) => chart.scales[id].axis === (lies ? "x" : "y"));
      const index = chart.scales[lies ? "y" : "x"], value = chart.scales[ids[note.axis || 0]];
      const along = (scale, range, from, to) => range ? range.map((place, end) => place === null ? [from, to][end] : scale.getPixelForValue(place)) : [from, to];
      const horizontal = lies ? along(value, note.values, left, right) : along(index, note.places, left, right);
      const vertical = lies ? along(index, note.places, top, bottom) : along(value, note.values, bottom, top);
      return { x: Math.min(...horizontal), y: Math.min(...vertical), width: Math.abs(horizontal[1] - horizontal[0]), height: Math.abs(vertical[1] - vertical[0]) };
    }

    function drawBand(pen, { x, y, width, height }, note) {
      pen.globalAlpha = 0.15;
      pen.fillStyle = note.colour || muted;
      pen.fillRect(x, y, width, height);
      pen.globalAlpha = 1;
    }

    function drawLine(pen, { x, y, width, height }, note) {
      pen.strokeStyle = note.colour || muted;
      pen.lineWidth = 1.5;
      pen.setLineDash(note.dashed ? [5, 4] : []);
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x + width, y + height);
      pen.stroke();
    }

    function drawText(chart, pen, { x, y, width }, note) {
      pen.fillStyle = muted;
      pen.font = `${Math.round((chart.options.font.size || 12) * 0.92)}px ${chart.options.font.family}`;
      pen.textBaseline = width > 0 && note.kind === "line" ? "bottom" : "top";
      pen.textAlign = width > 0 && note.kind === "line" ? "right" : "left";
      pen.fillText(note.text, pen.textAlign === "right" ? x + width : x + 4, y + (pen.textBaseline === "top" ? 3 : -3));
    }

    const each = (chart, act) => notes.forEach((note) => {
      const pen = chart.ctx;
      pen.save();
      act(pen, box(chart, note), note);
      pen.restore();
    });
    return {
      id: "nianbao-notes",
      beforeDatasetsDraw: (chart) => each(chart, (pen, place, note) => { if (note.kind === "box") drawBand(pen, place, note); }),
      afterDatasetsDraw: (chart) => each(chart, (pen, place, note) => {
        if (note.kind === "line") drawLine(pen, place, note);
        if (note.text) drawText(chart, pen, place, note);
      }),
    };
  }

  // --- the configuration as the page shows it --------------------------------------------------------------------

  function prepared(contents, element, scale) {
    const configuration = structuredClone(contents.configuration);
    const own = configuration.nianbao || {};
    const colour = colourReader(element);
    paint(configuration, own, colour);
    const options = configuration.options = configuration.options || {};
    Object.assign(options, { responsive: true, maintainAspectRatio: false, animation: false, locale: document.documentElement.lang });
    options.color = colour("--chart-ink", "#222");
    options.font = { family: getComputedStyle(document.body).fontFamily, size: Math.max(11, 13 * scale) };
    options.plugins = options.plugins || {};
    options.plugins.title = { display: false };
    options.plugins.subtitle = { display: false };
    options.plugins.legend = Object.assign({ display: configuration.data.datasets.length > 1 || paintsPoints(configuration.type) }, options.plugins.legend);
    options.plugins.legend.labels = Object.assign({ filter: (item) => isSeries(own, item.datasetIndex ?? 0) }, options.plugins.legend.labels);
    options.plugins.tooltip = Object.assign({}, options.plugins.tooltip, { callbacks: { label: tooltipLabel(contents) }, filter: (item) => isSeries(own, item.datasetIndex) });
    styleScales(options, configuration.type, colour);
    nameTicks(options, own);
    if (contents.notes) configuration.plugins = [notesPlugin(contents.notes, colour)];
    return configuration;
  }

  // --- arrow keys ------------------------------------------------------------------------------------------------

  /** From point to point: left and right along a series, up and down between the series. */
  function walker(chart, contents, say) {
    const own = contents.configuration.nianbao || {};
    let series = 0, index = -1;
    const drawn = (s, i) => {
      const element = chart.getDatasetMeta(s).data[i];
      return element && isSeries(own, s) && chart.isDatasetVisible(s) && !element.skip && Number.isFinite(element.x) && Number.isFinite(element.y) &&
        (!paintsPoints(chart.config.type) || chart.getDataVisibility(i)) && chart.data.datasets[s].data[i] !== null;
    };

    function show() {
      const active = [{ datasetIndex: series, index }];
      const { x, y } = chart.getDatasetMeta(series).data[index].tooltipPosition();
      chart.setActiveElements(active);
      chart.tooltip.setActiveElements(active, { x, y });
      chart.update("none");
      const dataset = chart.data.datasets[series];
      const label = (chart.data.labels || [])[index];
      const value = printedValue(contents, series, index, String(chart.tooltip.dataPoints?.[0]?.formattedValue ?? ""));
      say([dataset.label, label, value].filter(Boolean).join(" "));
    }

    function along(step) {
      const length = chart.data.datasets[series].data.length;
      for (let i = index + step; i >= 0 && i < length; i += step)
        if (drawn(series, i)) { index = i; return show(); }
    }

    function across(step) {
      for (let s = series + step; s >= 0 && s < chart.data.datasets.length; s += step)
        if (drawn(s, Math.max(index, 0))) { series = s; index = Math.max(index, 0); return show(); }
    }

    return {
      ArrowRight: () => along(1),
      ArrowLeft: () => along(-1),
      ArrowDown: () => across(1),
      ArrowUp: () => across(-1),
      Home: () => { index = -1; along(1); },
      End: () => { index = chart.data.datasets[series].data.length; along(-1); },
    };
  }

  // --- in place of the picture -----------------------------------------------------------------------------------

  function make(name, attributes) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  function open(svg, contents, onEscape) {
    const picture = svg.parentElement;
    const size = svg.getBoundingClientRect();
    const stage = make("div", { class: "chart-stage" });
    stage.style.width = size.width + "px";
    stage.style.height = size.height + "px";
    const keys = picture.closest("figure").querySelector(".chart-switch").dataset.keys;
    const canvas = make("canvas", { role: "application", tabindex: "0", "aria-label": `${svg.querySelector("title").textContent}  ${keys}` });
    const spoken = make("p", { class: "visually-hidden", "aria-live": "polite" });
    stage.append(canvas, spoken);
    picture.append(stage);
    picture.classList.add("interactive");
    const withdraw = () => {
      stage.remove();
      picture.classList.remove("interactive");
    };
    let chart;
    try {
      chart = new window.Chart(canvas, prepared(contents, picture, size.width / svg.viewBox.baseVal.width));
    } catch (error) {
      withdraw();
      throw error;
    }
    const walk = walker(chart, contents, (words) => { spoken.textContent = words; });
    canvas.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return onEscape();
      if (!walk[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      walk[event.key]();
    });
    return {
      canvas,
      close() {
        chart.destroy();
        withdraw();
      },
    };
  }

  return { open };
})();
