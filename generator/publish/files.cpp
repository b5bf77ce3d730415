#include "publish/files.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/system_reason.h"
#include "publish/staging.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed at the end of its scope.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }
  /// Closes, which is when some file systems report that the disk is full.
  bool close() {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    return ::close(descriptor) == 0;
  }

 private:
  int descriptor_;
};

using Buffer = std::array<char, 64 * 1024>;

/// -1 on an error, 0 at the end.
ssize_t read_some(const OpenFile& file, Buffer& buffer) {
  ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
  while (count < 0 && errno == EINTR) count = ::read(file.get(), buffer.data(), buffer.size());
  return count;
}

bool is_regular_of_size(const OpenFile& file, std::size_t size) {
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::size_t>(status.st_size) == size;
}

}  // namespace

void fail(const fs::path& path) { throw PublishError(path, last_system_reason()); }

std::string read_file(const fs::path& path) {
  const OpenFile file(path, O_RDONLY);
  if (!file.is_open()) fail(path);
  std::string bytes;
  Buffer buffer;
  ssize_t count = 0;
  while ((count = read_some(file, buffer)) > 0) bytes.append(buffer.data(), static_cast<std::size_t>(count));
  if (count < 0) fail(path);
  return bytes;
}

void write_new_file(const fs::path& path, std::string_view bytes, bool durable) {
  OpenFile file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) fail(path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(path);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (durable && ::fsync(file.get()) != 0) fail(path);
  if (!file.close()) fail(path);
}

bool holds(const fs::path& path, std::string_view bytes) {
  // Without O_NONBLOCK a pipe of this name would make us wait.
  const OpenFile file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!file.is_open() || !is_regular_of_size(file, bytes.size())) return false;
  Buffer buffer;
  while (true) {
    const ssize_t count = read_some(file, buffer);
    if (count <= 0) return count == 0 && bytes.empty();
    const std::string_view part(buffer.data(), static_cast<std::size_t>(count));
    if (!bytes.starts_with(part)) return false;
    bytes.remove_prefix(part.size());
  }
}

void sync_folder(const fs::path& folder) {
  const OpenFile file(folder, O_RDONLY | O_DIRECTORY);
  if (file.is_open()) ::fsync(file.get());
}

}  // namespace nianbao::publish
