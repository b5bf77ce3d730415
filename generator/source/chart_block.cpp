#include "source/chart_block.h"

#include <fmt/format.h>
#include <sstream>

namespace nianbao::source {
namespace {

using model::ChartBlock;

std::string as_json(const toml::table& table) {
  std::ostringstream out;
  out << toml::json_formatter{table};
  return out.str();
}

/// A number with the letters it was written with; reported when it is none.
std::string number(Fields& fields, std::string_view key) {
  std::string written = fields.text(key);
  if (written.empty() || model::read_value(written).number) return written;
  fields.sink().error("N203", fields.place_of(key),
                      {fmt::format("{} 应是一个数，例如 {} = 95", key, key),
                       fmt::format("{} should be a number, such as {} = 95", key, key)});
  return {};
}

/// 0 where nothing is said or it cannot be.
int between(Fields& fields, std::string_view key, int least, int most) {
  const int value = fields.integer(key);
  if (!fields.has(key) || (value >= least && value <= most)) return value;
  fields.sink().error("N203", fields.place_of(key),
                      {fmt::format("{} 应在 {} 到 {} 之间", key, least, most),
                       fmt::format("{} should be from {} to {}", key, least, most)});
  return 0;
}

model::ChartSeries read_series(Fields fields) {
  model::ChartSeries series;
  series.label = fields.text("label");
  series.column = fields.text("column");
  series.type = fields.has("type") ? fields.choice("type", {"bar", "line", "area", "stepped"}, "")
                                   : fields.text("type");
  series.axis = fields.choice("axis", {"left", "right"}, "left");
  series.stack = fields.text("stack");
  series.values = fields.texts("values");
  series.x = fields.texts("x");
  series.size = fields.texts("size");
  fields.finish();
  return series;
}

model::ChartReference read_reference(Fields fields) {
  model::ChartReference reference;
  reference.value = number(fields, "value");
  reference.from = number(fields, "from");
  reference.to = number(fields, "to");
  reference.at = fields.text("at");
  reference.until = fields.text("until");
  reference.text = fields.text("text");
  reference.axis = fields.choice("axis", {"left", "right"}, "left");
  reference.dashed = fields.boolean("dashed", false);
  fields.finish();
  if (reference.value.empty() && reference.from.empty() && reference.to.empty() && reference.at.empty()) {
    fields.sink().error("N201", fields.place(),
                        {"参考线缺少位置：写 value = 95，或 from、to，或 at = \"2023\"",
                         "a reference has no place: write value = 95, or from and to, or at = \"2023\""});
  }
  return reference;
}

model::ChartBreak read_break(Fields fields) {
  model::ChartBreak change{fields.required_text("before"), fields.text("text")};
  fields.finish();
  return change;
}

void read_stacking(Fields& fields, ChartBlock& chart) {
  const toml::node* stacked = fields.toml().get("stacked");
  if (stacked == nullptr || !stacked->is_string()) {
    chart.stacked = fields.boolean("stacked", false);
    return;
  }
  chart.shares = fields.choice("stacked", {"100%"}, "") == "100%";
  chart.stacked = chart.shares;
}

/// Names of series, or tables of them.
void read_all_series(Fields& fields, ChartBlock& chart) {
  const toml::node* series = fields.toml().get("series");
  if (series != nullptr && series->is_array_of_tables()) {
    for (const Fields& one : fields.tables("series")) chart.given.push_back(read_series(one));
  } else {
    chart.series = fields.texts("series");
  }
  if (auto values = fields.texts("values"); !values.empty())
    chart.given.emplace_back().values = std::move(values);
}

}  // namespace

ChartBlock read_chart_block(Fields& fields, model::BlockHead head) {
  ChartBlock chart;
  chart.head = std::move(head);
  chart.type =
      fields.choice("type",
                    {"bar", "line", "area", "stepped", "scatter", "bubble", "pie", "doughnut", "polarArea",
                     "radar", "slope", "dumbbell", "pyramid", "bullet", "share", "waffle", "sparkline"},
                    "bar");
  chart.published = fields.boolean("published", true);
  chart.data = fields.text("data");
  chart.category = fields.text("category");
  read_all_series(fields, chart);
  chart.x = fields.text("x");
  chart.size = fields.text("size");
  chart.rows = fields.texts("rows");
  chart.by_row = fields.choice("by", {"row", "column"}, "column") == "row";
  chart.unit = fields.text("unit");
  chart.finding = fields.text("finding");
  chart.sort = fields.choice("sort", {"none", "ascending", "descending"}, "none");
  chart.horizontal = fields.maybe_boolean("horizontal");
  read_stacking(fields, chart);
  chart.panels = between(fields, "panels", 1, 6);
  chart.labels = fields.texts("labels");
  for (const Fields& reference : fields.tables("reference"))
    chart.references.push_back(read_reference(reference));
  for (const Fields& change : fields.tables("break")) chart.breaks.push_back(read_break(change));
  chart.height = between(fields, "height", 80, 2000);
  if (auto options = fields.table("options")) chart.options_json = as_json(options->toml());
  chart.config_file = fields.text("config");
  return chart;
}

}  // namespace nianbao::source
