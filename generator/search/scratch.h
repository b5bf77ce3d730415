#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace nianbao::search {

/// Bytes put away and got back: few in memory, more in a file without a name that is gone with the process.
/// May be used by many threads.
class Scratch {
 public:
  /// `folder`: where the file may be; empty: where this system has its temporary files.
  explicit Scratch(std::filesystem::path folder = {}, std::size_t most_in_memory = 16u << 20);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// Where the bytes are.
  std::uint64_t put(std::string_view bytes);
  std::string get(std::uint64_t begin, std::size_t size) const;

 private:
  std::filesystem::path folder_;
  std::size_t most_in_memory_;
  mutable std::mutex mutex_;
  std::string memory_;  ///< the first bytes
  std::uint64_t size_ = 0;
  int file_ = -1;  ///< the rest, from 0 on
};

/// `size` bytes of an open file; throws std::filesystem::filesystem_error with `path` in it.
std::string read_range(int file, std::uint64_t begin, std::size_t size, const std::filesystem::path& path);
void write_range(int file, std::uint64_t begin, std::string_view bytes, const std::filesystem::path& path);

}  // namespace nianbao::search
