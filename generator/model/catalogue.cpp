#include "model/catalogue.h"

#include <algorithm>
#include <set>

#include "text/utf8.h"

namespace nianbao::model {
namespace {

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text::fold(text)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

/// "人数(人)" without what stands in the last brackets, if that looks like a unit.
void drop_unit(std::string& name) {
  static constexpr std::string_view units[] = {"人",    "%",     "个",   "项",   "门",   "元",
                                               "万元",  "本",    "学时", "课时", "人次", "mbps",
                                               "元/生", "个/生", "人日", "所"};
  const std::size_t open = name.rfind('(');
  if (open == std::string::npos || open == 0 || !name.ends_with(")")) return;
  const std::string_view inside = std::string_view(name).substr(open + 1, name.size() - open - 2);
  if (std::find(std::begin(units), std::end(units), inside) != std::end(units)) name.resize(open);
}

bool holds(const std::vector<std::string>& names, std::string_view compared) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return compared_name(name) == compared; });
}

/// How well a row fits below the indicators above it: 2 below its parent, 1 below one that shares the
/// parent's table and number (a pair such as 门 and 学时), 0 otherwise.
int fit_below(const Indicator* parent, const std::vector<const Indicator*>& above) {
  if (parent == nullptr) return 0;
  int fit = 0;
  for (const Indicator* one : above) {
    if (one == parent) return 2;
    if (!parent->number.empty() && one->table == parent->table && one->number == parent->number) fit = 1;
  }
  return fit;
}

/// Leaves those of the highest value.
template <typename Value>
void keep_best(std::vector<const Indicator*>& of, const Value& value) {
  if (of.size() < 2) return;
  int best = value(*of.front());
  for (const Indicator* one : of) best = std::max(best, value(*one));
  std::erase_if(of, [&](const Indicator* one) { return value(*one) < best; });
}

}  // namespace

std::string compared_name(std::string_view label) {
  std::string name = without_blanks(label);
  for (const std::string_view lead : {"其中:", "其中"}) {
    if (name.starts_with(lead) && name.size() > lead.size()) {
      name.erase(0, lead.size());
      break;
    }
  }
  drop_unit(name);
  return name;
}

bool same_unit(std::string_view a, std::string_view b) {
  const std::string first = without_blanks(a), second = without_blanks(b);
  return first.empty() || second.empty() || first == second;
}

Catalogue::Catalogue(std::vector<StandardTable> tables, std::vector<Indicator> indicators)
    : tables_(std::move(tables)), indicators_(std::move(indicators)) {
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    const Indicator& indicator = indicators_[i];
    by_id_.emplace(indicator.id, i);
    std::set<std::string> names = {compared_name(indicator.name)}, rows;
    for (const auto* more : {&indicator.aliases, &indicator.former}) {
      for (const std::string& name : *more) names.insert(compared_name(name));
    }
    for (const std::string& name : indicator.row) rows.insert(compared_name(name));
    for (const std::string& name : names) by_name_.emplace(name, Named{i, false});
    for (const std::string& name : rows) {
      if (!names.contains(name)) by_name_.emplace(name, Named{i, true});
    }
  }
}

const Indicator* Catalogue::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &indicators_[found->second];
}

const StandardTable* Catalogue::find_table(std::string_view id) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const auto& t) { return t.id == id; });
  return found == tables_.end() ? nullptr : &*found;
}

const StandardTable* Catalogue::table_called(std::string_view title) const {
  const std::string compared = compared_name(title);
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const StandardTable& table) {
    return compared_name(table.name) == compared || holds(table.aliases, compared);
  });
  return found == tables_.end() ? nullptr : &*found;
}

/// All that fit best; the rows above are looked up first.
std::vector<const Indicator*> Catalogue::candidates(const PrintedName& printed) const {
  std::vector<const Indicator*> above;
  if (!printed.parents.empty()) {
    const PrintedName parent{printed.parents.front(), printed.parents.subspan(1), {}, printed.table};
    above = candidates(parent);
  }
  std::vector<const Indicator*> found;
  const auto below = [&](const Indicator& indicator) { return fit_below(find(indicator.parent), above); };
  const auto [begin, end] = by_name_.equal_range(compared_name(printed.label));
  for (auto it = begin; it != end; ++it) {
    const Indicator& indicator = indicators_[it->second.indicator];
    if (same_unit(indicator.unit, printed.unit) && (!it->second.below_parent || below(indicator) > 0))
      found.push_back(&indicator);
  }
  keep_best(found, [&](const Indicator& one) {
    return printed.parents.empty() ? static_cast<int>(one.parent.empty()) : below(one);
  });
  keep_best(found, [&](const Indicator& one) {
    return static_cast<int>(!printed.table.empty() && one.table == printed.table);
  });
  keep_best(found, [&](const Indicator& one) { return static_cast<int>(one.unit == printed.unit); });
  return found;
}

const Indicator* Catalogue::match(const PrintedName& printed) const {
  const std::vector<const Indicator*> found = candidates(printed);
  return found.size() == 1 ? found.front() : nullptr;
}

std::vector<std::string> Catalogue::nearest_names(std::string_view label, std::size_t most) const {
  const std::string name = compared_name(label);
  std::vector<std::pair<int, std::string>> found;
  for (const Indicator& indicator : indicators_) {
    int distance = text::edit_distance(name, compared_name(indicator.name));
    for (const std::string& alias : indicator.aliases)
      distance = std::min(distance, text::edit_distance(name, compared_name(alias)));
    const auto length = static_cast<int>(std::max(text::count_code_points(name), std::size_t{1}));
    if (distance < length) found.emplace_back(distance, indicator.name);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [distance, nearest] : found) {
    if (names.size() < most && std::find(names.begin(), names.end(), nearest) == names.end())
      names.push_back(nearest);
  }
  return names;
}

}  // namespace nianbao::model
