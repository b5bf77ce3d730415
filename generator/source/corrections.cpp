#include "source/corrections.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

#include "source/fields.h"

namespace nianbao::source {
namespace {

/// "2026-03-02", and a day that there is.
bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int year = 0;
  unsigned month = 0, day = 0;
  const auto reads = [](std::string_view digits, auto& number) {
    const char* end = digits.data() + digits.size();
    const bool signless = digits.front() >= '0' && digits.front() <= '9';
    return signless && std::from_chars(digits.data(), end, number).ptr == end;
  };
  if (!reads(text.substr(0, 4), year) || !reads(text.substr(5, 2), month) || !reads(text.substr(8, 2), day))
    return false;
  return year >= 1900 && (std::chrono::year(year) / month / day).ok();
}

model::Correction read_correction(Fields& fields) {
  model::Correction correction;
  correction.date = fields.required_text("date");
  correction.what = fields.required_text("what");
  correction.address = fields.text("address");
  correction.before = fields.required_text("before");
  correction.after = fields.required_text("after");
  correction.reason = fields.required_text("reason");
  correction.address_place = fields.place_of("address");
  correction.after_place = fields.place_of("after");
  if (!correction.date.empty() && !is_iso_day(correction.date)) {
    fields.sink().error("N203", fields.place_of("date"),
                        {fmt::format("日期 {} 要写成年-月-日", correction.date),
                         fmt::format("{} is no date of the form year-month-day", correction.date)},
                        {"例如：date = \"2026-03-02\"", "for example: date = \"2026-03-02\""});
    correction.date.clear();
  }
  fields.finish();
  return correction;
}

}  // namespace

std::vector<model::Correction> read_corrections(const ProjectFiles& files, const std::string& folder,
                                                DiagnosticSink& sink) {
  const std::string path = join(folder, "corrections.toml");
  std::vector<model::Correction> corrections;
  if (!files.is_file(path)) return corrections;
  auto text = files.read(path, sink);
  if (!text) return corrections;
  const auto document = parse_toml(std::move(*text), path, 1, sink);
  if (document == nullptr) return corrections;
  Fields root(*document, document->root, sink);
  for (Fields& fields : root.tables("corrections")) {
    model::Correction correction = read_correction(fields);
    const bool complete = !correction.date.empty() && !correction.what.empty() && !correction.after.empty();
    if (complete) corrections.push_back(std::move(correction));
  }
  root.finish();
  std::stable_sort(corrections.begin(), corrections.end(),
                   [](const auto& a, const auto& b) { return a.date > b.date; });
  return corrections;
}

}  // namespace nianbao::source
