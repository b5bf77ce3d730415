#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/specification.h"

/// Static charts for reports: a Chart.js configuration in, one complete accessible SVG out. Knows nothing of
/// sites.
///
///   auto read = chart::read_configuration(json);
///   if (!chart::is_fatal(read)) out += chart::render_svg(read.chart, {.id = "staff-age"});
///
/// The configuration is Chart.js 4's (`type`, `data.labels`, `data.datasets[]`, `options`), with one key of
/// our own, "nianbao", which Chart.js ignores:
///   "nianbao": { "unit": "人", "lang": "zh-CN", "finding": "…", "printed": [["95.80", …] per dataset],
///                "category": "年龄段", "states": [["", "withheld", …] per dataset],
///                "breaks": [{"before": "2023", "text": "…"}], "panels": 2, "percent": true }
/// `printed` are the values as the report prints them: labels and tables show them letter by letter; `data`
/// is for geometry only. Type "slope" (two points and a gap that is never bridged by data) is ours.
///
/// From configuration to picture: configuration_reader -> Chart -> cleaned -> layout (scales, axes, marks,
/// labels)
/// -> Scene -> scene_svg. Everything is a value; nothing depends on the locale, the machine or earlier
/// charts.
namespace nianbao::chart {

/// Codes: N410 wrong type, N411 unknown key, N412 understood but not drawn, N413 unknown chart type, N414 a
/// required part is missing, N415 nothing to draw, N416 lists of different length, N417 too much to draw,
/// N418 a value that cannot be drawn, N419 text that is not UTF-8 or too long, N420 contradictory or
/// misleading scale bounds, N421 printed and drawn values differ, N422 a colour hardly seen on white.
struct Problem {
  std::string pointer;  ///< JSON pointer into the configuration
  std::string code;     ///< stable, N4xx
  std::string zh, en;   ///< what is wrong and what was expected
  bool fatal = false;   ///< nothing sensible can be drawn
};

struct ReadResult {
  Chart chart;
  std::vector<Problem> problems;
};

/// Reads a Chart.js configuration. Never throws for what the configuration holds: everything wrong is a
/// problem with its JSON pointer, and what can be drawn is kept.
ReadResult read_configuration(const nlohmann::json& configuration);

/// Whether a problem leaves nothing to draw.
bool is_fatal(const ReadResult& result);

struct RenderOptions {
  std::string id;     ///< prefix of all ids in the SVG; must be unique on the page
  int width = 720;    ///< view box width in CSS pixels (200, for sparklines 60, to 4000); the height follows
                      ///< from the content
  std::string title;  ///< overrides the chart's own
  std::string description;  ///< <desc>; default: finding and values in words
  int height = 0;           ///< height of the plotting area in CSS pixels; 0: by type and content
  bool heading = false;     ///< prints title and finding in the picture: for one that stands alone
  std::string source = {};  ///< "来源：… 2025 年": printed as the last, muted line
  /// For a file that is opened alone, in a browser, a viewer or a word processor: a ground with a margin, the
  /// size in pixels, and outlines of texts as shapes of their own, for programs that know no `paint-order`.
  bool background = false;
  /// Fills of bars and sectors carry a pattern each, so that they can be told apart without colour; the
  /// definitions are within the picture, their ids begin with `id`.
  bool patterns = false;
};

/// The chart as one <svg>: classes for the page's style sheet (see style_sheet) and fall-back colours as
/// attributes, so that it is right alone, too. No ids but ID-title and ID-desc, no scripts, no style
/// attributes, no NaN.
std::string render_svg(const Chart& chart, const RenderOptions& options);

/// Whether render_svg lays the bars of this chart on their side: asked for, or because of long category
/// names.
bool draws_horizontally(const Chart& chart, int width = 720);

/// Ends of the value axis as render_svg draws it, so that an interactive view can be given the same (`min`
/// and `max` of its value scale). Nothing for pies and slopes, and where there is nothing to draw.
struct Bounds {
  double low = 0, high = 0;
};
std::optional<Bounds> value_bounds(const Chart& chart, int width = 720);

/// The same for all scales of a chart with two axes: each value axis, and the index axis when it is one of
/// numbers or moments (days since 1970-01-01).
struct ScaleBounds {
  std::vector<Bounds> values;
  std::optional<Bounds> index;
};
ScaleBounds scale_bounds(const Chart& chart, int width = 720);

/// The configuration that lets Chart.js 4 show the same picture, as JSON that may stand in a <script>
/// element: our kinds as Chart.js's, values and labels as they were read, the same bounds. Its own key
/// `nianbao` tells the page's script the rest: `hues` (numbers of colours in the palette, from 0), `absolute`
/// (ticks and tips without sign), `time` (positions are days since 1970-01-01), `ticks` ({value, label} of an
/// index axis without categories), `unit` and `lang`. Empty when there is no interactive view: of waffles,
/// sparklines, small multiples, and where nothing is drawn.
std::string interactive_configuration(const nlohmann::json& configuration, const Chart& chart,
                                      int width = 720);

/// One sentence that states what the chart shows, computed from its values, in the chart's language
/// ("40—49 岁最多，占 38.2%"). Empty when nothing sensible can be said.
std::string finding(const Chart& chart);

/// The chart's values as rows of text, first row the header: for the data table beside it.
std::vector<std::vector<std::string>> data_rows(const Chart& chart);

/// Colours of series 1, 2, 3 … as the SVG draws them: CSS variables with a fall-back, for the theme's style
/// sheet. Odd colours are deep and even ones light (the other way round in the dark), so that neighbours
/// (the eighth and the first are, too) have a contrast of 3:1 or more, in grey print as well; each has at
/// least 3:1 to the surface, any two can be told apart with every kind of colour vision, and text on a fill
/// has at least 4.5:1.
struct PaletteEntry {
  std::string variable;  ///< "--chart-1"
  std::string light, dark;
};
const std::vector<PaletteEntry>& palette();

/// Rules for the classes the SVG uses, for light, dark and print. Variables on :root, which a theme may set
/// anew:
/// --chart-1 … --chart-8, --chart-ink, --chart-muted, --chart-grid, --chart-axis, --chart-surface,
/// --chart-on-odd,
/// --chart-on-even (text on fills). Dark applies under prefers-color-scheme unless <html data-theme="light">,
/// and always with <html data-theme="dark">. Classes, all below `.chart-svg`: c1…c8 filled with a colour,
/// l1…l8 drawn with it, g grid, a axis, m muted text, o1/o2 text on odd/even fills, s surface-coloured
/// separators, h halo around text on lines, b ground of a picture that stands alone,
/// f (beside c1…c8) fills of bars and sectors, which in print carry the patterns of pattern_definitions.
std::string style_sheet();

/// The patterns that style_sheet's rules for print fill bars and sectors with, so that they can be told apart
/// without colour: one <svg> of no size, to stand once on every page that shows charts, best as the first
/// child of <body>; ids are chart-pattern-1 to -8. A page without it prints plain colours.
std::string pattern_definitions();

}  // namespace nianbao::chart
