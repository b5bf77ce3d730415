#include "publish/exchange.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "publish/staging.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

void rename_or_throw(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    throw PublishError(fmt::format("{} -> {}: {}", from.string(), to.string(), std::strerror(errno)));
  }
}

void exchange_in_two_steps(const fs::path& fresh, const fs::path& output) {
  fs::path aside = fresh;
  aside += ".old";
  rename_or_throw(output, aside);
  try {
    rename_or_throw(fresh, output);
  } catch (const PublishError&) {
    rename_or_throw(aside, output);
    throw;
  }
  rename_or_throw(aside, fresh);
}

}  // namespace

void exchange(const fs::path& fresh, const fs::path& output) {
  std::error_code ignored;
  if (!fs::exists(output, ignored)) return rename_or_throw(fresh, output);
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, output.c_str(), RENAME_EXCHANGE) == 0) return;
  const bool unsupported = errno == EINVAL || errno == ENOSYS;
  if (!unsupported) throw PublishError(fmt::format("{} -> {}: {}", fresh.string(), output.string(), std::strerror(errno)));
  exchange_in_two_steps(fresh, output);
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace nianbao::publish
