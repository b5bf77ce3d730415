#include "chart/known_keys.h"

// Names after the documentation of Chart.js 4.
namespace nianbao::chart {
namespace {

using enum KeyUse;

constexpr KnownKey root[] = {{"type", drawn, ""},          {"data", drawn, ""},
                             {"options", drawn, ""},       {"nianbao", drawn, "ours, see below"},
                             {"$schema", interactive, ""}, {"plugins", interactive, ""}};

constexpr KnownKey data[] = {{"labels", drawn, "text, numbers, or a list of lines; dates on a time axis"},
                             {"datasets", drawn, ""},
                             {"xLabels", drawn, "labels of a horizontal index axis"},
                             {"yLabels", drawn, "labels of a vertical index axis"}};

constexpr KnownKey dataset[] = {
    {"data", drawn, "numbers, null, numeric strings, [low, high], {x, y}, {x, y, r}, {\"label\": value}"},
    {"label", drawn, ""},
    {"type", partly, "mixes bar, line, scatter and bubble; other kinds stand alone"},
    {"parsing", drawn, "xAxisKey, yAxisKey and key, with dots; or false"},
    {"hidden", drawn, "left out; the interactive view offers it"},
    {"order", drawn, ""},
    {"stack", drawn, ""},
    {"indexAxis", partly, "the same for all data sets"},
    {"xAxisID", drawn, ""},
    {"yAxisID", drawn, ""},
    {"rAxisID", partly, "there is one radial axis"},
    {"backgroundColor", drawn, "CSS colours, one or one each; below 3:1 on white is reported"},
    {"borderColor", drawn, "CSS colours, one or one each"},
    {"borderWidth", partly, "one number; of an object or a list the first"},
    {"borderDash", drawn, ""},
    {"borderRadius", partly, "one number; of an object or a list the first"},
    {"tension", drawn, "0 to 1"},
    {"lineTension", drawn, "Chart.js's older name of tension"},
    {"cubicInterpolationMode", drawn, ""},
    {"stepped", drawn, ""},
    {"spanGaps", partly, "true or false; a number counts as true"},
    {"showLine", drawn, ""},
    {"fill", partly,
     "true, false, \"origin\", \"start\", \"end\", \"stack\", \"+1\", \"-1\", a number, {value}, {target}; "
     "radars are filled only when asked"},
    {"pointRadius", drawn, "one number, or one each"},
    {"radius", drawn, "of points; one number, or one each"},
    {"pointStyle", partly,
     "circle, rect, rectRot, triangle, cross, star, dash, false, one or one each; others as the nearest of "
     "these"},
    {"pointBackgroundColor", drawn, "CSS colours, one or one each"},
    {"base", drawn, ""},
    {"grouped", drawn, ""},
    {"skipNull", drawn, ""},
    {"barPercentage", drawn, ""},
    {"categoryPercentage", drawn, ""},
    {"barThickness", partly, "a number; \"flex\" as if it were not given"},
    {"maxBarThickness", drawn, ""},
    {"minBarLength", drawn, ""},
    {"cutout", partly, "\"50%\" exactly; pixels as of a ring with a radius of 150"},
    {"circumference", drawn, ""},
    {"rotation", drawn, ""},
    {"weight", drawn, ""},
    {"borderDashOffset", not_drawn},
    {"borderSkipped", not_drawn},
    {"borderAlign", not_drawn},
    {"borderCapStyle", not_drawn},
    {"borderJoinStyle", not_drawn},
    {"inflateAmount", not_drawn},
    {"offset", not_drawn},
    {"spacing", not_drawn},
    {"selfJoin", not_drawn},
    {"pointRotation", not_drawn},
    {"pointBorderColor", not_drawn},
    {"pointBorderWidth", not_drawn},
    {"segment", not_drawn},
    {"datalabels", not_drawn},
    {"enableBorderRadius", not_drawn},
    {"hoverBackgroundColor", interactive},
    {"hoverBorderColor", interactive},
    {"hoverBorderWidth", interactive},
    {"hoverBorderRadius", interactive},
    {"hoverBorderDash", interactive},
    {"hoverBorderDashOffset", interactive},
    {"hoverBorderCapStyle", interactive},
    {"hoverBorderJoinStyle", interactive},
    {"hoverOffset", interactive},
    {"hoverRadius", interactive},
    {"hitRadius", interactive},
    {"pointHitRadius", interactive},
    {"pointHoverRadius", interactive},
    {"pointHoverBackgroundColor", interactive},
    {"pointHoverBorderColor", interactive},
    {"pointHoverBorderWidth", interactive},
    {"animation", interactive},
    {"animations", interactive},
    {"transitions", interactive},
    {"normalized", interactive},
    {"clip", interactive},
    {"drawActiveElementsOnTop", interactive},
    {"tooltip", interactive},
    {"capBezierPoints", interactive}};

}  // namespace

Keys root_keys() { return root; }
Keys data_keys() { return data; }
Keys dataset_keys() { return dataset; }

}  // namespace nianbao::chart
