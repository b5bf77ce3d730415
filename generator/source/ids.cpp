#include "source/ids.h"

#include <algorithm>
#include <fmt/format.h>

namespace nianbao::source {

bool is_plain_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void report_id(std::string_view id, const Place& place, DiagnosticSink& sink) {
  sink.error("N301", place,
             {fmt::format("标识 {} 只能用拉丁字母、数字和“-”", id),
              fmt::format("the id {} may hold Latin letters, digits and \"-\" only", id)},
             {"改成例如 id = \"graduates\"", "write for example id = \"graduates\""});
}

}  // namespace nianbao::source
