#include "theme/page_fields.h"

#include <algorithm>
#include <array>
#include <variant>

#include "chart/chart.h"
#include "text/escape.h"
#include "theme/labels.h"
#include "theme/outline_html.h"
#include "theme/title_html.h"

namespace nianbao::theme {
namespace {

using compose::Link;
using compose::Page;
using compose::PageKind;

/// In the order of compose::PageKind.
constexpr std::array<std::string_view, static_cast<std::size_t>(PageKind::not_found) + 1> kind_names = {
    "portal",    "city",       "school",  "report", "part",   "chapter",  "case-narrative", "article",
    "table",     "chart",      "embed",   "lists",  "major",  "majors",   "partners",       "corrections",
    "indicator", "indicators", "compare", "names",  "search", "not-found"};

std::string versioned(std::string address, const std::string& version) {
  if (!version.empty()) address += "?v=" + version;
  return address;
}

std::string absolute(const SiteFrame& frame, std::string_view address) {
  if (frame.base_url.empty()) return {};
  std::string out = frame.base_url;
  if (out.back() != '/') out += '/';
  if (address == "index.html") return out;
  return out + text::url_path(address);
}

/// "第二章 人才培养 - 某校 2023 - 门户": the page first, then where it stands.
std::string document_title(const Page& page, const SiteFrame& frame) {
  std::string out;
  const auto add = [&out](const std::string& part, std::string_view separator) {
    if (part.empty() || out == part) return;
    if (!out.empty()) out += separator;
    out += part;
  };
  add(page.label, " ");
  add(page.title.empty() ? page.report_title : page.title, stands_close(page.label) ? "" : " ");
  const bool named = page.title.find(page.organisation) != std::string::npos;
  if (!named || !page.year.empty()) {
    const std::string place =
        named ? page.year : page.organisation + (page.year.empty() ? "" : " " + page.year);
    add(place, " - ");
  }
  add(frame.title, " - ");
  return out;
}

bool has_search_form(const Page& page) {
  return std::any_of(page.components.begin(), page.components.end(), [](const compose::Component& component) {
    return std::holds_alternative<compose::SearchView>(component);
  });
}

template <typename Condition>
bool has_chart(const Page& page, Condition condition) {
  return std::any_of(page.components.begin(), page.components.end(),
                     [&](const compose::Component& component) {
                       const auto* chart = std::get_if<compose::ChartView>(&component);
                       return chart != nullptr && condition(*chart);
                     });
}

void add_links(Fields& fields, const char* name, const std::vector<Link>& links, const Surroundings& around) {
  fields.list(name, links, [&around](Fields& item, const Link& link) {
    item.text("text", link.text, around.language());
    item.text("address", around.link(link.address));
  });
}

void add_neighbour(Fields& fields, const std::string& name, const std::optional<Link>& link,
                   const Surroundings& around) {
  fields.text((name + "_text").c_str(), link ? link->text : "", around.language());
  fields.text((name + "_address").c_str(), link ? around.link(link->address) : "");
}

void add_head(Fields& fields, const Surroundings& around) {
  const Page& page = around.page;
  const SiteFrame& frame = around.frame;
  const auto asset = [&](std::string_view path) { return versioned(around.link(path), frame.version); };
  fields.text("lang", frame.lang);
  fields.text("locale", frame.lang == "en" ? "en_GB" : "zh_CN");
  fields.text("page_kind", kind_name(page.kind));
  fields.text("document_title", document_title(page, frame), around.language());
  fields.text("description", page.description.empty() ? frame.description : page.description);
  const std::string& canonical = page.canonical.empty() ? page.address : page.canonical;
  fields.text("canonical", page.kind == PageKind::not_found ? "" : absolute(frame, canonical));
  fields.text("absolute_address", absolute(frame, page.address));
  fields.flag("is_article", !page.report_title.empty());
  fields.text("published_date", page.published);
  fields.flag("hidden_from_search_engines", page.kind == PageKind::not_found ||
                                                page.kind == PageKind::search ||
                                                page.kind == PageKind::embed);
  fields.text("ld_json", text::json_in_script(page.json_ld));
  fields.text("feed_address", around.link("feed.xml"));
  fields.text("style_address", asset("assets/style.css"));
  fields.text("icon_address", asset("assets/icon.svg"));
  fields.text("page_script_address", asset("assets/page.js"));
  fields.text("search_script_address", page.kind == PageKind::search ? asset("assets/search.js") : "");
  fields.text("compare_script_address", page.kind == PageKind::compare ? asset("assets/compare.js") : "");
  const bool has_files = has_chart(page, [](const auto& chart) { return !chart.files.script.empty(); });
  const bool interactive = frame.interactive_charts && has_files &&
                           has_chart(page, [](const auto& chart) { return !chart.interactive.empty(); });
  fields.text("chart_script_address", has_files ? asset("assets/chart-view.js") : "");
  fields.text("interactive_script_address", interactive ? asset("assets/chart-interactive.js") : "");
  fields.text("chart_library_address", interactive ? around.link("assets/chart.js/chart.umd.js") : "");
}

void add_frame(Fields& fields, const Surroundings& around) {
  const Page& page = around.page;
  const SiteFrame& frame = around.frame;
  const LanguageMarks marks = around.language();
  fields.text("site_title", frame.title, marks);
  fields.text("site_description", frame.description, marks);
  fields.text("publisher", frame.publisher, marks);
  fields.text("license", frame.license, marks);
  fields.text("home_address", around.link("index.html"));
  fields.text("search_address", around.link("search.html"));
  fields.flag("offers_search", !has_search_form(page));
  fields.list("navigation", frame.navigation, [&](Fields& item, const Link& link) {
    const auto folder = std::string_view(link.address).substr(0, link.address.rfind('/') + 1);
    item.text("text", link.text, marks);
    item.text("address", around.link(link.address));
    item.flag("is_current", link.address == page.address);
    item.flag("is_above",
              link.address != page.address && !folder.empty() && page.address.starts_with(folder));
  });
  fields.text("notice", page.notice, marks);
  fields.flag("has_breadcrumb", !page.breadcrumb.empty());
  add_links(fields, "breadcrumb", page.breadcrumb, around);
}

}  // namespace

std::string_view kind_name(PageKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

Fields page_fields(const Surroundings& around, const PageParts& parts) {
  const auto& page = around.page;
  Fields fields;
  add_head(fields, around);
  add_frame(fields, around);
  fields.text("label", page.label);
  fields.flag("has_line_label", !page.label.empty() && !is_bare_number(page.label));
  fields.flag("has_number", is_bare_number(page.label));
  fields.flag("is_close", stands_close(page.label));
  fields.text("title", page.title, around.language());
  fields.text("title_html", title_html(page.title));
  fields.text("organisation", page.organisation);
  fields.text("year", page.year);
  fields.text("report_title", page.report_title);
  fields.text("report_navigation_html",
              outline_html(page.report_navigation, page.address, around.language()));
  fields.text("page_contents_html", outline_html(page.page_contents, page.address, around.language()));
  fields.flag("is_home", page.kind == PageKind::city || page.kind == PageKind::school);
  fields.text("article_html", parts.article_html);
  fields.text("article_lang_html", is_of_report(page) ? around.language().of_content() : "");
  fields.text("search_strings_json", parts.search_strings_json);
  const bool has_pictures = has_chart(page, [](const auto& chart) { return !chart.svg.empty(); });
  fields.text("chart_patterns_html", has_pictures ? chart::pattern_definitions() : "");
  fields.text("origin_text", page.origin ? page.origin->text : "", around.language());
  fields.text("origin_address", page.origin ? around.link(page.origin->address) : "");
  add_neighbour(fields, "previous", page.previous, around);
  add_neighbour(fields, "next", page.next, around);
  fields.flag("has_neighbours", page.previous || page.next);
  return fields;
}

}  // namespace nianbao::theme
