#pragma once

#include "chart/reading.h"

/// The parts of configuration_reader, in the order in which they are called: each fills its fields of the
/// chart and relies on those before.
namespace nianbao::chart {

bool is_round(Type type);      ///< of slices: pie, doughnut, polar area
bool is_cartesian(Type type);  ///< of two axes which Chart.js names x and y
bool has_no_axes(Type type);   ///< pie, doughnut, waffle
bool shows_parts(Type type);   ///< of a whole: values are not negative
bool is_of_points(Type type);  ///< [a, b] is a point there, not a bar from a to b

/// The type a name means; reports nothing.
std::optional<Type> type_named(std::string_view name);
/// Says which types there are, and which may have been meant.
void report_unknown_type(const Node& name, bool fatal, Problems& problems);

/// `options.indexAxis`, and that of data sets.
void read_index_letter(const Node& configuration, Chart& chart, Problems& problems);
/// "x" or "y": the letter of the axis along which values are counted, and that of their sizes.
std::string_view index_letter(const Chart& chart);
std::string_view value_letter(const Chart& chart);

/// `options.scales`: fills Chart::index and Chart::value_axes, but for bounds of the index axis.
void read_axes(const Node& configuration, Chart& chart, Problems& problems);
/// What an axis holds, whichever it is.
void read_axis(const Node& scale, std::string_view letter, Axis& axis, Problems& problems);
/// `options.scales`, and the data sets that are objects.
Node scales_of(const Node& configuration);
std::vector<Node> datasets_of(const Node& configuration);
/// The letter of a scale's axis as Chart.js determines it: by id, `axis`, `position`, or the id's first
/// letter. Empty when none tells.
std::string letter_of(const std::string& id, const Json& scale);
/// Id of the first scale of a letter; the letter itself when there is none.
std::string first_id(const Node& configuration, std::string_view letter);
/// The scale with this id in `options.scales`; nothing when it is not there.
Node scale_with_id(const Node& configuration, std::string_view id);
/// Id of the value axis of a data set.
std::string value_axis_id(const Node& configuration, const Node& dataset, const Chart& chart);

/// Labels and data sets, together with their printed forms and states.
void read_data(const Node& configuration, Chart& chart, Problems& problems);
/// Categories, from wherever Chart.js takes them: `labels` of the scale, `data.xLabels`, `data.labels`.
Node labels_of(const Node& configuration, const Chart& chart);
/// The values of one data set. `labels_given`: the configuration names categories; otherwise the data do.
/// `index_texts` collects what the data say of their places on an index axis that has no categories.
/// Answers where each datum went in Series::values, or `nowhere`.
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
std::vector<std::size_t> read_values(const Node& configuration, const Node& dataset, bool labels_given,
                                     Chart& chart, Series& series, std::vector<std::string>& index_texts,
                                     Problems& problems);
/// One value of `data`; numbers as text are taken as Chart.js takes them, "NaN" is a gap.
std::optional<double> value_in(const Node& node, const Chart& chart, Problems& problems);
/// How a data set is drawn.
void read_look(const Node& configuration, const Node& dataset, const Chart& chart, Series& series,
               Problems& problems);
/// `fill` of all data sets, once all of them are known.
void read_fills(const Node& configuration, const std::vector<Node>& datasets, Chart& chart,
                Problems& problems);
/// `nianbao.printed` and `nianbao.states` of one data set.
void read_statements(const Node& configuration, std::size_t dataset, const std::vector<std::size_t>& places,
                     Series& series, Problems& problems);

/// A number as the label it would be: no thousands grouped, since years are numbers, too.
std::string label_of(double number);
/// Where the index axis has what the node names: a label or its number, a date, a number. Nothing, and a
/// problem, when it is not there.
std::optional<double> place_on_index(const Node& node, const Chart& chart, Problems& problems);

/// A ring's hole as a share of its radius: "50%", or pixels of a ring of usual size.
std::optional<double> read_cutout(const Node& node, Problems& problems);
/// A colour of CSS; nothing, and a problem, when it is not one.
std::optional<std::string> colour_of(const Node& node, Problems& problems);

/// `min` and `max` of the index axis.
void read_index_bounds(const Node& configuration, Chart& chart, Problems& problems);
/// `options`, but for scales.
void read_options(const Node& configuration, Chart& chart, Problems& problems);
void read_annotations(const Node& configuration, Chart& chart, Problems& problems);
void read_nianbao(const Node& configuration, Chart& chart, Problems& problems);

}  // namespace nianbao::chart
