#include "cli/serve_page.h"

#include <fmt/format.h>

#include "text/escape.h"

namespace nianbao::cli {
namespace {

// The problems come as data and become text nodes, so nothing in a file's name or in a message is ever
// markup. The style sheet is constructed because the pages' Content-Security-Policy lets no style element in.
constexpr std::string_view script = R"js("use strict";
(() => {
  const shown = document.currentScript.dataset.build;
  let events = null;
  let overlay = null;

  const css = `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
      font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      color: #fff; background: #5c1414; border-top: 4px solid #ff8f8f; box-shadow: 0 -4px 24px rgb(0 0 0 / .4); }
    section { padding: .8rem 1.2rem 1.2rem; max-width: 70rem; margin: auto; }
    header { display: flex; gap: 1rem; align-items: center; }
    h2 { font-size: 1.1rem; margin: 0; flex: 1; }
    p { margin: .3rem 0 .8rem; }
    button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 4px; padding: .1rem .8rem; cursor: pointer; }
    button:focus-visible { outline: 3px solid #ffd54a; }
    li { margin: .4rem 0; overflow-wrap: anywhere; }
    li.warning { color: #ffe2b0; }
    small { display: block; font-size: .95em; opacity: .9; }
    @media print { :host { display: none; } }`;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  function problemItem(problem) {
    const item = element("li", problem.message);
    item.className = problem.severity;
    if (problem.hint) item.append(element("small", problem.hint));
    return item;
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function show(state) {
    hide();
    if (!state) return;
    overlay = element("nianbao-problems");
    const close = element("button", state.close);
    close.addEventListener("click", hide);
    const section = element("section", "", element("header", "", element("h2", state.title), close),
      element("p", state.text), element("ol", "", ...state.problems.map(problemItem)));
    section.setAttribute("role", "alert");
    const root = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(section);
    document.documentElement.append(overlay);
  }

  function receive(message) {
    const { build, state } = JSON.parse(message.data);
    if (build !== shown) location.reload();
    else show(state);
  }

  // A browser opens six connections to a host, so pages that nobody sees give theirs back.
  function listen() {
    if (events || document.hidden) return;
    events = new EventSource("/.nianbao/events");
    events.onmessage = receive;
  }

  function rest() {
    if (events) events.close();
    events = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
)js";

}  // namespace

std::string_view live_script() { return script; }

std::string with_live_script(std::string html, std::string_view build) {
  const std::string element =
      fmt::format("<script src=\"{}\" data-build=\"{}\"></script>\n", live_script_address, text::html(build));
  const std::size_t end = html.rfind("</body>");
  return html.insert(end == std::string::npos ? html.size() : end, element);
}

std::string as_seen_from_root(std::string html) {
  constexpr std::string_view forbidden = "base-uri 'none'", head = "<head>";
  if (const std::size_t at = html.find(forbidden); at != std::string::npos)
    html.replace(at, forbidden.size(), "base-uri 'self'");
  const std::size_t at = html.find(head);
  return at == std::string::npos ? html : html.insert(at + head.size(), "\n<base href=\"/\">");
}

std::string page_without_site(Language language) {
  const bool zh = language == Language::zh;
  const std::string_view title = zh ? "还没有可以预览的网站" : "There is no site to preview yet";
  const std::string_view text =
      zh ? "内容里有错误，网站没有生成。改正后保存，这一页会自己更新。"
         : "The content has errors and nothing was built. Correct and save: this page will follow.";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n</main>\n</body>\n</html>\n",
      zh ? "zh-CN" : "en", title, title, text);
}

}  // namespace nianbao::cli
