#include "publish/output_folder.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/manifest.h"
#include "publish/staging.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

bool contains(const fs::path& folder, const fs::path& inner) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end());
  return end == folder.end();
}

[[noreturn]] void refuse(const fs::path& output, std::string_view why) { throw PublishError(fmt::format("{}: {}", output.string(), why)); }

}  // namespace

void require_usable_output(const fs::path& output, const fs::path& project) {
  std::error_code error;
  if (!output.has_relative_path() || output == output.root_path()) refuse(output, "不能把网站写到根目录 / a site cannot be written to the root folder");
  const fs::path real = fs::weakly_canonical(output, error);
  if (contains(real, fs::weakly_canonical(project, error))) refuse(output, "输出文件夹不能是项目本身或它的上级 / the output cannot be the project or a folder above it");
  const fs::file_status status = fs::symlink_status(output, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) refuse(output, error.message());
  if (status.type() == fs::file_type::symlink) refuse(output, "是符号链接 / it is a symbolic link");
  if (status.type() != fs::file_type::directory) refuse(output, "已有同名文件 / there is a file of this name");
  const bool empty = fs::is_empty(output, error);
  if (!error && !empty && !has_manifest(output)) {
    refuse(output, "文件夹里有别的东西，不像已发布的网站；请换一个空文件夹 / the folder holds other things than a published site; choose an empty one");
  }
}

void require_site_path(std::string_view path) {
  const auto bad = [&] { throw PublishError(fmt::format("not a path inside a site: {}", path)); };
  if (path.empty() || path.front() == '/' || path.find('\\') != path.npos || path.find('\0') != path.npos) bad();
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == ".." || part.size() > 255) bad();
    begin = end + 1;
  }
}

std::string staging_prefix(const fs::path& output) { return fmt::format(".{}.staging-", output.filename().string()); }

void remove_stale_staging(const fs::path& output) {
  std::error_code error;
  const std::string prefix = staging_prefix(output);
  for (const auto& entry : fs::directory_iterator(output.parent_path(), error)) {
    std::error_code ignored;
    if (entry.path().filename().string().starts_with(prefix)) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace nianbao::publish
