#include "cli/exception_words.h"

#include <filesystem>
#include <fmt/format.h>
#include <new>

#include "diagnostics/system_reason.h"
#include "publish/staging.h"

namespace nianbao::cli {
namespace {

Wording behind(const std::filesystem::path& path, const Wording& reason) {
  return {fmt::format("{}：{}", path.string(), reason.zh), fmt::format("{}: {}", path.string(), reason.en)};
}

}  // namespace

Wording words_of(const std::exception& problem) {
  if (const auto* error = dynamic_cast<const publish::PublishError*>(&problem))
    return behind(error->path, error->reason);
  if (const auto* error = dynamic_cast<const std::filesystem::filesystem_error*>(&problem))
    return behind(error->path1(), system_reason(error->code()));
  if (dynamic_cast<const std::bad_alloc*>(&problem) != nullptr) return {"内存不够", "out of memory"};
  return {problem.what(), problem.what()};
}

}  // namespace nianbao::cli
