#include "compose/chart_files.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "chart/configuration_text.h"
#include "compose/chart_view.h"
#include "compose/fingerprint.h"
#include "compose/table_grid.h"

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;

void add(std::string& sentence, std::string_view more, std::string_view separator) {
  if (!sentence.empty() && !more.empty()) sentence += separator;
  sentence += more;
}

/// Where the original has the figures from, the report, and a warning that goes wherever the picture goes.
std::string source_line(const ChartView& view, const ChartOrigin& origin, std::string_view lang) {
  const bool english = lang == "en";
  std::string line = view.source;
  for (const std::string& more : {origin.source, origin.notice}) add(line, more, english ? "; " : "；");
  return (english ? "Source: " : "来源：") + line;
}

std::string picture_alone(const ChartView& view, const ChartOrigin& origin, chart::Chart chart) {
  chart.finding = view.finding;
  return chart::render_svg(chart, {.id = "chart-" + view.id,
                                   .width = picture_width(chart),
                                   .title = view.label.empty() ? view.title : view.label + " " + view.title,
                                   .description = {},
                                   .height = view.plotting_height,
                                   .heading = true,
                                   .source = source_line(view, origin, chart.lang),
                                   .background = true});
}

/// Both ends along an axis, null for one that is open; nothing where there is none.
void add_ends(Json& note, const char* name, const std::optional<double>& low,
              const std::optional<double>& high) {
  const auto end = [](const std::optional<double>& place) { return place ? Json(*place) : Json(nullptr); };
  if (low || high) note[name] = Json::array({end(low), end(high)});
}

/// What the author draws attention to, as chart-interactive.js draws it.
Json notes(const chart::Chart& chart) {
  using Kind = chart::Annotation::Kind;
  Json out = Json::array();
  for (const chart::Annotation& annotation : chart.annotations) {
    const char* kind = annotation.kind == Kind::line ? "line" : annotation.kind == Kind::box ? "box" : "note";
    Json& note = out.emplace_back(Json{{"kind", kind}, {"text", annotation.text}, {"axis", annotation.axis}});
    add_ends(note, "places", annotation.index_low, annotation.index_high);
    add_ends(note, "values", annotation.value_low, annotation.value_high);
    if (!annotation.colour.empty()) note["colour"] = annotation.colour;
    if (annotation.dashed) note["dashed"] = true;
  }
  for (const chart::Break& change : chart.breaks) {
    const double edge = change.before - 0.5;
    out.push_back({{"kind", "line"}, {"text", change.text}, {"places", {edge, edge}}, {"dashed", true}});
  }
  return out;
}

/// The values of each data set of the interactive view as the report prints them. A share bar becomes a data
/// set for each of its parts.
Json printed(const chart::Chart& chart) {
  const auto text = [](const chart::Series& series, std::size_t i) {
    if (i < series.printed.size() && !series.printed[i].empty()) return series.printed[i];
    const bool has_value = i < series.values.size() && series.values[i];
    return has_value ? Json(*series.values[i]).dump() : std::string();
  };
  const bool turned = chart.type == chart::Type::share;
  Json out = Json::array();
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const chart::Series& series = chart.series[s];
    for (std::size_t i = 0; i < series.values.size(); ++i) out[turned ? i : s].push_back(text(series, i));
  }
  return out;
}

std::string script(const ChartView& view, const chart::Chart& chart, const std::string& picture) {
  Json out = {{"picture", picture}};
  if (!view.interactive.empty()) {
    out["configuration"] = Json::parse(view.interactive);
    out["printed"] = printed(chart);
    if (Json drawn = notes(chart); !drawn.empty()) out["notes"] = std::move(drawn);
  }
  return fmt::format("(window.nianbaoCharts = window.nianbaoCharts || {{}})[{}] = {};\n",
                     Json(view.id).dump(), out.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

ChartFiles chart_file_addresses(const ChartView& view, const ChartOrigin& origin) {
  if (origin.folder.empty() || view.svg.empty()) return {};
  const auto in_charts = [&](std::string_view ending) {
    return fmt::format("{}/charts/{}.{}", origin.folder, view.id, ending);
  };
  return {in_charts("svg"),
          in_charts("csv"),
          origin.png ? in_charts("png") : "",
          in_charts("js"),
          fingerprint({view.svg, view.interactive, origin.source, origin.notice}),
          fmt::format("{}/embed/{}.html", origin.folder, view.id)};
}

std::vector<Download> chart_files(const ChartView& view, const ChartOrigin& origin) {
  const ChartFiles files = chart_file_addresses(view, origin);
  if (files.svg.empty()) return {};
  const chart::ReadResult read = chart::read_configuration(chart::parse_configuration(view.configuration));
  const std::string picture = picture_alone(view, origin, read.chart);
  return {{files.svg, picture},
          {files.csv, make_csv(chart::data_rows(read.chart))},
          {files.script, script(view, read.chart, picture)}};
}

std::vector<Page> embed_pages(const Page& page) {
  const bool is_home = page.kind == PageKind::city || page.kind == PageKind::school;
  std::vector<Page> embeds;
  if (!is_home && page.kind != PageKind::chart) return embeds;
  for (const Component& component : page.components) {
    const auto* view = std::get_if<ChartView>(&component);
    if (view == nullptr || view->files.embed.empty()) continue;
    Page& embed = embeds.emplace_back();
    embed.kind = PageKind::embed;
    embed.address = view->files.embed;
    embed.canonical = page.address;
    embed.title = view->title;
    embed.label = view->label;
    embed.description = page.description;
    embed.organisation = page.organisation;
    embed.year = page.year;
    embed.report_title = page.report_title;
    embed.notice = page.notice;
    embed.published = page.published;
    embed.origin = is_home ? Link{page.title, page.address + "#" + view->id}
                           : Link{page.report_title + " · " + page.breadcrumb.back().text,
                                  page.breadcrumb.back().address};
    embed.components.push_back(*view);
  }
  return embeds;
}

}  // namespace nianbao::compose
