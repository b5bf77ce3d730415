// The interactive view of a chart: Chart.js is loaded when a reader first asks for it and takes the place of the
// picture, in the same size and colours; a second press brings the picture back.
(function () {
  "use strict";

  const libraryAddress = document.currentScript.dataset.library;
  let library;

  function loadLibrary() {
    library = library || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = libraryAddress;
      script.onload = () => resolve(window.Chart);
      script.onerror = () => { library = undefined; script.remove(); reject(new Error(libraryAddress)); };
      document.head.append(script);
    });
    return library;
  }

  // --- configuration ---------------------------------------------------------------------------------------------

  function colourReader(figure) {
    const style = getComputedStyle(figure);
    return (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  }

  const paintsPoints = (type) => type === "pie" || type === "doughnut" || type === "polarArea";

  function paint(configuration, colour) {
    const series = (index) => colour("--chart-" + (index % 8 + 1), "#14596b");
    configuration.data.datasets.forEach((dataset, index) => {
      if (paintsPoints(configuration.type)) {
        dataset.backgroundColor = (dataset.data || []).map((_, point) => series(point));
        dataset.borderColor = colour("--surface", "#fff");
      } else {
        const translucent = configuration.type === "radar" ? "33" : "";
        dataset.backgroundColor = series(index) + translucent;
        dataset.borderColor = series(index);
      }
    });
  }

  /** Two end points and nothing between them: what was not published is not drawn. */
  function asPoints(configuration) {
    configuration.type = "line";
    configuration.data.datasets.forEach((dataset) => Object.assign(dataset, { showLine: false, spanGaps: false, pointRadius: 6 }));
  }

  /** Tooltips say the values as the report prints them. */
  function printedLabel(own) {
    return (item) => {
      const printed = ((own.printed || [])[item.datasetIndex] || [])[item.dataIndex] || item.formattedValue;
      const name = paintsPoints(item.chart.config.type) ? item.label : item.dataset.label;
      return (name ? name + "  " : "") + printed + (own.unit && !printed.endsWith(own.unit) ? " " + own.unit : "");
    };
  }

  function styleScales(options, type, colour) {
    if (paintsPoints(type)) return;
    options.scales = options.scales || {};
    (type === "radar" ? ["r"] : ["x", "y"]).forEach((axis) => {
      const scale = options.scales[axis] = options.scales[axis] || {};
      scale.grid = Object.assign({ color: colour("--chart-grid", colour("--line", "#ddd")) }, scale.grid);
    });
  }

  function prepared(source, figure) {
    const configuration = JSON.parse(source);
    const own = configuration.nianbao || {};
    const colour = colourReader(figure);
    if (configuration.type === "slope") asPoints(configuration);
    paint(configuration, colour);
    const options = configuration.options = configuration.options || {};
    Object.assign(options, { responsive: true, maintainAspectRatio: false, animation: false, locale: document.documentElement.lang });
    options.color = colour("--ink", "#222");
    options.font = { family: getComputedStyle(document.body).fontFamily };
    options.plugins = options.plugins || {};
    options.plugins.title = { display: false };
    options.plugins.legend = Object.assign({ display: configuration.data.datasets.length > 1 || paintsPoints(configuration.type) }, options.plugins.legend);
    options.plugins.tooltip = Object.assign({ callbacks: { label: printedLabel(own) } }, options.plugins.tooltip);
    styleScales(options, configuration.type, colour);
    return configuration;
  }

  // --- the switch ------------------------------------------------------------------------------------------------

  function chartView(figure) {
    const button = figure.querySelector(".chart-switch");
    const picture = figure.querySelector(".chart-picture");
    const source = figure.querySelector(".chart-configuration");
    if (!button || !picture || !source) return;
    let chart, stage;

    function showPicture() {
      if (chart) chart.destroy();
      if (stage) stage.remove();
      chart = stage = undefined;
      picture.classList.remove("interactive");
      label(false);
    }

    function showChart(Chart) {
      const size = picture.firstElementChild.getBoundingClientRect();
      stage = document.createElement("div");
      stage.className = "chart-stage";
      stage.style.width = size.width + "px";
      stage.style.height = size.height + "px";
      const canvas = document.createElement("canvas");
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", picture.querySelector("title").textContent);
      stage.append(canvas);
      picture.append(stage);
      picture.classList.add("interactive");
      chart = new Chart(canvas, prepared(source.textContent, figure));
      label(true);
    }

    function label(interactive) {
      button.textContent = interactive ? button.dataset.static : button.dataset.interactive;
      button.setAttribute("aria-pressed", String(interactive));
    }

    button.addEventListener("click", () => {
      if (chart) return showPicture();
      loadLibrary().then(showChart).catch(() => {
        showPicture();
        button.textContent = button.dataset.failed;
      });
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      if (!chart) return;
      showPicture();
      showChart(window.Chart);
    });
    window.addEventListener("beforeprint", showPicture);
    button.hidden = false;
  }

  document.querySelectorAll("figure.chart").forEach(chartView);
})();
