#include "publish/output_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unistd.h>
#include <vector>

#include "diagnostics/system_reason.h"
#include "publish/exchange.h"
#include "publish/manifest.h"
#include "publish/staging.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

bool contains(const fs::path& folder, const fs::path& inner) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end());
  return end == folder.end();
}

std::string staging_prefix(const fs::path& output) {
  return fmt::format(".{}.staging-", output.filename().string());
}

/// The prefix, a number, and perhaps ".old".
bool is_staging_name(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return false;
  name.remove_prefix(prefix.size());
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  return digits > 0 && (digits == name.size() || name.substr(digits) == ".old");
}

}  // namespace

void require_usable_output(const fs::path& output, const fs::path& project) {
  std::error_code error;
  if (!output.has_relative_path() || output == output.root_path())
    throw PublishError(output, {"不能把网站写到根目录", "a site cannot be written to the root folder"});
  const fs::path real = fs::weakly_canonical(output, error);
  if (contains(real, fs::weakly_canonical(project, error)))
    throw PublishError(output, {"输出文件夹不能是项目本身或它的上级",
                                "the output cannot be the project or a folder above it"});
  const fs::file_status status = fs::symlink_status(output, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) throw PublishError(output, system_reason(error));
  if (status.type() == fs::file_type::symlink)
    throw PublishError(output, {"是符号链接", "it is a symbolic link"});
  if (status.type() != fs::file_type::directory)
    throw PublishError(output, {"已有同名文件", "there is a file of this name"});
  const bool empty = fs::is_empty(output, error);
  if (!error && !empty && !has_manifest(output)) {
    throw PublishError(output, {"文件夹里有别的东西，不像已发布的网站；请换一个空文件夹",
                                "the folder holds other things than a published site; choose an empty one"});
  }
}

void require_site_path(std::string_view path) {
  const auto bad = [&] { throw PublishError(path, {"不是网站里的路径", "not a path inside a site"}); };
  if (path.empty() || path.front() == '/' || path.find('\\') != path.npos || path.find('\0') != path.npos)
    bad();
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == ".." || part.size() > 255) bad();
    begin = end + 1;
  }
}

fs::path staging_folder(const fs::path& output) {
  return output.parent_path() / fmt::format("{}{}", staging_prefix(output), ::getpid());
}

void clear_up_after_killed_builds(const fs::path& output) {
  std::error_code ignored;
  const std::string prefix = staging_prefix(output);
  std::vector<fs::path> left_behind;
  for (const auto& entry : fs::directory_iterator(output.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_staging_name(name, prefix)) left_behind.push_back(entry.path());
  }
  for (const fs::path& folder : left_behind) {
    if (folder.extension() == ".old") restore_set_aside(folder, output);
    fs::remove_all(folder, ignored);
  }
}

}  // namespace nianbao::publish
