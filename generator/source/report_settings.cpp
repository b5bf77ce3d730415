#include "source/report_settings.h"

#include <array>
#include <fmt/format.h>

#include "diagnostics/suggestion.h"
#include "model/counters.h"
#include "source/fields.h"

namespace nianbao::source {
namespace {

using model::Counted;
using model::Counter;
using model::Scope;

struct CounterName {
  std::string_view key;
  Counted counted;
  std::string_view label;
  Scope scope;
  int digits;
};

constexpr std::array<CounterName, 6> counter_names = {
    {{"figure", Counted::figure, "图", Scope::chapter, 1},
     {"table", Counted::table, "表", Scope::chapter, 1},
     {"chart", Counted::chart, "分析图", Scope::chapter, 1},
     {"diagram", Counted::diagram, "图", Scope::chapter, 1},
     {"case", Counted::case_narrative, "案例", Scope::report, 2},
     {"appendix", Counted::appendix, "附表", Scope::report, 1}}};

std::optional<Counted> counted(std::string_view key) {
  for (const CounterName& name : counter_names) {
    if (name.key == key) return name.counted;
  }
  return std::nullopt;
}

Counter default_counter(const CounterName& name) {
  Counter counter{std::string(name.label), name.scope, name.digits, std::nullopt};
  if (name.counted == Counted::diagram) counter.with = Counted::figure;
  return counter;
}

int integer_between(Fields& fields, std::string_view key, int otherwise, int least, int most) {
  const int value = fields.integer(key, otherwise);
  if (value == otherwise || (value >= least && value <= most)) return value;
  fields.sink().error("N203", fields.place_of(key),
                      {fmt::format("{} 应为 {} 到 {}", key, least, most),
                       fmt::format("{} should be {} to {}", key, least, most)});
  return otherwise;
}

Counter read_counter(Fields fields, const CounterName& name) {
  Counter counter = default_counter(name);
  if (fields.has("with")) {
    const std::string with =
        fields.choice("with", {"figure", "table", "chart", "diagram", "case", "appendix"}, "figure");
    counter.with = counted(with);
    if (counter.with == name.counted) counter.with.reset();
  } else {
    counter.with.reset();
  }
  counter.label = fields.text("label", counter.label);
  counter.scope = fields.choice("scope", {"chapter", "report"},
                                name.scope == Scope::chapter ? "chapter" : "report") == "chapter"
                      ? Scope::chapter
                      : Scope::report;
  counter.digits = integer_between(fields, "digits", name.digits, 1, 6);
  fields.finish();
  return counter;
}

/// figure = { with = "diagram" } beside diagrams that count with figures: nothing would be left to count
/// with.
void break_circles(model::Numbering& numbering, const Fields& fields) {
  for (const CounterName& name : counter_names) {
    Counter& counter = numbering.counters[name.counted];
    if (!counter.with || !numbering.counters[model::leader(numbering, name.counted)].with) continue;
    counter.with.reset();
    fields.sink().error("N203", fields.place_of(name.key),
                        {fmt::format("{} 的 with 绕成一圈", name.key),
                         fmt::format("the with of {} goes in a circle", name.key)},
                        {"其中一种要单独编号", "one of the kinds has to count by itself"});
  }
}

model::Numbering read_numbering(std::optional<Fields> fields) {
  model::Numbering numbering;
  for (const CounterName& name : counter_names) numbering.counters[name.counted] = default_counter(name);
  if (!fields) return numbering;
  const std::string headings = fields->choice("headings", {"chinese", "decimal", "none"}, "chinese");
  numbering.headings = headings == "decimal" ? model::HeadingStyle::decimal
                       : headings == "none"  ? model::HeadingStyle::none
                                             : model::HeadingStyle::chinese;
  for (const CounterName& name : counter_names) {
    if (auto counter = fields->table(name.key))
      numbering.counters[name.counted] = read_counter(*counter, name);
  }
  fields->finish();
  break_circles(numbering, *fields);
  return numbering;
}

void require_indicator(const Fields& fields, const std::string& id, const model::Catalogue& catalogue) {
  if (id.empty() || catalogue.find(id) != nullptr) return;
  std::vector<std::string> known;
  for (const auto& indicator : catalogue.indicators()) known.push_back(indicator.id);
  fields.sink().error("N211", fields.place_of("indicator"),
                      {fmt::format("没有指标 {}", id), fmt::format("there is no indicator {}", id)},
                      suggest(id, known));
}

model::IndicatorBreak read_break(Fields fields, const model::Catalogue& catalogue) {
  model::IndicatorBreak change;
  change.indicator = fields.required_text("indicator");
  change.year = fields.year("year");
  if (!fields.has("year")) fields.required_text("year");
  change.text = fields.required_text("text");
  fields.finish();
  require_indicator(fields, change.indicator, catalogue);
  return change;
}

model::KeyFigure read_key_figure(Fields fields, const model::Catalogue& catalogue) {
  model::KeyFigure figure;
  figure.place = fields.place();
  figure.indicator = fields.text("indicator");
  figure.label = fields.text("label");
  figure.value_address = fields.text("value");
  figure.text = fields.text("text");
  figure.unit = fields.text("unit");
  figure.year = fields.text("year");
  figure.note = fields.text("note");
  fields.finish();
  require_indicator(fields, figure.indicator, catalogue);
  if (figure.indicator.empty() && figure.label.empty()) {
    fields.sink().error("N201", figure.place,
                        {"关键数据缺少 indicator 或 label", "a key figure needs an indicator or a label"});
  }
  if (figure.value_address.empty() == figure.text.empty()) {
    fields.sink().error("N201", figure.place,
                        {"关键数据要有 value（数据地址）或 text（原文），二者取一",
                         "a key figure needs either value (the address of a datum) or text (as printed)"});
  }
  return figure;
}

}  // namespace

int read_small_counts_below(Fields& fields, int otherwise) {
  return integer_between(fields, "below", otherwise, 0, 1'000'000);
}

std::optional<model::ReportSettings> read_report_settings(const ProjectFiles& files,
                                                          const std::string& folder,
                                                          const std::string& address, const model::Site& site,
                                                          DiagnosticSink& sink) {
  const std::string path = join(folder, "report.toml");
  auto text = files.read(path, sink);
  if (!text) return std::nullopt;
  const auto document = parse_toml(std::move(*text), path, 1, sink);
  if (!document) return std::nullopt;
  Fields fields(*document, document->root, sink);
  model::ReportSettings settings;
  settings.address = address;
  settings.folder = folder;
  settings.place = {path, 1, 1};
  settings.title = fields.required_text("title");
  settings.year = fields.year("year");
  if (!fields.has("year")) fields.required_text("year");
  settings.edition = fields.text("edition");
  settings.issued = fields.text("issued");
  settings.issuer = fields.text("issuer");
  settings.tag = fields.text("tag");
  settings.data_year = fields.text("data_year");
  settings.source = fields.text("source");
  settings.note = fields.text("note");
  settings.summary = fields.text("summary");
  settings.majors = fields.text("majors");
  settings.partners = fields.texts("partners");
  settings.services = fields.texts("services");
  settings.kind = fields.choice("kind", {"report", "feature"}, "report") == "feature"
                      ? model::ReportKind::feature
                      : model::ReportKind::report;
  settings.numbering = read_numbering(fields.table("numbering"));
  settings.small_counts.below = site.small_counts_below;
  if (auto small_counts = fields.table("small_counts")) {
    settings.small_counts.below = read_small_counts_below(*small_counts, site.small_counts_below);
    settings.small_counts.exempt = small_counts->texts("exempt");
    settings.small_counts.place = small_counts->place_of("exempt");
    small_counts->finish();
  }
  for (const Fields& change : fields.tables("breaks"))
    settings.breaks.push_back(read_break(change, site.catalogue));
  for (const Fields& figure : fields.tables("key_figures"))
    settings.key_figures.push_back(read_key_figure(figure, site.catalogue));
  fields.tables("parts");  // read with the report itself
  fields.finish();
  return settings;
}

}  // namespace nianbao::source
