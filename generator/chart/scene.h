#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chart/geometry.h"
#include "chart/scale.h"

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

enum class RuleKind { grid, axis, leader };
struct Rule {
  std::vector<Point> points;
  RuleKind kind = RuleKind::grid;
  bool closed = false;
};

/// Colours count from 0 in the order of series (or slices); from here on they are Scene::custom_colours.
inline constexpr std::size_t first_custom_colour = std::size_t{1} << 20;

struct Bar {
  enum class Round { none, top, right, bottom, left };
  Box box;
  std::size_t colour = 0, series = 0, category = 0;
  Round round = Round::none;
  bool separated = false;  ///< touches other fills: drawn with a line in the colour of the surface
};

/// Angles in radians, clockwise from twelve o'clock.
struct Sector {
  Point centre;
  double inner = 0, outer = 0, from = 0, to = 0;
  std::size_t colour = 0, category = 0;
};

struct Stroke {
  std::vector<Point> points;
  std::size_t colour = 0;
  bool closed = false, filled = false;
};

struct Dot {
  Point at;
  std::size_t colour = 0;
  double radius = 4;
};

/// The sample beside a legend text: a filled square, or a piece of line with its dot.
struct Swatch {
  Box box;
  std::size_t colour = 0;
  bool line = false;
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
  std::vector<Rule> rules = {};
  std::vector<Ring> rings = {};
  std::vector<Box> gaps = {};  ///< times of which nothing is known
  std::vector<Bar> bars = {};
  std::vector<Sector> sectors = {};
  std::vector<Stroke> strokes = {};
  std::vector<Dot> dots = {};
  std::vector<Swatch> swatches = {};
  std::vector<Label> labels = {};
  std::vector<Tick> ticks = {};                  ///< of the value axis
  Interval domain = {};                          ///< of the value axis; empty when there is none
  std::vector<std::string> custom_colours = {};  ///< "#rrggbb" or "#rrggbbaa"

  /// The number of a colour that is not the palette's.
  std::size_t custom_colour(std::string_view colour);

  /// Whether a label could stand there without touching another one or leaving the picture's sides.
  bool is_free(const Box& box) const;
  bool add_if_free(Label label);
};

}  // namespace nianbao::chart
