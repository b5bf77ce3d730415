#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::chart {

/// A colour of CSS (Color Module Level 4, sRGB) as "#rrggbb", or "#rrggbbaa" when it lets something through:
/// "#f80", "rgb(255 136 0 / 50%)", "hsla(30, 100%, 50%, .5)", "DarkOrange", "transparent". Nothing when it is
/// not one.
std::optional<std::string> css_colour(std::string_view text);

/// Names that css_colour knows.
std::vector<std::string> css_colour_names();

/// Contrast ratio (WCAG 2) to white of a "#rrggbb" or "#rrggbbaa" laid on white: 1 to 21.
double contrast_on_white(std::string_view colour);

}  // namespace nianbao::chart
