#pragma once

#include <string>

namespace nianbao::cli {

/// `nianbao chart SPEC -o FILE`
struct ChartOptions {
  std::string specification;  ///< a Chart.js configuration in JSON
  std::string output;         ///< an .svg or .png file; empty or "-": SVG to standard output
  int width = 720;            ///< view box width in CSS pixels
};

/// Draws one chart, with its title and finding, as a picture that stands alone. Problems go to standard error
/// as `file: pointer: message`. Returns 0; 1 when the specification cannot be drawn; 2 for an output that is
/// neither SVG nor PNG or a width out of range; 3 when a file cannot be read or written. The output is
/// replaced in one step or not at all.
int run_chart(const ChartOptions& options);

}  // namespace nianbao::cli
