#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "search/batch.h"
#include "search/scratch.h"

namespace nianbao::search {

struct StoredBatch {
  BatchHead head;
  std::string file;         ///< in the cache; empty: in the scratch
  std::uint64_t begin = 0;  ///< in the scratch
};

/// Where batches lie: in a cache folder that outlives the build, as far as there is one, otherwise in a
/// scratch. May be used by many threads.
class BatchStore {
 public:
  /// The folder is made when it is not there. It is not used when it is a symbolic link, cannot be written
  /// to, or another process uses it; then there is no cache.
  explicit BatchStore(std::filesystem::path cache);
  ~BatchStore();
  BatchStore(const BatchStore&) = delete;
  BatchStore& operator=(const BatchStore&) = delete;

  /// The pages as a batch, found in the cache or made.
  StoredBatch put(std::span<const Page> pages);
  std::string read(const StoredBatch& batch, BatchPart part) const;
  /// Removes what no batch of this object was found in or put into.
  void remove_unused();

  std::size_t made() const { return made_; }
  std::size_t found() const { return found_; }

 private:
  std::optional<StoredBatch> find(const std::string& key);
  bool keep(const std::string& key, std::string_view bytes);

  std::filesystem::path cache_;  ///< empty: none
  int lock_ = -1;
  Scratch scratch_;
  std::mutex mutex_;
  std::set<std::string> used_;  ///< names of files
  std::atomic<std::size_t> made_ = 0, found_ = 0;
};

}  // namespace nianbao::search
