#include "source/project_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

#include "diagnostics/system_reason.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Place place_of(const Place& asked_at, std::string_view path) {
  return asked_at.file.empty() ? Place{std::string(path), 0, 0} : asked_at;
}

struct FileDescriptor {
  int number = -1;
  ~FileDescriptor() {
    if (number >= 0) ::close(number);
  }
};

/// The bytes of a file, one more than `most` at the most (it may grow while it is read); empty, with errno
/// set, when it cannot be opened or a read fails.
std::optional<std::string> read_bytes(const fs::path& path, std::size_t most) {
  const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return std::nullopt;
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (bytes.size() <= most) {
    const ssize_t count = ::read(file.number, buffer.data(), buffer.size());
    if (count == 0) break;
    if (count < 0 && errno != EINTR) return std::nullopt;
    if (count > 0) bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

std::string with_plain_line_ends(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

bool is_inside(const fs::path& path, const fs::path& root) {
  const auto [end, ignored] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return end == root.end();
}

void report_encoding(std::string_view path, std::string_view bytes, DiagnosticSink& sink) {
  const auto [line, column] = line_and_column(bytes, text::first_invalid_utf8(bytes));
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool gbk = !wide && text::from_gb18030(bytes).has_value();
  const std::string_view guess = wide ? "UTF-16" : gbk ? "GBK" : "";
  sink.error(
      "N004", {std::string(path), line, column},
      {fmt::format("文件不是 UTF-8 编码{}", guess.empty() ? "" : fmt::format("（看起来是 {}）", guess)),
       fmt::format("the file is not UTF-8{}",
                   guess.empty() ? "" : fmt::format(" (it looks like {})", guess))},
      {"请在编辑器或记事本里“另存为”，编码选 UTF-8",
       "save it again as UTF-8 (in Notepad: Save As, encoding UTF-8)"});
}

void report_unreadable(const Place& place, std::string_view path, const Wording& reason,
                       DiagnosticSink& sink) {
  sink.error(
      "N002", place,
      {fmt::format("无法读取 {}：{}", path, reason.zh), fmt::format("cannot read {}: {}", path, reason.en)},
      {"检查文件的权限和磁盘", "look at the file's permissions and at the disk"});
}

void report_size(std::string_view path, std::uintmax_t size, std::uintmax_t most, DiagnosticSink& sink) {
  const double megabytes = static_cast<double>(size) / (1 << 20);
  sink.error("N005", {std::string(path), 0, 0},
             {fmt::format("文件太大：{:.1f} MB，上限 {} MB", megabytes, most >> 20),
              fmt::format("the file is too large: {:.1f} MB, the limit is {} MB", megabytes, most >> 20)},
             {"把数据拆成几个文件，或删去无关内容",
              "split it into several files, or take out what does not belong to the report"});
}

}  // namespace

std::string join(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name);
}

ProjectFiles::ProjectFiles(fs::path root) : root_(fs::weakly_canonical(fs::absolute(root))) {
  if (!root_.has_filename()) root_ = root_.parent_path();  // "project/"
}

bool ProjectFiles::is_file(std::string_view path) const {
  std::error_code ignored;
  return fs::is_regular_file(root_ / path, ignored);
}

bool ProjectFiles::is_folder(std::string_view path) const {
  std::error_code ignored;
  return fs::is_directory(root_ / path, ignored);
}

std::vector<std::string> ProjectFiles::entries(std::string_view folder, bool folders,
                                               DiagnosticSink& sink) const {
  std::vector<std::string> names;
  std::error_code error;
  for (auto it = fs::directory_iterator(root_ / folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(".") || name.starts_with("~$")) continue;
    std::error_code ignored;
    const bool is_folder = it->is_directory(ignored);
    if (is_folder && it->is_symlink(ignored)) {
      if (folders) {
        sink.warning("N006", {join(folder, name), 0, 0},
                     {"文件夹是符号链接，已跳过", "the folder is a symbolic link and was passed over"},
                     {"把真实的文件夹放到这里", "put the real folder here"});
      }
      continue;
    }
    if (is_folder == folders) names.push_back(name);
  }
  if (error) {
    sink.error("N002", {std::string(folder), 0, 0},
               {fmt::format("无法读取文件夹：{}", system_reason(error).zh),
                fmt::format("cannot read the folder: {}", system_reason(error).en)});
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> ProjectFiles::folders_in(std::string_view folder, DiagnosticSink& sink) const {
  return entries(folder, true, sink);
}

std::vector<std::string> ProjectFiles::files_in(std::string_view folder, DiagnosticSink& sink) const {
  return entries(folder, false, sink);
}

std::optional<std::string> ProjectFiles::read(std::string_view path, DiagnosticSink& sink,
                                              bool accept_gb18030, const Place& asked_at) const {
  const fs::path full = root_ / path;
  std::error_code error;
  const Place place = place_of(asked_at, path);
  const fs::file_status status = fs::status(full, error);
  if (status.type() == fs::file_type::unknown || status.type() == fs::file_type::none) {
    report_unreadable(place, path, system_reason(error), sink);
    return std::nullopt;
  }
  if (!fs::is_regular_file(status)) {
    sink.error("N001", place, {fmt::format("找不到文件 {}", path), fmt::format("there is no file {}", path)},
               {"检查文件名的拼写和大小写", "check the spelling of the name, upper and lower case included"});
    return std::nullopt;
  }
  if (!is_inside(fs::weakly_canonical(full, error), root_)) {
    sink.error("N003", place,
               {fmt::format("{} 指向项目文件夹之外", path),
                fmt::format("{} leads out of the project's folder", path)},
               {"把文件复制到项目里", "copy the file into the project"});
    return std::nullopt;
  }
  const auto size = fs::file_size(full, error);
  if (!error && size > largest_file) {
    report_size(path, size, largest_file, sink);
    return std::nullopt;
  }
  auto bytes = read_bytes(full, largest_file);
  if (!bytes) {
    report_unreadable(place, path, last_system_reason(), sink);
    return std::nullopt;
  }
  if (bytes->size() > largest_file) {
    report_size(path, bytes->size(), largest_file, sink);
    return std::nullopt;
  }
  if (bytes->starts_with(byte_order_mark)) bytes->erase(0, byte_order_mark.size());
  if (text::first_invalid_utf8(*bytes) != std::string_view::npos) {
    auto converted = accept_gb18030 ? text::from_gb18030(*bytes) : std::nullopt;
    if (!converted) {
      report_encoding(path, *bytes, sink);
      return std::nullopt;
    }
    bytes = std::move(converted);
  }
  return with_plain_line_ends(std::move(*bytes));
}

std::optional<std::string> ProjectFiles::resolve(std::string_view folder, std::string_view path,
                                                 const Place& asked_at, DiagnosticSink& sink) const {
  const fs::path relative(path);
  const fs::path joined = (fs::path(folder) / relative).lexically_normal();
  const bool leaves = relative.is_absolute() || (!joined.empty() && *joined.begin() == "..");
  if (leaves || path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
    sink.error(
        "N003", asked_at,
        {fmt::format("路径 {} 不在项目文件夹之内", path),
         fmt::format("the path {} is not inside the project's folder", path)},
        {"使用相对路径和“/”，例如 images/a.png", "use a relative path with \"/\", for example images/a.png"});
    return std::nullopt;
  }
  const std::string inside = joined.generic_string();
  return inside.ends_with('/') ? inside.substr(0, inside.size() - 1) : inside;
}

}  // namespace nianbao::source
