#pragma once

#include "check/check.h"

namespace nianbao::check {

/// Every link of every narrative that names something of the project: ref:ID, ref:/address#ID,
/// data:TABLE.ROW.COLUMN.
void check_references(const model::Report& report, const model::ReportLabels& labels,
                      const KnownAddresses& known, DiagnosticSink& sink);

/// Reports why a datum's address leads nowhere.
void report_address_problem(const model::AddressProblem& problem, std::string_view address,
                            const Place& place, DiagnosticSink& sink);

}  // namespace nianbao::check
