#include "diagnostics/json_error.h"

#include <fmt/format.h>

namespace nianbao {
namespace {

/// The part of `text` between two marks; empty when the first is not there, to the end when the second is
/// not.
std::string_view between(std::string_view text, std::string_view first, std::string_view second) {
  const std::size_t begin = text.find(first);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + first.size());
  return text.substr(0, text.find(second));
}

}  // namespace

Wording explain_json_error(std::string_view what) {
  const std::string_view found = between(what, "unexpected ", ";");
  if (found == "end of input")
    return {"JSON 写法有误：文件没有写完", "this is not JSON: the file ends too early"};
  if (found == "string literal") {
    return {"JSON 写法有误：这段文字前面缺少逗号或冒号",
            "this is not JSON: a comma or colon is missing before this text"};
  }
  if (!found.empty()) {
    return {fmt::format("JSON 写法有误：这里不应是 {}", found),
            fmt::format("this is not JSON: unexpected {}", found)};
  }
  if (what.find("overflow") == std::string_view::npos) return {};
  return {"JSON 写法有误：数太大", "this is not JSON: a number is too large"};
}

}  // namespace nianbao
