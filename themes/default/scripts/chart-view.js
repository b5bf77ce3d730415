// What a reader can do with a chart beyond looking at it: take it along as PNG, copy it, turn it into an interactive
// view. Everything is loaded when it is first asked for, from script files: they can be read from disk, too.
(function () {
  "use strict";

  const { library, view: viewScript } = document.currentScript.dataset;
  const requested = new Map();

  function load(address) {
    if (!requested.has(address))
      requested.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => { requested.delete(address); script.remove(); reject(new Error(address)); };
        document.head.append(script);
      }));
    return requested.get(address);
  }

  /** Picture and configuration of a chart, as the build wrote them. */
  const contentsOf = (figure) => load(figure.dataset.script).then(() => window.nianbaoCharts[figure.id]);

  // --- the picture as PNG ----------------------------------------------------------------------------------------

  const pixels = 2;

  /** The picture that stands alone, drawn on white. */
  async function drawn(svg) {
    const [width, height] = /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg).slice(1).map(Number);
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * pixels);
    canvas.height = Math.ceil(height * pixels);
    const pen = canvas.getContext("2d", { alpha: false });
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  async function png(figure) {
    const canvas = await drawn((await contentsOf(figure)).picture);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("no picture")), "image/png"));
  }

  async function save(figure) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await png(figure));
    link.download = figure.id + ".png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** Safari wants the promise itself, within the press of the button. */
  const copy = (figure) => navigator.clipboard.write([new ClipboardItem({ "image/png": png(figure) })]);

  function offer(figure, selector, isPossible, act) {
    const button = figure.querySelector(selector);
    if (!button || !isPossible) return;
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => act(figure).then(() => {
      if (!button.dataset.done) return;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = name; }, 3000);
    }, (error) => { button.title = error.message; }));
  }

  // --- the interactive view --------------------------------------------------------------------------------------

  function offerInteractive(figure) {
    const button = figure.querySelector(".chart-switch");
    if (!button || !library) return;
    const svg = figure.querySelector(".chart-picture > svg");
    let view;

    function label(text) {
      button.textContent = text;
      button.setAttribute("aria-pressed", String(Boolean(view)));
    }

    function close() {
      if (!view) return;
      view.close();
      view = undefined;
      label(button.dataset.interactive);
    }

    function open(contents) {
      button.style.minWidth = button.getBoundingClientRect().width + "px";   // whatever it says, nothing beside it moves
      view = window.nianbaoInteractive.open(svg, contents, () => { close(); button.focus(); });
      label(button.dataset.static);
    }

    button.addEventListener("click", (event) => {
      if (view) return close();
      const byKey = event.detail === 0;
      Promise.all([contentsOf(figure), load(library), load(viewScript)])
        .then(([contents]) => {
          if (view) return;
          open(contents);
          if (byKey) view.canvas.focus({ preventScroll: true });
        })
        .catch(() => { close(); label(button.dataset.failed); });
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      if (!view) return;
      close();
      open(window.nianbaoCharts[figure.id]);
    });
    window.addEventListener("beforeprint", close);
    button.hidden = false;
  }

  document.querySelectorAll("figure.chart[data-script]").forEach((figure) => {
    offer(figure, ".chart-png", true, save);
    offer(figure, ".chart-copy", Boolean(navigator.clipboard && navigator.clipboard.write && window.ClipboardItem), copy);
    offerInteractive(figure);
  });

  // An embedded chart: its own address in the line to copy, and no such line inside of another page.
  const embedding = document.querySelector(".embedding");
  if (embedding) {
    const address = embedding.querySelector(".embed-address");
    if (!address.textContent) address.textContent = location.href.split("#")[0];
    embedding.hidden = window.top !== window;
  }
})();
