#include "publish/staging.h"

#include <mutex>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/system_reason.h"
#include "publish/build_lock.h"
#include "publish/exchange.h"
#include "publish/files.h"
#include "publish/manifest.h"
#include "publish/old_site.h"
#include "publish/output_folder.h"

namespace nianbao::publish {
namespace {

namespace fs = std::filesystem;

/// Absolute, without "." and "..", without a slash at the end.
fs::path normal_output(const fs::path& wanted) {
  const fs::path output = fs::absolute(wanted).lexically_normal();
  return output.has_filename() ? output : output.parent_path();
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw PublishError(folder, system_reason(error));
}

}  // namespace

struct Staging::Implementation {
  explicit Implementation(fs::path target)
      : output(std::move(target)), folder(staging_folder(output)), lock(output) {}

  void note(std::string_view path, const ManifestEntry& entry);
  ManifestEntry entry_of(std::string_view path) const;
  void make_folders(const fs::path& relative);
  void verify() const;

  fs::path output, folder;
  BuildLock lock;
  std::unique_ptr<OldSite> old_site;
  mutable std::mutex mutex;  ///< guards what follows
  Manifest files;
  std::set<std::string> folders;
  PublishReport report;
  bool published = false;
};

void Staging::Implementation::note(std::string_view path, const ManifestEntry& entry) {
  const std::scoped_lock guard(mutex);
  if (published) throw PublishError(path, {"发布以后又写入", "written after publishing"});
  if (path == manifest_name) throw PublishError(path, {"这个文件名留给程序使用", "the name is reserved"});
  if (!files.emplace(path, entry).second) throw PublishError(path, {"写了两次", "written twice"});
}

ManifestEntry Staging::Implementation::entry_of(std::string_view path) const {
  const std::scoped_lock guard(mutex);
  const auto found = files.find(path);
  if (found == files.end()) throw PublishError(path, {"还没有写入", "is not written yet"});
  return found->second;
}

void Staging::Implementation::make_folders(const fs::path& relative) {
  {
    const std::scoped_lock guard(mutex);
    if (folders.contains(relative.string())) return;
  }
  make_folder(folder / relative);
  const std::scoped_lock guard(mutex);
  folders.insert(relative.string());
}

void Staging::Implementation::verify() const {
  for (const auto& [path, entry] : files) {
    struct stat status {};
    const fs::path full = folder / path;
    if (::lstat(full.c_str(), &status) != 0) fail(full);
    if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) != entry.size) {
      throw PublishError(full, {"与写入的内容不符", "is not what was written"});
    }
  }
}

Staging::Staging(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

Staging::~Staging() {
  std::error_code ignored;
  fs::remove_all(implementation_->folder, ignored);
}

std::unique_ptr<Staging> Staging::open(const fs::path& wanted, const fs::path& project) {
  const fs::path output = normal_output(wanted);
  require_usable_output(output, project);
  make_folder(output.parent_path());
  auto implementation = std::make_unique<Implementation>(output);
  clear_up_after_killed_builds(output);
  if (::mkdir(implementation->folder.c_str(), 0777) != 0) fail(implementation->folder);
  implementation->old_site = std::make_unique<OldSite>(output);
  return std::unique_ptr<Staging>(new Staging(std::move(implementation)));
}

void Staging::write(std::string_view path, std::string_view bytes) {
  require_site_path(path);
  Implementation& self = *implementation_;
  const ManifestEntry entry{bytes.size(), sha256(bytes)};
  self.note(path, entry);
  const fs::path relative(path), target = self.folder / relative;
  self.make_folders(relative.parent_path());
  const bool linked = self.old_site->link_unchanged(path, entry, bytes, target);
  if (!linked) write_new_file(target, bytes);
  const std::scoped_lock guard(self.mutex);
  ++(linked ? self.report.linked : self.report.written);
  self.report.bytes += bytes.size();
}

void Staging::copy(std::string_view path, const fs::path& source) { write(path, read_file(source)); }

void Staging::link(std::string_view path, std::string_view written) {
  require_site_path(path);
  Implementation& self = *implementation_;
  const ManifestEntry entry = self.entry_of(written);
  self.note(path, entry);
  const fs::path relative(path), target = self.folder / relative, source = self.folder / written;
  self.make_folders(relative.parent_path());
  const bool linked = ::link(source.c_str(), target.c_str()) == 0;
  if (!linked) write_new_file(target, read_file(source));
  const std::scoped_lock guard(self.mutex);
  ++(linked ? self.report.linked : self.report.written);
  self.report.bytes += entry.size;
}

bool Staging::has(std::string_view path) const {
  const std::scoped_lock guard(implementation_->mutex);
  return implementation_->files.contains(path);
}

PublishReport Staging::publish() {
  Implementation& self = *implementation_;
  const std::scoped_lock guard(self.mutex);
  if (self.published) throw PublishError(self.output, {"发布了两次", "published twice"});
  self.verify();
  constexpr bool durable = true;
  write_new_file(self.folder / manifest_name, print_manifest(self.files), durable);
  sync_folder(self.folder);
  exchange(self.folder, self.output);
  self.published = true;
  sync_folder(self.output.parent_path());
  for (const auto& [path, entry] : self.old_site->files()) self.report.removed += !self.files.contains(path);
  self.report.files = self.files.size();
  return self.report;
}

}  // namespace nianbao::publish
