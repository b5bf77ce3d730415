#include "cli/serve_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;

/// Someone who writes without a pause gets to see a build after this time all the same.
constexpr auto longest_wait = std::chrono::seconds(2);

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

bool is_readable(int descriptor) {
  pollfd asked{descriptor, POLLIN, 0};
  return ::poll(&asked, 1, 0) > 0;
}

}  // namespace

bool is_project_file(std::string_view name) {
  if (name.empty() || name.starts_with(".") || name.starts_with("~$") || name.starts_with("#")) return false;
  return !name.ends_with("~") && !name.ends_with(".swp") && !name.ends_with(".tmp");
}

ProjectWatch::ProjectWatch(const fs::path& root, std::vector<fs::path> left_out)
    : root_(root), left_out_(std::move(left_out)), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (inotify_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
  watch(root_);
}

ProjectWatch::~ProjectWatch() { ::close(inotify_); }

bool ProjectWatch::is_left_out(const fs::path& folder) const {
  const std::string name = folder.filename().string();
  if (name.starts_with(".") || name == "node_modules") return folder != root_;
  return std::find(left_out_.begin(), left_out_.end(), folder) != left_out_.end();
}

/// First the watch, then the folders below: what is made in between is seen by one or the other.
void ProjectWatch::watch(const fs::path& folder) {
  if (is_left_out(folder)) return;
  const int watched =
      ::inotify_add_watch(inotify_, folder.c_str(), watched_events | IN_ONLYDIR | IN_DONT_FOLLOW);
  if (watched < 0) {
    if (errno != ENOENT && errno != ENOTDIR) complete_ = false;
    return;
  }
  folders_[watched] = folder;
  std::error_code error;
  for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    std::error_code ignored;
    if (it->is_directory(ignored) && !it->is_symlink(ignored)) watch(it->path());
  }
}

/// A folder that moved away keeps its watches; they would report changes from elsewhere.
void ProjectWatch::forget(const fs::path& folder) {
  for (auto it = folders_.begin(); it != folders_.end();) {
    const bool gone = is_within(it->second, folder);
    if (gone) ::inotify_rm_watch(inotify_, it->first);
    it = gone ? folders_.erase(it) : std::next(it);
  }
}

bool ProjectWatch::take_change(int watched, std::uint32_t what, std::string_view name) {
  if ((what & IN_Q_OVERFLOW) != 0) {
    watch(root_);
    return true;
  }
  const auto folder = folders_.find(watched);
  if (folder == folders_.end()) return false;
  if ((what & IN_IGNORED) != 0) {
    folders_.erase(folder);
    return false;
  }
  if ((what & IN_ISDIR) == 0) return is_project_file(name);
  const fs::path changed = folder->second / name;
  if (is_left_out(changed)) return false;
  if ((what & IN_MOVED_FROM) != 0) forget(changed);
  if ((what & (IN_CREATE | IN_MOVED_TO)) != 0) watch(changed);
  return true;
}

bool ProjectWatch::take_changes() {
  alignas(inotify_event) std::array<char, 16384> buffer;
  bool changed = false;
  for (ssize_t size; (size = ::read(inotify_, buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const std::string_view name = event.len > 0 ? std::string_view(at + sizeof event) : std::string_view();
      changed |= take_change(event.wd, event.mask, name);
      at += sizeof event + event.len;
    }
  }
  return changed;
}

Woken wait_for_change(ProjectWatch& watch, int stop, std::chrono::milliseconds quiet) {
  using Clock = std::chrono::steady_clock;
  Clock::time_point first_change;
  bool changed = false;
  while (true) {
    std::array<pollfd, 2> asked = {{{watch.descriptor(), POLLIN, 0}, {stop, POLLIN, 0}}};
    const int woken = ::poll(asked.data(), asked.size(), changed ? static_cast<int>(quiet.count()) : -1);
    if (is_readable(stop)) return Woken::stopped;
    if (changed && (woken == 0 || Clock::now() - first_change > longest_wait)) return Woken::changed;
    if (!watch.take_changes() || changed) continue;
    changed = true;
    first_change = Clock::now();
  }
}

}  // namespace nianbao::cli
