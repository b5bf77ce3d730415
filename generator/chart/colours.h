#pragma once

#include <string_view>

/// Colours of everything but the series, as the SVG falls back to them and as the style sheet sets them.
namespace nianbao::chart {

struct Colour {
  std::string_view variable, light, dark;
};

inline constexpr Colour ink = {"--chart-ink", "#1f2328", "#e6e8eb"};
inline constexpr Colour muted = {"--chart-muted", "#59626d", "#a3abb5"};
inline constexpr Colour grid = {"--chart-grid", "#e1e5e9", "#363c44"};
inline constexpr Colour axis = {"--chart-axis", "#8b949e", "#79818b"};
inline constexpr Colour surface = {"--chart-surface", "#ffffff", "#16191d"};
/// Text on the fills of odd (deep, in the dark: pale) and even (pale, in the dark: deep) colours.
inline constexpr Colour on_odd = {"--chart-on-odd", "#ffffff", "#14171a"};
inline constexpr Colour on_even = {"--chart-on-even", "#14171a", "#ffffff"};

inline constexpr Colour theme_colours[] = {ink, muted, grid, axis, surface, on_odd, on_even};

/// Colours repeat from the ninth series on, each time fainter.
inline constexpr double faded[] = {1, 0.62, 0.4, 0.26};

}  // namespace nianbao::chart
