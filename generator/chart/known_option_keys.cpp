#include "chart/known_keys.h"

// Names after the documentation of Chart.js 4, "Configuration".
namespace nianbao::chart {
namespace {

using enum KeyUse;

constexpr KnownKey options[] = {{"indexAxis", drawn, "of bars and lines"},
                                {"scales", drawn, ""},
                                {"plugins", drawn, ""},
                                {"elements", drawn, "defaults of data sets"},
                                {"datasets", drawn, "defaults of data sets of one type"},
                                {"aspectRatio", drawn, ""},
                                {"cutout", partly, "as of a data set"},
                                {"rotation", drawn, ""},
                                {"circumference", drawn, ""},
                                {"parsing", drawn, ""},
                                {"spanGaps", drawn, ""},
                                {"showLine", drawn, ""},
                                {"skipNull", drawn, ""},
                                {"backgroundColor", drawn, "default of data sets"},
                                {"borderColor", drawn, "default of data sets"},
                                {"fill", drawn, "default of data sets"},
                                {"tension", drawn, "default of data sets"},
                                {"stepped", drawn, "default of data sets"},
                                {"cubicInterpolationMode", drawn, "default of data sets"},
                                {"borderWidth", drawn, "default of data sets"},
                                {"borderDash", drawn, "default of data sets"},
                                {"borderRadius", drawn, "default of data sets"},
                                {"pointRadius", drawn, "default of data sets"},
                                {"pointStyle", drawn, "default of data sets"},
                                {"base", drawn, "default of data sets"},
                                {"grouped", drawn, "default of data sets"},
                                {"barPercentage", drawn, "default of data sets"},
                                {"categoryPercentage", drawn, "default of data sets"},
                                {"barThickness", drawn, "default of data sets"},
                                {"maxBarThickness", drawn, "default of data sets"},
                                {"minBarLength", drawn, "default of data sets"},
                                {"layout", not_drawn},
                                {"font", not_drawn},
                                {"color", not_drawn},
                                {"radius", not_drawn},
                                {"spacing", not_drawn},
                                {"offset", not_drawn},
                                {"borderAlign", not_drawn},
                                {"borderSkipped", not_drawn},
                                {"locale", interactive},
                                {"responsive", interactive},
                                {"maintainAspectRatio", interactive},
                                {"resizeDelay", interactive},
                                {"devicePixelRatio", interactive},
                                {"animation", interactive},
                                {"animations", interactive},
                                {"transitions", interactive},
                                {"interaction", interactive},
                                {"hover", interactive},
                                {"events", interactive},
                                {"onHover", interactive},
                                {"onClick", interactive},
                                {"onResize", interactive},
                                {"normalized", interactive},
                                {"clip", interactive},
                                {"tooltips", interactive}};

constexpr KnownKey elements[] = {{"line", drawn}, {"bar", drawn}, {"point", drawn}, {"arc", drawn}};

constexpr KnownKey line[] = {{"backgroundColor", drawn},
                             {"borderColor", drawn},
                             {"borderWidth", drawn},
                             {"borderDash", drawn},
                             {"tension", drawn},
                             {"cubicInterpolationMode", drawn},
                             {"stepped", drawn},
                             {"fill", drawn},
                             {"spanGaps", drawn},
                             {"showLine", drawn},
                             {"borderDashOffset", not_drawn},
                             {"borderCapStyle", not_drawn},
                             {"borderJoinStyle", not_drawn},
                             {"capBezierPoints", interactive},
                             {"hoverBackgroundColor", interactive},
                             {"hoverBorderColor", interactive},
                             {"hoverBorderWidth", interactive}};

constexpr KnownKey bar[] = {{"backgroundColor", drawn},
                            {"borderColor", drawn},
                            {"borderWidth", drawn},
                            {"borderRadius", drawn},
                            {"base", drawn},
                            {"borderSkipped", not_drawn},
                            {"pointStyle", not_drawn},
                            {"inflateAmount", not_drawn},
                            {"enableBorderRadius", not_drawn},
                            {"hoverBackgroundColor", interactive},
                            {"hoverBorderColor", interactive},
                            {"hoverBorderWidth", interactive},
                            {"hoverBorderRadius", interactive}};

constexpr KnownKey point[] = {{"radius", drawn, ""},
                              {"pointStyle", drawn, ""},
                              {"rotation", not_drawn},
                              {"backgroundColor", drawn, ""},
                              {"borderColor", not_drawn},
                              {"borderWidth", not_drawn},
                              {"hitRadius", interactive},
                              {"hoverRadius", interactive},
                              {"hoverBorderWidth", interactive},
                              {"hoverBackgroundColor", interactive},
                              {"hoverBorderColor", interactive}};

constexpr KnownKey arc[] = {{"backgroundColor", drawn},
                            {"borderColor", drawn},
                            {"borderWidth", drawn},
                            {"angle", not_drawn},
                            {"borderAlign", not_drawn},
                            {"borderDash", not_drawn},
                            {"borderDashOffset", not_drawn},
                            {"borderJoinStyle", not_drawn},
                            {"borderRadius", not_drawn},
                            {"circular", not_drawn},
                            {"offset", not_drawn},
                            {"spacing", not_drawn},
                            {"selfJoin", not_drawn},
                            {"hoverBackgroundColor", interactive},
                            {"hoverBorderColor", interactive},
                            {"hoverBorderWidth", interactive},
                            {"hoverOffset", interactive}};

constexpr KnownKey dataset_types[] = {{"bar", drawn},       {"line", drawn}, {"scatter", drawn},
                                      {"bubble", drawn},    {"pie", drawn},  {"doughnut", drawn},
                                      {"polarArea", drawn}, {"radar", drawn}};

}  // namespace

Keys options_keys() { return options; }
Keys elements_keys() { return elements; }
Keys dataset_types_keys() { return dataset_types; }

Keys element_keys(std::string_view element) {
  if (element == "line") return line;
  if (element == "bar") return bar;
  if (element == "point") return point;
  if (element == "arc") return arc;
  return {};
}

}  // namespace nianbao::chart
