#include "compose/chart_view.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "chart/configuration_text.h"
#include "compose/table_grid.h"
#include "diagnostics/json_place.h"

namespace nianbao::compose {

int picture_width(const chart::Chart& chart) {
  constexpr int narrow = 440, middling = 520, wide = 720;
  constexpr std::size_t most_narrow_points = 16;  // of a line, whose names thin out
  const bool lies = chart.type == chart::Type::bar && chart::draws_horizontally(chart, middling);
  const bool points = chart.type == chart::Type::scatter || chart.type == chart::Type::bubble;
  if (chart.panels > 0) return chart.panels > 2 ? middling : narrow;
  if (points) return middling;
  if (chart.type == chart::Type::line) return chart.labels.size() <= most_narrow_points ? narrow : middling;
  if (lies || chart.type != chart::Type::bar || chart.labels.size() <= 5) return narrow;
  return chart.labels.size() <= 10 ? middling : wide;
}

ChartView make_chart_view(const model::ChartBlock& block, const std::vector<model::Table>& tables,
                          std::string_view label, std::string_view title, std::string_view lang,
                          DiagnosticSink& sink, const ChartOrigin& origin) {
  ChartView view;
  view.id = block.head.id;
  view.label = label;
  view.title = title;
  view.note = block.head.note;
  view.source = block.head.source;
  view.published = block.published;
  if (!block.published) return view;
  view.configuration = chart_configuration(block, tables, title, lang);
  if (view.configuration.empty()) return view;
  if (json_depth(view.configuration) > chart::deepest_configuration) {
    sink.error("N401", block.head.place,
               {fmt::format("{} 的括号嵌套超过 {} 层", block.config_file, chart::deepest_configuration),
                fmt::format("{} is nested deeper than {} brackets", block.config_file,
                            chart::deepest_configuration)});
    return view;
  }
  nlohmann::json json;
  try {
    json = chart::parse_configuration(view.configuration);
  } catch (const nlohmann::json::exception&) {
    sink.error(
        "N401", block.head.place,
        {fmt::format("{} 不是 JSON", block.config_file), fmt::format("{} is not JSON", block.config_file)});
    return view;
  }
  chart::ReadResult read = chart::read_configuration(json);
  for (const chart::Problem& problem : read.problems) {
    Wording message{fmt::format("{}：{}", problem.pointer, problem.zh),
                    fmt::format("{}: {}", problem.pointer, problem.en)};
    sink.add({problem.code,
              problem.fatal ? Severity::error : Severity::warning,
              block.head.place,
              std::move(message),
              {}});
    if (problem.fatal) return view;
  }
  view.unit = read.chart.unit;
  view.finding_is_ours = read.chart.finding.empty();
  view.finding = view.finding_is_ours ? chart::finding(read.chart) : read.chart.finding;
  read.chart.finding = view.finding;
  view.svg = chart::render_svg(read.chart, {.id = "chart-" + view.id,
                                            .width = picture_width(read.chart),
                                            .title = fmt::format("{} {}", label, title),
                                            .description = {},
                                            .height = block.height});
  view.grid = make_grid(chart::data_rows(read.chart));
  view.interactive = chart::interactive_configuration(json, read.chart, picture_width(read.chart));
  view.plotting_height = block.height;
  view.files = chart_file_addresses(view, origin);
  return view;
}

}  // namespace nianbao::compose
