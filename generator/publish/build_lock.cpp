#include "publish/build_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "publish/staging.h"

namespace nianbao::publish {

BuildLock::BuildLock(const std::filesystem::path& output) : path_(output.parent_path() / fmt::format(".{}.lock", output.filename().string())) {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw PublishError(fmt::format("{}: {}", output.string(), std::strerror(errno)));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw PublishError(fmt::format("{}: 另一次生成正在进行 / another build is writing here", output.string()));
  }
}

/// The file is removed while the lock is still held, so that no second build can lock a name that is about to go.
BuildLock::~BuildLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace nianbao::publish
