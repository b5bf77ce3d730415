#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

#include "chart/chart.h"
#include "chart/colours.h"
#include "chart/patterns.h"
#include "xml_check.h"

namespace nianbao::chart {
namespace {

using Rgb = std::array<double, 3>;  ///< linear light, 0 to 1

double to_linear(double share) {
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

Rgb parse(std::string_view hex) {
  Rgb colour{};
  for (std::size_t i = 0; i < 3; ++i)
    colour[i] = to_linear(std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0);
  return colour;
}

double luminance(const Rgb& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; }

/// WCAG 2.2, "contrast ratio".
double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(parse(a)) + 0.05, y = luminance(parse(b)) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

using Matrix = std::array<Rgb, 3>;
/// Machado, Oliveira and Fernandes 2009, severity 1: normal, protanopia, deuteranopia, tritanopia.
constexpr std::array<Matrix, 4> visions = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Rgb seen(const Rgb& colour, const Matrix& vision) {
  Rgb out{};
  for (std::size_t i = 0; i < 3; ++i) {
    out[i] =
        std::clamp(vision[i][0] * colour[0] + vision[i][1] * colour[1] + vision[i][2] * colour[2], 0.0, 1.0);
  }
  return out;
}

/// Oklab (Ottosson 2020).
Rgb oklab(const Rgb& c) {
  const double l = std::cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
  const double m = std::cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
  const double s = std::cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// Distance in hundredths of Oklab's unit; about 2 can just be told apart side by side.
double distance(std::string_view a, std::string_view b, const Matrix& vision) {
  const Rgb x = oklab(seen(parse(a), vision)), y = oklab(seen(parse(b), vision));
  return 100 * std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

std::vector<std::string> colours(bool dark) {
  std::vector<std::string> list;
  for (const PaletteEntry& entry : palette()) list.push_back(dark ? entry.dark : entry.light);
  return list;
}

/// A colour under white of some opacity, mixed as browsers do.
std::string over_white(std::string_view hex, double opacity) {
  std::string mixed = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const int level = std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16);
    mixed += fmt::format("{:02x}", static_cast<int>(std::lround(level + (255 - level) * opacity)));
  }
  return mixed;
}

}  // namespace

TEST_CASE("the palette has eight colours named as the style sheet names them") {
  REQUIRE(palette().size() == 8);
  for (std::size_t i = 0; i < 8; ++i) CHECK(palette()[i].variable == "--chart-" + std::to_string(i + 1));
}

TEST_CASE("every colour stands out from the surface by 3:1, on the page's grounds, too") {
  for (const std::string& colour : colours(false)) CHECK(contrast(colour, surface.light) >= 3);
  for (const std::string& colour : colours(true)) {
    for (const std::string_view ground :
         {surface.dark, std::string_view("#15181a"), std::string_view("#1c2022")}) {
      CHECK(contrast(colour, ground) >= 3);
    }
  }
}

TEST_CASE("neighbours differ in grey print and for colour-blind readers") {
  for (const bool dark : {false, true}) {
    const auto list = colours(dark);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string& next = list[(i + 1) % list.size()];
      CHECK(contrast(list[i], next) >= 3);
      for (const Matrix& vision : visions) CHECK(distance(list[i], next, vision) >= 20);
    }
  }
}

TEST_CASE("any two colours can be told apart with every kind of colour vision") {
  for (const bool dark : {false, true}) {
    const auto list = colours(dark);
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        for (const Matrix& vision : visions) CHECK(distance(list[i], list[j], vision) >= 7.7);
      }
    }
  }
}

TEST_CASE("text is readable: on the surface and on every fill, 4.5:1") {
  for (const Colour& text : {ink, muted}) {
    CHECK(contrast(text.light, surface.light) >= 4.5);
    CHECK(contrast(text.dark, surface.dark) >= 4.5);
    CHECK(contrast(text.dark, "#1c2022") >= 4.5);
  }
  for (const bool dark : {false, true}) {
    const auto list = colours(dark);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Colour& text = i % 2 == 0 ? on_odd : on_even;
      CHECK(contrast(list[i], dark ? text.dark : text.light) >= 4.5);
    }
  }
}

TEST_CASE("text is readable on the strokes of every pattern, and the strokes can be seen in grey") {
  const auto list = colours(false);
  for (std::size_t i = 1; i < list.size(); ++i) {
    const bool deep = i % 2 == 0;
    const std::string stroke = over_white(list[i], deep ? on_deep : on_light);
    CHECK(contrast(stroke, (deep ? on_odd : on_even).light) >= 4.5);
    CHECK(contrast(stroke, list[i]) >= 1.7);
  }
}

TEST_CASE("a page's patterns are there for every rule of the style sheet that fills with them") {
  const std::string definitions = pattern_definitions(), css = style_sheet();
  CHECK(testing::xml_problem(definitions) == "");
  std::size_t used = 0;
  const std::string_view address = "url(#";
  for (std::size_t at = css.find(address); at != std::string::npos; at = css.find(address, at + 1), ++used) {
    const std::size_t begin = at + address.size();
    CHECK(definitions.find("id=\"" + css.substr(begin, css.find(')', begin) - begin) + "\"") !=
          std::string::npos);
  }
  CHECK(used == 7);
}

TEST_CASE("the style sheet defines every variable it uses, for light, dark and print") {
  const std::string css = style_sheet();
  for (std::size_t at = css.find("var("); at != std::string::npos; at = css.find("var(", at + 1)) {
    const std::string name = css.substr(at + 4, css.find(')', at) - at - 4);
    std::size_t defined = 0;
    for (std::size_t d = css.find(name + ":"); d != std::string::npos; d = css.find(name + ":", d + 1))
      ++defined;
    INFO(name);
    CHECK(defined == 4);
  }
  CHECK(css.find("prefers-color-scheme:dark") != std::string::npos);
  CHECK(css.find("@media print") != std::string::npos);
  CHECK(std::count(css.begin(), css.end(), '{') == std::count(css.begin(), css.end(), '}'));
}

}  // namespace nianbao::chart
