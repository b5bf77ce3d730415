#include <algorithm>
#include <array>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "chart/reading_parts.h"
#include "text/decimal.h"

namespace nianbao::chart {
namespace {

struct StateName {
  std::string_view name;
  State state;
};
constexpr std::array<StateName, 6> state_names = {{{"", State::number},
                                                   {"number", State::number},
                                                   {"approximate", State::approximate},
                                                   {"missing", State::missing},
                                                   {"not-applicable", State::not_applicable},
                                                   {"withheld", State::withheld}}};

/// The list of one data set among the lists of `nianbao.printed` or `nianbao.states`.
Node list_for(const Node& lists, std::size_t dataset, Problems& problems) {
  if (!lists || dataset >= lists.value->size()) return {};
  const Node list = item(lists, dataset);
  if (list.value->is_null()) return {};
  if (list.value->is_array()) return list;
  problems.wrong_type(list, "数组", "an array");
  return {};
}

/// Lists are in the order of the data, which points with labels may have put elsewhere.
std::size_t place_of(std::size_t datum, const std::vector<std::size_t>& places) {
  return datum < places.size() ? places[datum] : datum;
}

void check_agreement(const Node& node, const Series& series, std::size_t i, Problems& problems) {
  const auto printed = text::Decimal::parse(series.printed[i]);
  if (!printed || i >= series.values.size() || !series.values[i]) return;
  const double stated = printed->approximate(), drawn = *series.values[i];
  if (std::fabs(stated - drawn) <= 1e-9 * std::max(1.0, std::fabs(stated))) return;
  problems.add(node.pointer, "N421",
               "印出的“" + series.printed[i] + "”与绘制的 " + plain_number(drawn) + " 不一致",
               "printed \"" + series.printed[i] + "\" but drawn as " + plain_number(drawn));
}

void read_printed(const Node& list, const std::vector<std::size_t>& places, Series& series,
                  Problems& problems) {
  if (!list) return;
  for (std::size_t i = 0; i < std::min(list.value->size(), most_categories); ++i) {
    const Node node = item(list, i);
    const std::size_t place = place_of(i, places);
    if (place == nowhere) continue;
    if (series.printed.size() <= place) series.printed.resize(place + 1);
    if (node.value->is_null()) continue;
    if (!node.value->is_string()) {
      problems.wrong_type(node, "字符串（照报告印的样子）", "a string, as the report prints it");
      continue;
    }
    series.printed[place] =
        usable_text(node.value->get_ref<const std::string&>(), node.pointer, longest_label, problems);
    check_agreement(node, series, place, problems);
  }
}

State state_named(const Node& node, Problems& problems) {
  if (node.value->is_null()) return State::number;
  if (!node.value->is_string()) {
    problems.wrong_type(node, "字符串", "a string");
    return State::number;
  }
  const std::string& name = node.value->get_ref<const std::string&>();
  std::vector<std::string> names;
  for (const StateName& known : state_names) {
    if (known.name == name) return known.state;
    names.emplace_back(known.name);
  }
  const Suggestion nearest = suggest(name, names);
  const std::string shown = clean_label(name, 40);
  problems.add(node.pointer, "N411", "不认识的状态“" + shown + "”" + nearest.zh,
               "unknown state \"" + shown + "\"" + nearest.en);
  return State::number;
}

void read_states(const Node& list, const std::vector<std::size_t>& places, Series& series,
                 Problems& problems) {
  if (!list) return;
  for (std::size_t i = 0; i < std::min(list.value->size(), most_categories); ++i) {
    const std::size_t place = place_of(i, places);
    if (place == nowhere) continue;
    if (series.states.size() <= place) series.states.resize(place + 1, State::number);
    series.states[place] = state_named(item(list, i), problems);
  }
}

}  // namespace

void read_statements(const Node& configuration, std::size_t dataset, const std::vector<std::size_t>& places,
                     Series& series, Problems& problems) {
  const Node nianbao = member(configuration, "nianbao");
  read_printed(list_for(read_array(nianbao, "printed", problems), dataset, problems), places, series,
               problems);
  read_states(list_for(read_array(nianbao, "states", problems), dataset, problems), places, series, problems);
}

}  // namespace nianbao::chart
