#include <fmt/format.h>

#include "chart/chart.h"
#include "chart/colours.h"

namespace nianbao::chart {
namespace {

std::string variables(bool dark) {
  std::string css;
  for (const PaletteEntry& entry : palette())
    css += entry.variable + ":" + (dark ? entry.dark : entry.light) + ";";
  for (const Colour& colour : theme_colours)
    css += fmt::format("{}:{};", colour.variable, dark ? colour.dark : colour.light);
  css.pop_back();
  return css;
}

std::string colour_classes() {
  std::string css;
  for (std::size_t i = 0; i < palette().size(); ++i) {
    const std::string& variable = palette()[i].variable;
    css += fmt::format(
        ".chart-svg .c{0},.chart-patterns .p{0}{{fill:var({1})}}\n.chart-svg .l{0}{{stroke:var({1})}}\n",
        i + 1, variable);
  }
  return css;
}

/// The colour after the address is what remains on a page without the definitions. The first colour is plain.
std::string print_patterns() {
  std::string css = "@media print{";
  for (std::size_t i = 1; i < palette().size(); ++i) {
    css += fmt::format(".chart-svg .c{0}.f{{fill:url(#chart-pattern-{0}) var({1})}}", i + 1,
                       palette()[i].variable);
  }
  return css + "}\n";
}

}  // namespace

std::string style_sheet() {
  const std::string light = variables(false), dark = variables(true);
  return fmt::format(":root{{{}}}\n", light) +
         fmt::format("@media (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{}}}}}\n",
                     dark) +
         fmt::format(":root[data-theme=\"dark\"]{{{}}}\n", dark) +
         fmt::format(
             "@media "
             "print{{:root,:root[data-theme]{{{}}}.chart-svg{{print-color-adjust:exact;break-inside:avoid}}}}"
             "\n",
             light) +
         print_patterns() +
         ".chart-svg{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-"
         "nums;"
         "fill:var(--chart-ink)}\n" +
         colour_classes() +
         ".chart-patterns{position:absolute}\n"
         ".chart-svg .m{fill:var(--chart-muted)}\n"
         ".chart-svg .o1{fill:var(--chart-on-odd)}\n"
         ".chart-svg .o2{fill:var(--chart-on-even)}\n"
         ".chart-svg .g{stroke:var(--chart-grid)}\n"
         ".chart-svg .b{fill:var(--chart-surface)}\n"
         ".chart-svg .u{fill:var(--chart-grid)}\n"
         ".chart-svg .a{stroke:var(--chart-axis)}\n"
         ".chart-svg .r{stroke:var(--chart-muted)}\n"
         ".chart-svg .s{stroke:var(--chart-surface)}\n"
         ".chart-svg .h{stroke:var(--chart-surface)}\n";
}

}  // namespace nianbao::chart
