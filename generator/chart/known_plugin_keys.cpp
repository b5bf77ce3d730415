#include "chart/known_keys.h"

// Names after the documentation of Chart.js 4 and of chartjs-plugin-annotation 3; "nianbao" is ours.
namespace nianbao::chart {
namespace {

using enum KeyUse;

constexpr KnownKey plugins[] = {
    {"title", drawn, ""},        {"subtitle", drawn, "the finding, when nianbao.finding is not given"},
    {"legend", drawn, ""},       {"annotation", drawn, "the vocabulary of chartjs-plugin-annotation"},
    {"filler", not_drawn},       {"colors", not_drawn},
    {"datalabels", not_drawn},   {"tooltip", interactive},
    {"decimation", interactive}, {"zoom", interactive}};

constexpr KnownKey title[] = {{"display", drawn, "true when a text is given"},
                              {"text", drawn, "a string, or a list of lines"},
                              {"align", not_drawn},
                              {"color", not_drawn},
                              {"font", not_drawn},
                              {"fullSize", not_drawn},
                              {"padding", not_drawn},
                              {"position", not_drawn}};

constexpr KnownKey legend[] = {{"display", drawn, ""},   {"position", partly, "top, bottom, left, right"},
                               {"reverse", drawn, ""},   {"align", not_drawn},
                               {"labels", not_drawn},    {"title", not_drawn},
                               {"rtl", not_drawn},       {"textDirection", not_drawn},
                               {"fullSize", not_drawn},  {"maxHeight", not_drawn},
                               {"maxWidth", not_drawn},  {"onClick", interactive},
                               {"onHover", interactive}, {"onLeave", interactive}};

constexpr KnownKey annotation_plugin[] = {{"annotations", drawn, "a list, or an object of named ones"},
                                          {"animations", interactive},
                                          {"clip", interactive},
                                          {"common", interactive},
                                          {"interaction", interactive},
                                          {"enter", interactive},
                                          {"leave", interactive},
                                          {"click", interactive},
                                          {"drawTime", interactive}};

constexpr KnownKey annotation[] = {
    {"type", partly, "line, box, label, point; not ellipse, polygon, doughnutLabel"},
    {"display", drawn, ""},
    {"scaleID", drawn, ""},
    {"value", drawn, ""},
    {"endValue", partly, "only when it is the same as value"},
    {"xMin", drawn, ""},
    {"xMax", drawn, ""},
    {"yMin", drawn, ""},
    {"yMax", drawn, ""},
    {"xValue", drawn, ""},
    {"yValue", drawn, ""},
    {"xScaleID", drawn, ""},
    {"yScaleID", drawn, ""},
    {"label", drawn, ""},
    {"content", drawn, ""},
    {"borderColor", drawn, "of lines"},
    {"backgroundColor", drawn, "of boxes and points"},
    {"color", drawn, "of labels"},
    {"borderDash", partly, "dashed, or not"},
    {"borderWidth", not_drawn},
    {"borderRadius", not_drawn},
    {"borderDashOffset", not_drawn},
    {"borderCapStyle", not_drawn},
    {"borderJoinStyle", not_drawn},
    {"arrowHeads", not_drawn},
    {"callout", not_drawn},
    {"curve", not_drawn},
    {"controlPoint", not_drawn},
    {"font", not_drawn},
    {"padding", not_drawn},
    {"position", not_drawn},
    {"radius", not_drawn},
    {"rotation", not_drawn},
    {"textAlign", not_drawn},
    {"textStrokeColor", not_drawn},
    {"textStrokeWidth", not_drawn},
    {"xAdjust", not_drawn},
    {"yAdjust", not_drawn},
    {"sides", not_drawn},
    {"pointStyle", not_drawn},
    {"width", not_drawn},
    {"height", not_drawn},
    {"backgroundShadowColor", not_drawn},
    {"borderShadowColor", not_drawn},
    {"shadowBlur", not_drawn},
    {"shadowOffsetX", not_drawn},
    {"shadowOffsetY", not_drawn},
    {"opacity", not_drawn},
    {"z", not_drawn},
    {"drawTime", not_drawn},
    {"adjustScaleRange", not_drawn},
    {"id", interactive},
    {"init", interactive},
    {"animations", interactive},
    {"click", interactive},
    {"enter", interactive},
    {"leave", interactive}};

constexpr KnownKey annotation_label[] = {{"content", drawn, ""},
                                         {"display", drawn, "true when a content is given"},
                                         {"enabled", not_drawn},
                                         {"backgroundColor", not_drawn},
                                         {"borderColor", not_drawn},
                                         {"borderDash", not_drawn},
                                         {"borderRadius", not_drawn},
                                         {"borderWidth", not_drawn},
                                         {"callout", not_drawn},
                                         {"color", not_drawn},
                                         {"font", not_drawn},
                                         {"height", not_drawn},
                                         {"opacity", not_drawn},
                                         {"padding", not_drawn},
                                         {"position", not_drawn},
                                         {"rotation", not_drawn},
                                         {"textAlign", not_drawn},
                                         {"textStrokeColor", not_drawn},
                                         {"textStrokeWidth", not_drawn},
                                         {"width", not_drawn},
                                         {"xAdjust", not_drawn},
                                         {"yAdjust", not_drawn},
                                         {"z", not_drawn},
                                         {"drawTime", not_drawn}};

constexpr KnownKey nianbao[] = {
    {"unit", drawn, "of all values"},
    {"lang", drawn, "zh-CN or en"},
    {"finding", drawn, "one sentence; default: computed from the values"},
    {"printed", drawn, "values as they are printed, a list for each data set"},
    {"category", drawn, "what the labels are"},
    {"states", drawn, "\"\", \"approximate\", \"missing\", \"not-applicable\", \"withheld\""},
    {"breaks", drawn, "changes of definition"},
    {"percent", drawn, "piles as shares of their sums; values are still said as they are"},
    {"panels", drawn, "small multiples, so many side by side; true is 2"}};

constexpr KnownKey broken[] = {{"before", drawn, "the first label, number or date that counts anew"},
                               {"text", drawn, ""}};

}  // namespace

Keys plugins_keys() { return plugins; }
Keys title_keys() { return title; }
Keys legend_keys() { return legend; }
Keys annotation_plugin_keys() { return annotation_plugin; }
Keys annotation_keys() { return annotation; }
Keys annotation_label_keys() { return annotation_label; }
Keys nianbao_keys() { return nianbao; }
Keys break_keys() { return broken; }

}  // namespace nianbao::chart
