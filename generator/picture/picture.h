#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

/// Drawings as PNG files, by librsvg: for what takes no SVG. The bytes are those of the fonts and libraries
/// of the machine, so two machines may differ; only the SVG is the same everywhere.
namespace nianbao::picture {

/// `error` empty: `bytes` are a PNG file.
struct Png {
  std::string bytes;
  Wording error;
};

/// Pixels of a PNG for each CSS pixel: sharp on paper and on dense screens.
inline constexpr double usual_scale = 2;

/// The drawing on white, `scale` pixels for each CSS pixel of its view box. Reads nothing but the text: what
/// an SVG points to outside of itself is left out. May be called on many threads.
Png png_of(std::string_view svg, double scale);

/// The letters of a text, each once, that no font of this machine has: a picture shows boxes there.
std::string letters_without_font(std::string_view text);

}  // namespace nianbao::picture
