#include "publish/exchange.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <unistd.h>

#include "diagnostics/system_reason.h"
#include "publish/staging.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_to_rename(const fs::path& from, const fs::path& to) {
  Wording why = last_system_reason();
  throw PublishError(from, {"不能改名为 " + to.string() + "：" + why.zh,
                            "cannot be renamed to " + to.string() + ": " + why.en});
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail_to_rename(from, to);
}

}  // namespace

void exchange(const fs::path& fresh, const fs::path& output) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(output, ignored))) return rename_or_throw(fresh, output);
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, output.c_str(), RENAME_EXCHANGE) == 0) return;
  const bool unsupported = errno == EINVAL || errno == ENOSYS;
  if (!unsupported) fail_to_rename(fresh, output);
  exchange_in_two_steps(fresh, output);
}

void exchange_in_two_steps(const fs::path& fresh, const fs::path& output) {
  const fs::path aside = name_aside(fresh);
  rename_or_throw(output, aside);
  try {
    rename_or_throw(fresh, output);
  } catch (const PublishError&) {
    rename_or_throw(aside, output);
    throw;
  }
  rename_or_throw(aside, fresh);
}

fs::path name_aside(const fs::path& fresh) {
  fs::path aside = fresh;
  return aside += ".old";
}

void restore_set_aside(const fs::path& aside, const fs::path& output) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(output, ignored))) fs::rename(aside, output, ignored);
}

}  // namespace nianbao::publish
