#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

/// The files of one project, read as text. Nothing outside the project's folder is ever opened, not even
/// through a symbolic link; a folder that is a symbolic link is not entered (so cycles cannot be).
class ProjectFiles {
 public:
  /// Largest text file that is read, in bytes: far above any report, far below what would exhaust an office
  /// PC.
  static constexpr std::uintmax_t largest_file = 16u << 20;

  explicit ProjectFiles(std::filesystem::path root);

  const std::filesystem::path& root() const { return root_; }
  bool is_file(std::string_view path) const;
  bool is_folder(std::string_view path) const;

  /// Names of the entries of a folder, sorted by bytes; hidden ones (".", "~$" of Office) are left out.
  std::vector<std::string> folders_in(std::string_view folder, DiagnosticSink& sink) const;
  std::vector<std::string> files_in(std::string_view folder, DiagnosticSink& sink) const;

  /// The text as UTF-8 without a byte order mark, line ends as "\n". Encodings other than UTF-8 are reported,
  /// but for `accept_gb18030`, where GBK and GB 18030 are read (CSV from Excel in China). `asked_at` is the
  /// place that names the file.
  std::optional<std::string> read(std::string_view path, DiagnosticSink& sink, bool accept_gb18030 = false,
                                  const Place& asked_at = {}) const;

  /// `path` as written in a file of `folder`, joined and normalised; reported and empty when it leaves the
  /// project.
  std::optional<std::string> resolve(std::string_view folder, std::string_view path, const Place& asked_at,
                                     DiagnosticSink& sink) const;

 private:
  std::vector<std::string> entries(std::string_view folder, bool folders, DiagnosticSink& sink) const;
  std::filesystem::path root_;
};

/// "content/a" + "/" + "b.md".
std::string join(std::string_view folder, std::string_view name);

}  // namespace nianbao::source
