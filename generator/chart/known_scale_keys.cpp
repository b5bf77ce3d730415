#include "chart/known_keys.h"

// Names after the documentation of Chart.js 4, "Axes".
namespace nianbao::chart {
namespace {

using enum KeyUse;

constexpr KnownKey scale[] = {{"type", partly,
                               "category, linear, logarithmic, time, timeseries, radialLinear; values are "
                               "not drawn on times or categories"},
                              {"axis", drawn, ""},
                              {"min", drawn, "numbers, dates or labels"},
                              {"max", drawn, "numbers, dates or labels"},
                              {"suggestedMin", drawn, ""},
                              {"suggestedMax", drawn, ""},
                              {"beginAtZero", partly, "bars always begin at zero"},
                              {"stacked", drawn, "true, or \"single\": what is negative is taken off"},
                              {"reverse", drawn, ""},
                              {"position", partly, "left, right, top, bottom"},
                              {"title", drawn, ""},
                              {"ticks", drawn, ""},
                              {"grid", drawn, ""},
                              {"display", drawn, "\"auto\" is true"},
                              {"grace", drawn, "\"5%\" or a number"},
                              {"time", drawn, ""},
                              {"labels", drawn, "in place of data.labels"},
                              {"offset", interactive, "bars keep half a category at both ends, lines do not"},
                              {"startAngle", drawn, "of radial scales"},
                              {"adapters", interactive, ""},
                              {"angleLines", drawn, "of radars"},
                              {"pointLabels", drawn, "of radars"},
                              {"border", drawn, ""},
                              {"bounds", drawn, "\"ticks\" or \"data\""},
                              {"backgroundColor", not_drawn},
                              {"weight", not_drawn},
                              {"stack", not_drawn},
                              {"stackWeight", not_drawn},
                              {"alignToPixels", not_drawn},
                              {"clip", interactive},
                              {"animate", interactive},
                              {"afterBuildTicks", interactive},
                              {"afterDataLimits", interactive},
                              {"afterFit", interactive},
                              {"afterUpdate", interactive},
                              {"beforeUpdate", interactive}};

constexpr KnownKey ticks[] = {{"display", drawn, ""},
                              {"stepSize", drawn, ""},
                              {"maxTicksLimit", drawn, ""},
                              {"count", drawn, "of value axes"},
                              {"precision", drawn, ""},
                              {"format", drawn, ""},
                              {"callback", not_drawn, "a function; use format"},
                              {"align", not_drawn},
                              {"autoSkip", not_drawn},
                              {"autoSkipPadding", not_drawn},
                              {"backdropColor", not_drawn},
                              {"backdropPadding", not_drawn},
                              {"color", not_drawn},
                              {"crossAlign", not_drawn},
                              {"font", not_drawn},
                              {"includeBounds", not_drawn},
                              {"labelOffset", not_drawn},
                              {"major", not_drawn},
                              {"maxRotation", not_drawn},
                              {"minRotation", not_drawn},
                              {"mirror", not_drawn},
                              {"padding", not_drawn},
                              {"sampleSize", not_drawn},
                              {"showLabelBackdrop", not_drawn},
                              {"source", not_drawn},
                              {"textStrokeColor", not_drawn},
                              {"textStrokeWidth", not_drawn},
                              {"z", not_drawn}};

constexpr KnownKey number_format[] = {
    {"style", partly, "decimal, percent, and currency for CNY, USD, EUR, GBP, JPY"},
    {"currency", partly, "CNY, USD, EUR, GBP, JPY"},
    {"minimumFractionDigits", drawn, ""},
    {"maximumFractionDigits", drawn, ""},
    {"useGrouping", drawn, ""},
    {"notation", partly, "standard and compact"},
    {"unit", not_drawn},
    {"unitDisplay", not_drawn},
    {"currencyDisplay", not_drawn},
    {"compactDisplay", not_drawn},
    {"signDisplay", not_drawn},
    {"minimumIntegerDigits", not_drawn},
    {"minimumSignificantDigits", not_drawn},
    {"maximumSignificantDigits", not_drawn},
    {"currencySign", not_drawn},
    {"numberingSystem", not_drawn},
    {"roundingMode", not_drawn}};

constexpr KnownKey grid[] = {
    {"display", drawn, ""},     {"drawOnChartArea", drawn, ""}, {"circular", drawn, "of radars"},
    {"color", not_drawn},       {"lineWidth", not_drawn},       {"drawTicks", not_drawn},
    {"offset", not_drawn},      {"tickColor", not_drawn},       {"tickLength", not_drawn},
    {"tickWidth", not_drawn},   {"tickBorderDash", not_drawn},  {"tickBorderDashOffset", not_drawn},
    {"borderColor", not_drawn}, {"borderWidth", not_drawn},     {"borderDash", not_drawn},
    {"z", not_drawn},           {"drawBorder", not_drawn}};

constexpr KnownKey angle_lines[] = {{"display", drawn, ""},
                                    {"color", not_drawn},
                                    {"lineWidth", not_drawn},
                                    {"borderDash", not_drawn},
                                    {"borderDashOffset", not_drawn}};

constexpr KnownKey point_labels[] = {{"display", drawn, ""},
                                     {"callback", not_drawn},
                                     {"centerPointLabels", not_drawn},
                                     {"color", not_drawn},
                                     {"font", not_drawn},
                                     {"padding", not_drawn},
                                     {"backdropColor", not_drawn},
                                     {"backdropPadding", not_drawn},
                                     {"borderRadius", not_drawn}};

constexpr KnownKey border[] = {
    {"display", drawn, "true draws a line along the axis; without it there is none"},
    {"color", not_drawn},
    {"width", not_drawn},
    {"dash", not_drawn},
    {"dashOffset", not_drawn},
    {"z", not_drawn}};

constexpr KnownKey time[] = {{"unit", partly, "hour, day, week, month, quarter, year; finer ones as hours"},
                             {"displayFormats", not_drawn},
                             {"round", not_drawn},
                             {"isoWeekday", not_drawn},
                             {"minUnit", not_drawn},
                             {"parser", not_drawn},
                             {"stepSize", not_drawn},
                             {"tooltipFormat", interactive}};

}  // namespace

Keys scale_keys() { return scale; }
Keys ticks_keys() { return ticks; }
Keys format_keys() { return number_format; }
Keys grid_keys() { return grid; }
Keys time_keys() { return time; }
Keys angle_lines_keys() { return angle_lines; }
Keys point_labels_keys() { return point_labels; }
Keys border_keys() { return border; }

}  // namespace nianbao::chart
