#include "chart/paint.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace nianbao::chart {
namespace {

/// On fills lighter than this, dark text has the higher contrast.
constexpr double even_luminance = 0.179;

std::size_t colour_of(Scene& scene, const std::vector<std::string>& colours, std::size_t otherwise,
                      std::size_t datum) {
  if (colours.empty()) return otherwise;
  const std::string& colour = colours[datum % colours.size()];
  return colour.empty() ? otherwise : scene.custom_colour(colour);
}

/// sRGB, IEC 61966-2-1.
double linear(std::string_view two_digits) {
  int level = 0;
  std::from_chars(two_digits.data(), two_digits.data() + two_digits.size(), level, 16);
  const double value = level / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

std::size_t fill_colour(Scene& scene, const Series& series, std::size_t place, std::size_t datum) {
  const auto& colours = series.look.fills.empty() ? series.look.strokes : series.look.fills;
  return colour_of(scene, colours, series.hue.value_or(place), datum);
}

std::size_t line_colour(Scene& scene, const Series& series, std::size_t place, std::size_t datum) {
  const auto& colours = series.look.strokes.empty() ? series.look.fills : series.look.strokes;
  return colour_of(scene, colours, series.hue.value_or(place), datum);
}

double point_radius(const Look& look, std::size_t datum, double usual) {
  return look.point_radii.empty() ? usual : look.point_radii[datum % look.point_radii.size()];
}

PointStyle point_style(const Look& look, std::size_t datum) {
  return look.point_styles.empty() ? PointStyle::by_series
                                   : look.point_styles[datum % look.point_styles.size()];
}

std::size_t point_colour(Scene& scene, const Look& look, std::size_t datum, std::size_t otherwise) {
  return colour_of(scene, look.point_fills, otherwise, datum);
}

double luminance(std::string_view colour) {
  if (colour.size() < 7) return 0;
  return 0.2126 * linear(colour.substr(1, 2)) + 0.7152 * linear(colour.substr(3, 2)) +
         0.0722 * linear(colour.substr(5, 2));
}

Ink ink_on(const Scene& scene, std::size_t colour) {
  if (colour < first_custom_colour) return colour % 2 == 0 ? Ink::on_odd_fill : Ink::on_even_fill;
  return luminance(scene.custom_colours[colour - first_custom_colour]) < even_luminance ? Ink::white
                                                                                        : Ink::black;
}

}  // namespace nianbao::chart
