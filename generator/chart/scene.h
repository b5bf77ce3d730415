#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/geometry.h"
#include "chart/scale.h"
#include "chart/specification.h"

/// A laid-out picture: positions and colours, no text measuring and no data left to do. The SVG writer turns
/// it into bytes; tests read it to check that labels keep apart and that lengths tell the truth.
namespace nianbao::chart {

enum class Anchor { start, middle, end };

/// `white` and `black` stand on fills of the author's choice, which stay what they are in the dark.
enum class Ink { strong, plain, muted, on_odd_fill, on_even_fill, white, black };

struct TextStyle {
  double size = 14;
  Ink ink = Ink::plain;
  bool bold = false;
  bool halo = false;  ///< stands on lines: an outline in the colour of the surface keeps it readable

  bool operator==(const TextStyle&) const = default;
};

/// Lines are separated by "\n"; `baseline` is that of the first.
struct Label {
  std::string text;
  Point baseline;
  Anchor anchor = Anchor::start;
  TextStyle style;
  Box box;
};

/// How a label stands to the point it is placed at.
enum class Stand { below, middle, above };
Label make_label(std::string text, Point at, Anchor anchor, Stand stand, TextStyle style = {});

enum class RuleKind { grid, axis, leader, reference };
struct Rule {
  std::vector<Point> points;
  RuleKind kind = RuleKind::grid;
  bool closed = false;
  bool dashed = false;                     ///< references only
  std::optional<std::size_t> colour = {};  ///< references only: the author's
};

/// Colours count from 0 in the order of series (or slices); from here on they are Scene::custom_colours.
inline constexpr std::size_t first_custom_colour = std::size_t{1} << 20;

struct Bar {
  enum class Round { none, top, right, bottom, left };
  Box box;
  std::size_t colour = 0, series = 0, category = 0;
  Round round = Round::none;
  bool separated = false;  ///< touches other fills: drawn with a line in the colour of the surface
  double corner = 3;       ///< radius of the rounded end
  std::optional<std::size_t> border = {};  ///< colour of an outline the author asked for
  double border_width = 0;
  std::size_t layer = 0;
};

/// Angles in radians, clockwise from twelve o'clock.
struct Sector {
  Point centre;
  double inner = 0, outer = 0, from = 0, to = 0;
  std::size_t colour = 0, category = 0, series = 0;
};

struct Stroke {
  std::vector<Point> points;
  std::size_t colour = 0;
  bool closed = false;
  std::vector<Point> controls = {};  ///< two for each stretch between points; empty: straight
  double width = 2.5;
  std::vector<double> dash = {};
  std::size_t layer = 0;
};

/// What lies between two lines that run the same way.
struct Area {
  Stroke top, bottom;  ///< the layer is that of `top`
  double opacity = 0.16;
};

struct Dot {
  Point at;
  std::size_t colour = 0;
  double radius = 4;
  PointStyle style = PointStyle::by_series;
  bool translucent = false;  ///< what lies below shows through
  std::size_t layer = 0;
};

/// The sample beside a legend text: a filled square, or a piece of line with its dot.
struct Swatch {
  Box box;
  std::size_t colour = 0;
  bool line = false;
};

/// Ground behind what is measured: a range, a stretch an author points at, or what is left of a whole.
/// Neutral unless it has a colour.
struct Ground {
  Box box;
  std::optional<std::size_t> colour = {};
  bool outlined = false;  ///< its ends are to be read off
  double opacity = 1;
};

/// Equal squares of one colour, as one shape; neutral ground when they have none.
struct Squares {
  std::vector<Point> corners;  ///< upper left
  double side = 0;
  std::optional<std::size_t> colour = {};
};

/// The way between two dots.
struct Span {
  Point from, to;
};

/// A short line across a bar, to compare it with.
struct Notch {
  Box box;
  std::size_t colour = 0, series = 0, category = 0;
};

/// A circle of the grid.
struct Ring {
  Point centre;
  double radius = 0;
};

struct Tick {
  double value = 0, position = 0;
};

struct Scene {
  double width = 0, height = 0;
  std::size_t layers = 1;  ///< of bars, areas, lines and dots: each lies on those before
  std::vector<Rule> rules = {};
  std::vector<Ring> rings = {};
  std::vector<Box> gaps = {};  ///< times of which nothing is known
  std::vector<Ground> grounds = {};
  std::vector<Bar> bars = {};
  std::vector<Squares> squares = {};
  std::vector<Sector> sectors = {};
  std::vector<Area> areas = {};
  std::vector<Stroke> strokes = {};
  std::vector<Span> spans = {};
  std::vector<Notch> notches = {};
  std::vector<Dot> dots = {};
  std::vector<Swatch> swatches = {};
  std::vector<Label> labels = {};
  std::vector<Tick> ticks = {};                  ///< of the value axis
  Interval domain = {};                          ///< of the value axis; empty when there is none
  std::vector<Interval> domains = {};            ///< of all value axes of a chart with two axes
  Interval index_domain = {};                    ///< of an index axis that is not one of categories
  std::vector<std::string> custom_colours = {};  ///< "#rrggbb" or "#rrggbbaa"
  std::string pattern_prefix = {};  ///< of patterns' ids, when bars and sectors are filled with them

  /// The number of a colour that is not the palette's.
  std::size_t custom_colour(std::string_view colour);

  /// Whether a label could stand there without touching another one or leaving the picture's sides.
  bool is_free(const Box& box) const;
  bool add_if_free(Label label);
};

}  // namespace nianbao::chart
