#include "chart/chart.h"

namespace nianbao::chart {

/// Found by annealing in OKLCh: within a window of hue, chroma and lightness for each place (blues, teals,
/// ochres; deep and light in turn), the least distance between any two colours, as seen with normal, protan,
/// deutan and tritan vision (Machado, Oliveira and Fernandes 2009), is as large as it gets while neighbours
/// keep a contrast of 3:1. tests/chart/palette_test.cpp computes what is promised in chart.h.
const std::vector<PaletteEntry>& palette() {
  static const std::vector<PaletteEntry> entries = {
      {"--chart-1", "#064592", "#88c8ff"}, {"--chart-2", "#d67f13", "#b24a0b"},
      {"--chart-3", "#133d3c", "#b8e7ae"}, {"--chart-4", "#389bd0", "#207abc"},
      {"--chart-5", "#411c62", "#ecd6ee"}, {"--chart-6", "#a66f93", "#975288"},
      {"--chart-7", "#5f2003", "#f7b85e"}, {"--chart-8", "#899a71", "#48744c"}};
  return entries;
}

}  // namespace nianbao::chart
