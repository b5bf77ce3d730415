#pragma once

#include <string>
#include <vector>

#include "compose/page.h"
#include "model/site.h"

/// The data of a report for other programs: each table as CSV and JSON, and what describes them.
namespace nianbao::compose {

/// A table as JSON, in the form in which data files of a project are written (docs/format.md): with its
/// bands, spans, levels and notes, every figure as printed.
std::string make_json(const model::Table& table);

/// Whether the table's CSV file is one rectangle of rows below one header of different names. Only such a
/// file can be described column by column; a form of several bands is described as JSON.
bool is_rectangular(const model::Table& table);

/// datapackage.json (Frictionless Data Package v1). `issuer` published the report.
std::string make_data_package(const model::Report& report, const model::Organisation& issuer,
                              const model::Site& site);

/// csv-metadata.json (W3C CSV on the Web) for the rectangular tables; empty when there is none.
std::string make_csvw_metadata(const model::Report& report, const model::Site& site);

/// All of these at their addresses, and the archive that holds them all; nothing for a report without tables.
std::vector<Download> open_data(const model::Report& report, const model::Organisation& issuer,
                                const model::Site& site);

/// How to cite the data of a report, after GB/T 7714: who, what, when, where.
std::string citation(const model::ReportSettings& report, const model::Organisation& issuer,
                     const model::Site& site);

}  // namespace nianbao::compose
