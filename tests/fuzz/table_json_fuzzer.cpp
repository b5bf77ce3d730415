#include "source/table_reader.h"
#include "table_rules.h"

using namespace nianbao;

/// Any JSON data file gives a sound table, or a problem that is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  DiagnosticSink sink;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto table = source::read_json_table(text, "data/t.json", sink);
  if (table) fuzz::require_sound(*table);
  fuzz::require(table || !sink.sorted().empty());
  fuzz::require_told(sink);
  return 0;
}
