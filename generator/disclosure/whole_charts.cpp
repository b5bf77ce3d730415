#include "disclosure/whole_charts.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "diagnostics/json_place.h"
#include "disclosure/counted_cells.h"

namespace nianbao::disclosure {
namespace {

using Json = nlohmann::ordered_json;

/// Nobody writes deeper ones; they are refused where charts are drawn.
constexpr std::size_t deepest = 60;

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

/// What a configuration counts.
class Configuration {
 public:
  explicit Configuration(const model::ChartBlock& chart) {
    if (chart.config.empty() || json_depth(chart.config) > deepest) return;
    json_ = Json::parse(chart.config, nullptr, false);
    if (!json_.is_object()) return;
    const Json own = json_.value("nianbao", Json::object()), data = json_.value("data", Json::object());
    unit_ = own.is_object() && own.contains("unit") ? text_of(own["unit"]) : chart.unit;
    if (data.is_object() && data.contains("labels") && data["labels"].is_array()) {
      for (const Json& label : data["labels"]) labels_.push_back(text_of(label));
    }
    is_read_ = data.is_object() && data.contains("datasets") && data["datasets"].is_array();
  }

  /// Groups of something: the values of years are none.
  bool has_groups() const { return is_read_ && (labels_.empty() || !are_years(labels_)); }
  const std::string& unit() const { return unit_; }

  /// The data of each dataset, with the number of the dataset.
  void for_each_data(auto visit) {
    Json& datasets = json_["data"]["datasets"];
    for (std::size_t d = 0; d < datasets.size(); ++d) {
      if (datasets[d].is_object() && datasets[d].contains("data")) visit(d, datasets[d]["data"]);
    }
  }

  void withhold(std::size_t dataset, std::size_t value) {
    json_["data"]["datasets"][dataset]["data"][value] = nullptr;
    Json& own = json_["nianbao"];
    if (!own.is_object()) own = Json::object();
    place(own, "states", dataset, value) = "withheld";
    if (own.contains("printed")) place(own, "printed", dataset, value) = "";
  }

  std::string text() const { return json_.dump(-1, ' ', false, Json::error_handler_t::replace); }

 private:
  /// Of a list for each dataset, as long as it must be.
  static Json& place(Json& own, const char* key, std::size_t dataset, std::size_t value) {
    Json& lists = own[key];
    if (!lists.is_array()) lists = Json::array();
    while (lists.size() <= dataset) lists.push_back(Json::array());
    Json& list = lists[dataset];
    if (!list.is_array()) list = Json::array();
    while (list.size() <= value) list.push_back("");
    return list[value];
  }

  Json json_;
  std::string unit_;
  std::vector<std::string> labels_;
  bool is_read_ = false;
};

bool is_small(const Json& value, int below) {
  return value.is_number() && value.get<double>() > 0 && value.get<double>() < below;
}

bool is_small_and_whole(const Json& value, int below) {
  return is_small(value, below) && value.get<double>() == static_cast<int>(value.get<double>());
}

/// Whether a small count may stand in there, however deep.
bool may_hold_small(const Json& value, int below) {
  if (value.is_string()) {
    const model::Value printed = model::read_value(value.get<std::string>());
    return printed.number && text::Decimal{0, 0} < *printed.number &&
           *printed.number < text::Decimal{below, 0} && printed.number->scale == 0;
  }
  if (!value.is_structured()) return is_small_and_whole(value, below);
  return std::any_of(value.begin(), value.end(),
                     [&](const Json& part) { return may_hold_small(part, below); });
}

}  // namespace

std::size_t withhold_in_configuration(model::ChartBlock& chart, int below) {
  Configuration configuration(chart);
  if (!configuration.has_groups() || !is_unit_of_persons(configuration.unit())) return 0;
  std::vector<std::pair<std::size_t, std::size_t>> small;
  configuration.for_each_data([&](std::size_t dataset, const Json& data) {
    for (std::size_t i = 0; data.is_array() && i < data.size(); ++i) {
      if (is_small(data[i], below)) small.emplace_back(dataset, i);
    }
  });
  for (const auto& [dataset, value] : small) configuration.withhold(dataset, value);
  if (!small.empty()) chart.config = configuration.text();
  return small.size();
}

void check_configurations(const model::Report& report, DiagnosticSink& sink) {
  const model::SmallCounts& rule = report.settings.small_counts;
  const auto check = [&](const model::ChartBlock& chart) {
    Configuration configuration(chart);
    if (!configuration.has_groups()) return;
    const std::string& unit = configuration.unit();
    if (!unit.empty() && !is_unit_of_persons(unit)) return;
    bool is_unclear = false;
    configuration.for_each_data([&](std::size_t, const Json& data) {
      if (!data.is_array()) is_unclear = is_unclear || may_hold_small(data, rule.below);
      for (std::size_t i = 0; data.is_array() && i < data.size(); ++i) {
        const bool could_be_withheld = !unit.empty() && data[i].is_number();
        is_unclear = is_unclear || (!could_be_withheld && may_hold_small(data[i], rule.below));
      }
    });
    if (!is_unclear) return;
    sink.warning(
        "N515", chart.head.place,
        {fmt::format("{} 里有小于 {} 的数，看不出是不是人数，照原样公布", chart.config_file, rule.below),
         fmt::format("{} holds numbers below {}; it cannot be told whether they count persons, and they are "
                     "published",
                     chart.config_file, rule.below)},
        {"在配置里写 \"nianbao\": { \"unit\": \"人\" }（不是人数就写别的单位），每个标签对应一个数",
         "write \"nianbao\": { \"unit\": \"人\" } in it (or another unit), with one number for each label"});
  };
  if (rule.below == 0) return;
  model::for_each_narrative(report, [&](const model::Narrative& narrative) {
    for (const model::Block& block : narrative.blocks) {
      const auto* chart = std::get_if<model::ChartBlock>(&block);
      const bool is_exempt = chart == nullptr || std::find(rule.exempt.begin(), rule.exempt.end(),
                                                           chart->head.id) != rule.exempt.end();
      if (!is_exempt && chart->published) check(*chart);
    }
  });
}

}  // namespace nianbao::disclosure
