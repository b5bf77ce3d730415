#include "pieces.h"
#include "source/csv.h"
#include "source/table_reader.h"
#include "table_rules.h"

using namespace nianbao;

/// Any CSV file with any sidecar: records as wide as the header, a sound table, or a problem that is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = fuzz::pieces(data, size, 2);
  DiagnosticSink sink;
  const auto records = source::parse_csv(files[0], "t.csv", sink);
  for (const source::CsvRecord& record : records) fuzz::require(record.size() == records[0].size());
  const auto table = source::read_csv_table(files[0], "data/t.csv", files[1], "data/t.toml", sink);
  if (table) fuzz::require_sound(*table);
  fuzz::require(table || !sink.sorted().empty());
  fuzz::require_told(sink);
  return 0;
}
