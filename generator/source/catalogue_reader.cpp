#include "source/catalogue_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

#include "source/fields.h"
#include "source/standard_catalogue.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Indicator;

template <typename Value, std::size_t size>
Value value_named(const std::array<std::pair<std::string_view, Value>, size>& names, std::string_view name,
                  Value otherwise) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == name; });
  return found == names.end() ? otherwise : found->second;
}

constexpr std::array<std::pair<std::string_view, model::Aggregation>, 5> aggregations = {
    {{"sum", model::Aggregation::sum},
     {"ratio_of_sums", model::Aggregation::ratio_of_sums},
     {"weighted_mean", model::Aggregation::weighted_mean},
     {"median", model::Aggregation::median},
     {"none", model::Aggregation::none}}};
constexpr std::array<std::pair<std::string_view, model::Counts>, 7> kinds_counted = {
    {{"things", model::Counts::things},
     {"persons", model::Counts::persons},
     {"person_times", model::Counts::person_times},
     {"money", model::Counts::money},
     {"hours", model::Counts::hours},
     {"rate", model::Counts::rate},
     {"ratio", model::Counts::ratio}}};
constexpr std::array<std::pair<std::string_view, model::Direction>, 3> directions = {
    {{"none", model::Direction::none}, {"more", model::Direction::more}, {"less", model::Direction::less}}};
constexpr std::array<std::pair<std::string_view, model::Breakdown>, 3> breakdowns = {
    {{"exclusive", model::Breakdown::exclusive},
     {"overlapping", model::Breakdown::overlapping},
     {"partial", model::Breakdown::partial}}};

void add_texts(std::vector<std::string>& to, std::vector<std::string> more) {
  for (std::string& text : more) {
    if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
  }
}

void add_years(std::vector<int>& to, const std::vector<int>& more) {
  std::vector<int> all;
  std::ranges::set_union(to, more, std::back_inserter(all));
  to = std::move(all);
}

std::string standard_text() {
  std::string text;
  for (const std::string_view piece : standard_catalogue_toml) text += piece;
  return text;
}

/// Gathers the catalogue file by file; a later file completes what an earlier one says.
class CatalogueReader {
 public:
  explicit CatalogueReader(DiagnosticSink& sink) : sink_(sink) {}

  void read(std::string text, const std::string& file) {
    const auto document = parse_toml(std::move(text), file, 1, sink_);
    if (document == nullptr) return;
    Fields fields(*document, document->root, sink_);
    for (Fields& table : fields.tables("table")) read_table(table);
    for (Fields& indicator : fields.tables("indicator")) read_indicator(indicator);
    fields.finish();
  }

  model::Catalogue finish() {
    for (const Indicator& indicator : indicators_) {
      check_id(indicator, "parent", indicator.parent);
      check_id(indicator, "numerator", indicator.numerator);
      check_id(indicator, "denominator", indicator.denominator);
      check_id(indicator, "weight", indicator.weight);
      check_aggregation(indicator);
    }
    return model::Catalogue(std::move(tables_), std::move(indicators_));
  }

 private:
  void read_table(Fields& fields) {
    model::StandardTable table;
    table.id = fields.required_text("id");
    table.number = fields.integer("number");
    table.name = fields.required_text("name");
    table.name_en = fields.text("name_en");
    table.aliases = fields.texts("aliases");
    fields.finish();
    const auto known =
        std::find_if(tables_.begin(), tables_.end(), [&](const auto& t) { return t.id == table.id; });
    if (known == tables_.end())
      tables_.push_back(std::move(table));
    else
      *known = std::move(table);
  }

  void read_indicator(Fields& fields) {
    const std::string id = fields.required_text("id");
    auto known =
        std::find_if(indicators_.begin(), indicators_.end(), [&](const auto& i) { return i.id == id; });
    const bool is_new = known == indicators_.end();
    Indicator indicator = is_new ? Indicator{} : *known;
    indicator.id = id;
    indicator.place = fields.place();
    if (is_new) fields.required_text("name");
    const Indicator before = indicator;
    for (const auto& [key, member] : texts_) {
      const bool is_unit_of_new = is_new && member == &Indicator::unit_en;  // a number keeps its unit
      indicator.*member = fields.text(key, is_unit_of_new ? indicator.unit : indicator.*member);
    }
    // English words of others than these would tell the page's readers something else.
    for (const auto& [words, english] : {std::pair{&Indicator::definition, &Indicator::definition_en},
                                         std::pair{&Indicator::plain, &Indicator::plain_en}}) {
      if (indicator.*words != before.*words && indicator.*english == before.*english)
        (indicator.*english).clear();
    }
    add_texts(indicator.aliases, fields.texts("aliases"));
    add_texts(indicator.former, fields.texts("former"));
    add_texts(indicator.row, fields.texts("row"));
    // What is not said stays as it was; asked for all the same, so that the keys are known.
    const std::string breakdown = fields.choice("breakdown", {"exclusive", "overlapping", "partial"}, "");
    const std::string direction = fields.choice("direction", {"more", "less", "none"}, "");
    const std::string aggregation =
        fields.choice("aggregation", {"sum", "ratio_of_sums", "weighted_mean", "median", "none"}, "");
    const std::string counts =
        fields.choice("counts", {"things", "persons", "person_times", "money", "hours", "rate", "ratio"}, "");
    indicator.breakdown = value_named(breakdowns, breakdown, indicator.breakdown);
    indicator.direction = value_named(directions, direction, indicator.direction);
    indicator.aggregation = value_named(aggregations, aggregation, indicator.aggregation);
    indicator.counts = value_named(kinds_counted, counts, indicator.counts);
    indicator.percent = fields.boolean("percent", indicator.percent);
    indicator.exempt = fields.boolean("exempt", indicator.exempt);
    for (Fields& change : fields.tables("breaks")) {
      indicator.breaks.push_back({change.year("year"), change.required_text("text")});
      if (!change.has("year")) change.required_text("year");
      change.finish();
    }
    indicator.since = fields.year("since", indicator.since);
    indicator.until = fields.year("until", indicator.until);
    add_years(indicator.asked_in, fields.years("asked_in"));
    fields.finish();
    check_years(indicator, fields);
    if (is_new)
      indicators_.push_back(std::move(indicator));
    else
      *known = std::move(indicator);
  }

  /// Neither `since` nor `until` denies a year in whose tables the indicator is known to have stood.
  void check_years(const Indicator& indicator, const Fields& fields) {
    const auto& [since, until, asked] = std::tie(indicator.since, indicator.until, indicator.asked_in);
    const auto report = [&](std::string_view key, int year, std::string_view other, int other_year) {
      sink_.error("N215", fields.place_of(fields.has(key) ? key : other),
                  {fmt::format("指标 {} 的年份互相矛盾：{} 是 {}，{} 却有 {}", indicator.id, key, year, other,
                               other_year),
                   fmt::format("the years of the indicator {} contradict each other: {} is {}, yet {} has {}",
                               indicator.id, key, year, other, other_year)});
    };
    if (until != 0 && since > until) report("since", since, "until", until);
    if (!asked.empty() && asked.front() < since) report("since", since, "asked_in", asked.front());
    if (!asked.empty() && until != 0 && asked.back() > until)
      report("until", until, "asked_in", asked.back());
  }

  void check_id(const Indicator& indicator, std::string_view key, const std::string& id) {
    const bool known = id.empty() || std::any_of(indicators_.begin(), indicators_.end(),
                                                 [&](const Indicator& other) { return other.id == id; });
    if (known) return;
    std::vector<std::string> ids;
    for (const Indicator& other : indicators_) ids.push_back(other.id);
    const auto near = text::nearest(id, ids);
    sink_.error("N211", indicator.place,
                {fmt::format("指标 {} 的 {}：没有指标 {}", indicator.id, key, id),
                 fmt::format("{} of the indicator {}: there is no indicator {}", key, indicator.id, id)},
                near ? Wording{fmt::format("是不是 {}？", *near), fmt::format("did you mean {}?", *near)}
                     : Wording{});
  }

  /// What is aggregated needs to know from what.
  void check_aggregation(const Indicator& indicator) {
    using enum model::Aggregation;
    const bool lacks_ratio = indicator.aggregation == ratio_of_sums &&
                             (indicator.numerator.empty() || indicator.denominator.empty());
    const bool lacks_weight = indicator.aggregation == weighted_mean && indicator.weight.empty();
    if (lacks_ratio)
      sink_.error("N211", indicator.place,
                  {fmt::format("指标 {} 按总数之比汇总，要写 numerator 和 denominator", indicator.id),
                   fmt::format("the indicator {} is a ratio of sums: it needs numerator and denominator",
                               indicator.id)});
    if (lacks_weight)
      sink_.error("N211", indicator.place,
                  {fmt::format("指标 {} 按加权平均汇总，要写 weight", indicator.id),
                   fmt::format("the indicator {} is a weighted mean: it needs weight", indicator.id)});
  }

  static constexpr std::pair<std::string_view, std::string Indicator::*> texts_[] = {
      {"name", &Indicator::name},
      {"name_en", &Indicator::name_en},
      {"unit", &Indicator::unit},
      {"unit_en", &Indicator::unit_en},
      {"table", &Indicator::table},
      {"number", &Indicator::number},
      {"parent", &Indicator::parent},
      {"definition", &Indicator::definition},
      {"definition_en", &Indicator::definition_en},
      {"plain", &Indicator::plain},
      {"plain_en", &Indicator::plain_en},
      {"numerator", &Indicator::numerator},
      {"denominator", &Indicator::denominator},
      {"weight", &Indicator::weight}};

  DiagnosticSink& sink_;
  std::vector<model::StandardTable> tables_;
  std::vector<Indicator> indicators_;
};

}  // namespace

model::Catalogue read_catalogue(const ProjectFiles& files, DiagnosticSink& sink) {
  CatalogueReader reader(sink);
  reader.read(standard_text(), "catalogue/indicators.toml");
  const std::string path = "indicators.toml";
  if (files.is_file(path)) {
    if (auto text = files.read(path, sink)) reader.read(std::move(*text), path);
  }
  return reader.finish();
}

model::Catalogue standard_catalogue() {
  DiagnosticSink sink;
  CatalogueReader reader(sink);
  reader.read(standard_text(), "catalogue/indicators.toml");
  return reader.finish();
}

}  // namespace nianbao::source
