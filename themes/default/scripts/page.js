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

  /** A region that has nothing to scroll is no stop for the tab key. */
  function adjustTabStop(region) {
    const scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
    if (scrolls) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  }

  openWhere("(min-width: 62rem)", ".report-navigation details");
  openWhere("(min-width: 72rem)", ".page-contents details");
  showCurrent();

  const observer = new ResizeObserver((entries) => entries.forEach((entry) => adjustTabStop(entry.target)));
  document.querySelectorAll("section[tabindex]").forEach((region) => observer.observe(region));
})();
