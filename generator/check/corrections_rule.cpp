#include "check/corrections_rule.h"

#include <fmt/format.h>
#include <set>

#include "check/references_rule.h"

namespace nianbao::check {

void check_corrections(const model::Report& report, DiagnosticSink& sink) {
  std::set<const model::Cell*> corrected;  // by a later one: what an earlier one says was true then
  for (const model::Correction& correction : report.corrections) {
    if (correction.address.empty()) continue;
    model::AddressProblem problem;
    const auto datum = model::find_datum(report.tables, correction.address, problem);
    if (!datum) {
      report_address_problem(problem, correction.address, correction.address_place, sink);
      continue;
    }
    if (!corrected.insert(datum->cell).second) continue;
    if (compare(correction.after, *datum->cell) == Agreement::same) continue;
    const std::string& value = datum->cell->value.printed;
    const std::string where = fmt::format("{}:{}", datum->table->place.file, datum->cell->line);
    sink.error(
        "N503", correction.after_place,
        {fmt::format("更正后写 {}，数据是 {}（{}）", correction.after, value, where),
         fmt::format("the correction says {}, but the datum is {} ({})", correction.after, value, where)},
        {"把数据改过来，或改正 after", "correct the datum, or what the correction says"});
  }
}

}  // namespace nianbao::check
