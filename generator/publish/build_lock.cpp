#include "publish/build_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/files.h"
#include "publish/staging.h"

namespace nianbao::publish {
namespace {

/// The file we hold is still the one that has the name: a build that ended may have removed it while we were
/// opening it.
bool is_current(int descriptor, const std::filesystem::path& path) {
  struct stat held {
  }, named{};
  return ::fstat(descriptor, &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

}  // namespace

BuildLock::BuildLock(const std::filesystem::path& output)
    : path_(output.parent_path() / fmt::format(".{}.lock", output.filename().string())) {
  while (true) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) fail(path_);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const bool held_by_another = errno == EWOULDBLOCK;
      ::close(descriptor_);
      if (!held_by_another) fail(path_);
      throw PublishError(output, {"另一次生成正在进行", "another build is writing here"});
    }
    if (is_current(descriptor_, path_)) return;
    ::close(descriptor_);
  }
}

/// The file is removed while the lock is still held, so that nobody can hold a lock on a name that is about
/// to go.
BuildLock::~BuildLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace nianbao::publish
