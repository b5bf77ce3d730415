#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A chart ready to be drawn, as plain values free of JSON. Names follow Chart.js 4 where it has one.
namespace nianbao::chart {

/// Chart.js's kinds first, then ours:
///   slope     two moments, side by side, and a field between them for what was not published
///   dumbbell  each category a row with two (or more) points of one scale and the way between them
///   pyramid   two series back to back, one row a category (age x sex); the first category, as the youngest,
///             stands lowest, unless the index axis is reversed
///   bullet    first series: a bar; second: a mark to compare with (median); one with bases: the range behind
///   share     one bar that is the whole, its parts named; a single percentage stands against the rest
///   waffle    a hundred squares, divided as the parts are; a single percentage as in `share`
///   sparkline a line without axes, to stand in a row of text
enum class Type {
  bar,
  line,
  scatter,
  bubble,
  pie,
  doughnut,
  polar_area,
  radar,
  slope,
  dumbbell,
  pyramid,
  bullet,
  share,
  waffle,
  sparkline
};

/// What a value states. Only `number` and `approximate` have something to draw.
enum class State { number, approximate, missing, not_applicable, withheld };

/// How a series of a chart with two axes is drawn; `points` are those of scatter and bubble charts.
enum class Mark { bars, line, points };

enum class Stepped { no, before, after, middle };

/// What the area of a line is filled down (or up) to.
struct Fill {
  enum class To { nothing, origin, start, end, value, series };
  To to = To::nothing;
  double value = 0;        ///< for To::value
  std::size_t series = 0;  ///< for To::series: place in Chart::series

  bool operator==(const Fill&) const = default;
};

enum class PointStyle { by_series, circle, rect, rect_rotated, triangle, cross, star, dash, none };

/// Looks of one series. Colours are "#rrggbb" or "#rrggbbaa"; empty: the palette's.
struct Look {
  std::vector<std::string> fills;    ///< backgroundColor: one for all values, or one each
  std::vector<std::string> strokes;  ///< borderColor
  std::optional<double> border_width;
  std::vector<double> dash;  ///< borderDash, in pixels
  double tension = 0;        ///< 0 straight to 1; Chart.js's splines
  bool monotone = false;     ///< cubicInterpolationMode "monotone"
  Stepped stepped = Stepped::no;
  bool span_gaps = false;
  bool show_line = true;
  Fill fill;
  std::vector<double> point_radii;       ///< in pixels: one for all points, or one each
  std::vector<PointStyle> point_styles;  ///< the same
  std::vector<std::string> point_fills;  ///< pointBackgroundColor; empty: as the line
  std::optional<double> border_radius;   ///< of bars
  double bar_percentage = 0.9, category_percentage = 0.8;
  std::optional<double> bar_thickness, most_bar_thickness, least_bar_length;
  std::optional<double> base;  ///< where bars begin instead of zero
  bool grouped = true;         ///< bars of one category side by side; false: over each other
  bool skip_null = false;
  std::optional<double> cutout;                   ///< of a ring: share of the radius, 0 to 1
  std::optional<double> circumference, rotation;  ///< of a ring, in degrees
  double weight = 1;                              ///< thickness of a ring among others
};

struct Series {
  std::string label;
  std::vector<std::optional<double>> values;  ///< on the value axis; empty: a gap
  std::vector<std::string> printed;           ///< as printed; may be empty strings
  std::string stack;                          ///< series of one stack are piled up
  std::vector<State> states;                  ///< may be shorter than `values`: a number, or missing

  std::optional<Mark> mark;                  ///< none: as the chart's type says
  std::vector<double> positions;             ///< on the index axis, when it is not one of categories
  std::vector<std::optional<double>> bases;  ///< [low, high] data: the low; `values` hold the high
  std::vector<double> radii;                 ///< of bubbles, in pixels
  std::size_t axis = 0;                      ///< place in Chart::value_axes
  int order = 0;                   ///< lower is drawn later, so on top, and comes first in the legend
  bool hidden = false;             ///< not drawn; an interactive view offers it
  std::optional<std::size_t> hue;  ///< colour of the palette; none: by place
  Look look;
};

enum class ScaleType { category, linear, logarithmic, time };
enum class Side { automatic, left, right, top, bottom };

/// Intl.NumberFormat's options as far as ticks honour them.
struct NumberFormat {
  bool percent = false;  ///< 0.25 is "25%"
  std::optional<int> least_decimals, most_decimals;
  std::optional<bool> grouping;
  bool compact = false;
  std::string prefix, suffix;

  bool operator==(const NumberFormat&) const = default;
};

struct Axis {
  std::string id;  ///< "x", "y", "y1", "r"
  ScaleType type = ScaleType::linear;
  std::optional<double> minimum, maximum;  ///< times: days since 1970-01-01; categories: their places
  std::optional<double> suggested_minimum, suggested_maximum;
  std::optional<double> grace;  ///< added at the ends; a share of the extent when `grace_is_share`
  bool grace_is_share = false;
  bool begin_at_zero = false;
  bool stacked = false;
  bool one_pile = false;        ///< stacked "single": what is negative is taken off, not piled up apart
  bool bounds_of_data = false;  ///< ends where the values end, not at ticks
  bool reverse = false;
  bool shown = true, grid_shown = true, ticks_shown = true;
  bool circular = false;                               ///< the grid of a radar is of circles
  bool spokes_shown = true, spoke_names_shown = true;  ///< of a radar: angleLines and pointLabels
  bool border_shown = false;                           ///< a line along the axis, when the author asks for it
  Side side = Side::automatic;
  std::string title;
  std::optional<double> step_size;
  std::optional<int> most_ticks, tick_count, precision;
  NumberFormat format;
  std::string time_unit;       ///< "hour", "day", "week", "month", "quarter", "year"; empty: by extent
  bool evenly_spread = false;  ///< "timeseries": moments follow each other at equal distances
};

inline Axis make_axis(std::string id, ScaleType type, bool begin_at_zero) {
  Axis axis;
  axis.id = std::move(id);
  axis.type = type;
  axis.begin_at_zero = begin_at_zero;
  return axis;
}

/// What an author draws attention to (the vocabulary of chartjs-plugin-annotation). Places on an index axis
/// of categories are their numbers, with halves between them.
struct Annotation {
  enum class Kind { line, box, note };
  Kind kind = Kind::line;
  std::optional<double> index_low, index_high;  ///< a line or a note: both are the same
  std::optional<double> value_low, value_high;
  std::size_t axis = 0;  ///< place in Chart::value_axes
  std::string text;
  std::string colour;  ///< empty: the theme's
  bool dashed = false;
};

/// A change of definition: values before and after do not compare, so no line joins them.
struct Break {
  double before = 0;  ///< the first place on the index axis that counts anew
  std::string text;
};

enum class LegendPosition { top, bottom, left, right };

struct Chart {
  Type type = Type::bar;
  std::string title, unit, category_name, finding;
  std::string lang = "zh-CN";
  std::vector<std::string> labels;
  std::vector<Series> series;
  /// The author said which way the bars run; otherwise long category names turn them on their side.
  bool horizontal = false, orientation_given = false;
  Axis index = make_axis("x", ScaleType::category, false);  ///< of categories, moments or positions
  /// At least one; of radial charts the first is "r".
  std::vector<Axis> value_axes = {make_axis("y", ScaleType::linear, true)};
  bool show_legend = true;
  bool legend_reversed = false;
  LegendPosition legend_position = LegendPosition::top;
  std::optional<double> aspect_ratio;        ///< width to height of the whole picture
  std::optional<double> cutout;              ///< of a doughnut: share of the radius, 0 to 1
  double rotation = 0, circumference = 360;  ///< degrees, clockwise from twelve o'clock
  std::vector<Annotation> annotations;
  std::vector<Break> breaks;
  bool percent = false;  ///< piles are drawn as shares of their sums; values are still said as they are
  int panels =
      0;  ///< small multiples: each series in a panel of its own, this many side by side; 0: one picture

  Axis& values() { return value_axes.front(); }
  const Axis& values() const { return value_axes.front(); }
};

}  // namespace nianbao::chart
