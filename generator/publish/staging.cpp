#include "publish/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <mutex>
#include <set>

#include "publish/build_lock.h"
#include "publish/exchange.h"
#include "publish/manifest.h"
#include "publish/output_folder.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) { throw PublishError(fmt::format("{}: {}", path.string(), std::strerror(errno))); }

void write_file(const fs::path& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      ::close(descriptor);
      fail(path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(descriptor) != 0) fail(path);
}

/// Whether a file holds exactly these bytes.
bool holds(const fs::path& path, std::string_view bytes) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  std::ifstream in(path, std::ios::binary);
  std::string found(bytes.size(), '\0');
  return in.read(found.data(), static_cast<std::streamsize>(found.size())) && found == bytes;
}

}  // namespace

struct Staging::Implementation {
  Implementation(fs::path target, fs::path fresh) : output(std::move(target)), folder(std::move(fresh)), lock(output) {}

  void make_folders(const fs::path& folder_of_file);

  fs::path output, folder;
  BuildLock lock;
  Manifest old_files, files;
  std::set<std::string> folders;
  mutable std::mutex mutex;
  PublishReport report;
};

void Staging::Implementation::make_folders(const fs::path& relative) {
  {
    const std::lock_guard guard(mutex);
    if (folders.contains(relative.string())) return;
  }
  fs::create_directories(folder / relative);
  const std::lock_guard guard(mutex);
  folders.insert(relative.string());
}

Staging::Staging(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}

Staging::~Staging() {
  std::error_code ignored;
  fs::remove_all(implementation_->folder, ignored);
}

std::unique_ptr<Staging> Staging::open(const fs::path& wanted, const fs::path& project) {
  fs::path output = fs::absolute(wanted).lexically_normal();
  if (!output.has_filename()) output = output.parent_path();
  require_usable_output(output, project);
  std::error_code error;
  fs::create_directories(output.parent_path(), error);
  if (error) throw PublishError(fmt::format("{}: {}", output.parent_path().string(), error.message()));
  const fs::path folder = output.parent_path() / fmt::format("{}{}", staging_prefix(output), ::getpid());
  auto implementation = std::make_unique<Implementation>(output, folder);
  remove_stale_staging(output);
  if (!fs::create_directory(folder, error)) throw PublishError(fmt::format("{}: {}", folder.string(), error.message()));
  implementation->old_files = read_manifest(output);
  return std::unique_ptr<Staging>(new Staging(std::move(implementation)));
}

void Staging::write(std::string_view path, std::string_view bytes) {
  require_site_path(path);
  Implementation& self = *implementation_;
  ManifestEntry entry{bytes.size(), sha256(bytes)};
  {
    const std::lock_guard guard(self.mutex);
    if (path == manifest_name || !self.files.emplace(path, entry).second) throw PublishError(fmt::format("written twice: {}", path));
  }
  const fs::path relative(path);
  self.make_folders(relative.parent_path());
  const auto old = self.old_files.find(path);
  // The bytes are compared too: a file that was edited by hand in the published site must not come back as a link.
  const bool unchanged = old != self.old_files.end() && old->second == entry && holds(self.output / relative, bytes);
  const bool linked = unchanged && ::link((self.output / relative).c_str(), (self.folder / relative).c_str()) == 0;
  if (!linked) write_file(self.folder / relative, bytes);
  const std::lock_guard guard(self.mutex);
  ++(linked ? self.report.linked : self.report.written);
}

void Staging::copy(std::string_view path, const fs::path& source) {
  std::ifstream in(source, std::ios::binary);
  if (!in) fail(source);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  write(path, bytes);
}

bool Staging::has(std::string_view path) const {
  const std::lock_guard guard(implementation_->mutex);
  return implementation_->files.contains(path);
}

PublishReport Staging::publish() {
  Implementation& self = *implementation_;
  for (const auto& [path, entry] : self.files) {
    struct stat status{};
    const fs::path full = self.folder / path;
    if (::lstat(full.c_str(), &status) != 0) fail(full);
    if (static_cast<std::uint64_t>(status.st_size) != entry.size) throw PublishError(fmt::format("{}: the size is not what was written", full.string()));
    self.report.bytes += entry.size;
  }
  for (const auto& [path, entry] : self.old_files) self.report.removed += !self.files.contains(path);
  self.report.files = self.files.size();
  write_file(self.folder / manifest_name, print_manifest(self.files));
  sync_folder(self.folder);
  exchange(self.folder, self.output);
  sync_folder(self.output.parent_path());
  return self.report;
}

}  // namespace nianbao::publish
