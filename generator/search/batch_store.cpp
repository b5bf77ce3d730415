#include "search/batch_store.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao::search {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view batch_ending = ".batch", unfinished_ending = ".unfinished";

class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0644)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// The locked file of a folder that can be used; -1 when it cannot.
int lock_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_symlink(folder.parent_path(), error) || fs::is_symlink(folder, error)) return -1;
  fs::create_directories(folder, error);
  if (error) return -1;
  const int file = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
    if (!fs::exists(folder / ".gitignore", error)) std::ofstream(folder / ".gitignore") << "*\n";
    return file;
  }
  if (file >= 0) ::close(file);
  return -1;
}

}  // namespace

BatchStore::BatchStore(fs::path cache) : cache_(std::move(cache)) {
  if (!cache_.empty()) lock_ = lock_folder(cache_);
  if (lock_ < 0) cache_.clear();
}

BatchStore::~BatchStore() {
  if (lock_ >= 0) ::close(lock_);
}

StoredBatch BatchStore::put(std::span<const Page> pages) {
  const BatchWriter writer(pages);
  const std::string key = cache_.empty() ? "" : writer.key();
  if (!key.empty()) {
    {
      const std::lock_guard lock(mutex_);
      used_.insert(key + std::string(batch_ending));
    }
    if (std::optional<StoredBatch> batch = find(key)) return ++found_, std::move(*batch);
  }
  ++made_;
  const std::string bytes = writer.bytes(key);
  StoredBatch batch{BatchHead(bytes), {}, 0};
  if (!key.empty() && keep(key, bytes))
    batch.file = key + std::string(batch_ending);
  else
    batch.begin = scratch_.put(bytes);
  return batch;
}

std::optional<StoredBatch> BatchStore::find(const std::string& key) {
  const fs::path path = cache_ / (key + std::string(batch_ending));
  const OpenFile file(path, O_RDONLY);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  try {
    const std::string bytes =
        read_range(file.descriptor(), 0, static_cast<std::size_t>(status.st_size), path);
    if (!is_sound(bytes, key)) return {};
    return StoredBatch{BatchHead(bytes), path.filename().string(), 0};
  } catch (const std::exception&) {
    return {};  // it is made again
  }
}

/// Under another name first, so that a build that is killed leaves no half of a batch.
bool BatchStore::keep(const std::string& key, std::string_view bytes) {
  const fs::path path = cache_ / (key + std::string(batch_ending)),
                 unfinished = cache_ / (key + std::string(unfinished_ending));
  std::error_code error;
  fs::remove(unfinished, error);
  {
    const OpenFile file(unfinished, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return false;
    try {
      write_range(file.descriptor(), 0, bytes, unfinished);
    } catch (const fs::filesystem_error&) {
      fs::remove(unfinished, error);
      return false;
    }
  }
  fs::rename(unfinished, path, error);
  return !error;
}

std::string BatchStore::read(const StoredBatch& batch, BatchPart part) const {
  const auto size = static_cast<std::size_t>(part.size);
  if (batch.file.empty()) return scratch_.get(batch.begin + part.begin, size);
  const fs::path path = cache_ / batch.file;
  const OpenFile file(path, O_RDONLY);
  if (!file.is_open()) throw fs::filesystem_error("", path, std::error_code(errno, std::generic_category()));
  return read_range(file.descriptor(), part.begin, size, path);
}

void BatchStore::remove_unused() {
  if (cache_.empty()) return;
  std::error_code error;
  std::vector<fs::path> unused;
  for (const auto& entry : fs::directory_iterator(cache_, error)) {
    const std::string name = entry.path().filename().string();
    if ((name.ends_with(batch_ending) && !used_.contains(name)) || name.ends_with(unfinished_ending))
      unused.push_back(entry.path());
  }
  for (const fs::path& path : unused) fs::remove(path, error);
}

}  // namespace nianbao::search
