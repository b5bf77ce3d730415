#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// Static charts for reports: a Chart.js configuration in, one complete accessible SVG out. Knows nothing of sites.
///
///   auto read = chart::read_configuration(json);
///   if (read.problems.empty()) out += chart::render_svg(read.chart, {.id = "staff-age"});
///
/// The configuration is Chart.js 4's (`type`, `data.labels`, `data.datasets[]`, `options`), with one key of our own,
/// "nianbao", which Chart.js ignores:
///   "nianbao": { "unit": "人", "lang": "zh-CN", "finding": "…", "printed": [["95.80", …] per dataset],
///                "category": "年龄段", "states": [["", "withheld", …] per dataset] }
/// `printed` are the values as the report prints them: labels and tables show them letter by letter; `data` is for
/// geometry only. Type "slope" (two points and a gap that is never bridged by data) is ours.
namespace nianbao::chart {

struct Problem {
  std::string pointer;  ///< JSON pointer into the configuration
  std::string code;     ///< stable, N4xx
  std::string zh, en;   ///< what is wrong and what was expected
  bool fatal = false;   ///< nothing sensible can be drawn
};

enum class Type { bar, line, pie, doughnut, radar, polar_area, slope };

struct Series {
  std::string label;
  std::vector<std::optional<double>> values;  ///< empty: a gap
  std::vector<std::string> printed;           ///< as printed; may be empty strings
  std::string stack;                          ///< series of one stack are piled up
};

/// A chart ready to be drawn, free of JSON.
struct Chart {
  Type type = Type::bar;
  std::string title, unit, category_name, finding;
  std::string lang = "zh-CN";
  std::vector<std::string> labels;
  std::vector<Series> series;
  bool horizontal = false, stacked = false, begin_at_zero = true, show_legend = true;
  std::optional<double> minimum, maximum;
  std::string x_title, y_title;
};

struct ReadResult {
  Chart chart;
  std::vector<Problem> problems;
};

ReadResult read_configuration(const nlohmann::json& configuration);

struct RenderOptions {
  std::string id;            ///< prefix of all ids in the SVG; must be unique on the page
  int width = 720;           ///< view box width in CSS pixels; the height follows from the content
  std::string title;         ///< overrides the chart's own
  std::string description;   ///< <desc>; default: finding and values in words
};

std::string render_svg(const Chart& chart, const RenderOptions& options);

/// One sentence that states what the chart shows, computed from its values, in the chart's language
/// ("40—49 岁最多，占 38.2%"). Empty when nothing sensible can be said.
std::string finding(const Chart& chart);

/// The chart's values as rows of text, first row the header: for the data table beside it.
std::vector<std::vector<std::string>> data_rows(const Chart& chart);

/// Colours of series 1, 2, 3 … as the SVG draws them: CSS variables with a fall-back, for the theme's style sheet.
struct PaletteEntry {
  std::string variable;  ///< "--chart-1"
  std::string light, dark;
};
const std::vector<PaletteEntry>& palette();

}  // namespace nianbao::chart
