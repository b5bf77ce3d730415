#include "search/scratch.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace nianbao::search {
namespace {

[[noreturn]] void fail_with(int error, const std::filesystem::path& path) {
  throw std::filesystem::filesystem_error("", path, std::error_code(error, std::generic_category()));
}

int open_unnamed(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  std::string name = (folder / ".nianbao-XXXXXX").string();  // not every file system has files without names
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) fail_with(errno, folder);
  ::unlink(name.c_str());
  return named;
}

}  // namespace

std::string read_range(int file, std::uint64_t begin, std::size_t size, const std::filesystem::path& path) {
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < size;) {
    const ssize_t got = ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail_with(got == 0 ? EIO : errno, path);
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

void write_range(int file, std::uint64_t begin, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(begin));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail_with(errno, path);
    begin += static_cast<std::uint64_t>(put);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

Scratch::Scratch(std::filesystem::path folder, std::size_t most_in_memory)
    : folder_(std::move(folder)), most_in_memory_(most_in_memory) {}

Scratch::~Scratch() {
  if (file_ >= 0) ::close(file_);
}

std::uint64_t Scratch::put(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t begin = size_;
  if (file_ < 0 && size_ + bytes.size() > most_in_memory_) {
    if (folder_.empty()) folder_ = std::filesystem::temp_directory_path();
    file_ = open_unnamed(folder_);
  }
  if (file_ < 0) {
    memory_.reserve(most_in_memory_);  // of which the system gives what is filled, and nothing is ever moved
    memory_ += bytes;
  } else {
    write_range(file_, begin - memory_.size(), bytes, folder_);
  }
  size_ += bytes.size();
  return begin;
}

std::string Scratch::get(std::uint64_t begin, std::size_t size) const {
  {
    const std::lock_guard lock(mutex_);
    if (begin + size > size_) fail_with(EIO, folder_);
    if (begin + size <= memory_.size()) return memory_.substr(static_cast<std::size_t>(begin), size);
    if (begin < memory_.size()) {
      const std::size_t first = memory_.size() - static_cast<std::size_t>(begin);
      return memory_.substr(static_cast<std::size_t>(begin)) + read_range(file_, 0, size - first, folder_);
    }
  }
  return read_range(file_, begin - memory_.size(), size, folder_);
}

}  // namespace nianbao::search
