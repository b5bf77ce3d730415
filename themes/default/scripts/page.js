// Small comforts. Every page is complete without them.
(function () {
  "use strict";

  /** Navigation stands open where the layout has a column for it. */
  function openWhere(query, selector) {
    const details = document.querySelector(selector);
    if (!details) return;
    const media = matchMedia(query);
    const apply = () => { details.open = media.matches; };
    media.addEventListener("change", apply);
    apply();
  }

  /** The entry of this page is in view in a long navigation column. */
  function showCurrent() {
    const navigation = document.querySelector(".report-navigation");
    const current = navigation && navigation.querySelector("[aria-current]");
    if (current) navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
  }

  /** A region as wide as its content needs no scrolling, and then it is no stop for the tab key. */
  function adjustRegion(region) {
    const fits = region.scrollWidth <= region.clientWidth + 1;
    region.classList.toggle("fits", fits);
    if (fits) region.removeAttribute("tabindex");
    else region.tabIndex = 0;
  }

  openWhere("(min-width: 62rem)", ".report-navigation details");
  openWhere("(min-width: 72rem)", ".page-contents details");
  showCurrent();

  const observer = new ResizeObserver((entries) => entries.forEach((entry) => adjustRegion(entry.target)));
  document.querySelectorAll("section[tabindex]").forEach((region) => observer.observe(region));
})();
