#include "chart/chart.h"

namespace nianbao::chart {

/// Found by searching hues in OKLCh for two lightness levels that alternate, so that the least distance
/// between any two colours, as seen with normal, protan, deutan and tritan vision (Machado, Oliveira and
/// Fernandes 2009), is as large as it gets. tests/chart/palette_test.cpp computes what is promised in
/// chart.h.
const std::vector<PaletteEntry>& palette() {
  static const std::vector<PaletteEntry> entries = {
      {"--chart-1", "#004892", "#8fbffe"}, {"--chart-2", "#e97002", "#c44901"},
      {"--chart-3", "#14443b", "#afdeb9"}, {"--chart-4", "#349ecf", "#2571cb"},
      {"--chart-5", "#580060", "#ecd0fc"}, {"--chart-6", "#bd759c", "#ac4b85"},
      {"--chart-7", "#791100", "#fac374"}, {"--chart-8", "#809d60", "#60794b"}};
  return entries;
}

}  // namespace nianbao::chart
