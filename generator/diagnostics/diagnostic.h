#pragma once

#include <compare>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {

/// Where something stands in the project. `line` and `column` count from 1; a column counts code points, so a
/// Chinese character is one column. 0 means "the whole file" or "the whole line".
struct Place {
  std::string file;  ///< relative to the project, with "/"
  int line = 0;
  int column = 0;

  auto operator<=>(const Place&) const = default;
};

enum class Severity { error, warning, note };

/// Of messages.
enum class Language { zh, en };

/// One sentence in both languages of the interface.
struct Wording {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
};

/// A problem of the content (or of the command), as data. Codes are stable: a letter and three digits; the
/// first digit is the room: 0 files and command, 1 syntax of TOML/JSON/CSV, 2 settings and model, 3 Markdown,
/// blocks and references, 4 charts and diagrams, 5 data and checks, 6 search, 7 publishing.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  Place place;
  Wording message;  ///< what is wrong and what was expected
  Wording hint;     ///< what to do about it; may be empty
};

/// Collects the problems of one run; may be used by many threads at once.
class DiagnosticSink {
 public:
  /// So many of one code are kept for one file: a damaged file of a million lines says the same a million
  /// times.
  static constexpr int most_of_a_kind = 1000;

  void add(Diagnostic diagnostic);
  void error(std::string code, Place place, Wording message, Wording hint = {});
  void warning(std::string code, Place place, Wording message, Wording hint = {});

  bool has_errors() const;
  /// In order of file and position, duplicates removed: the same whatever the number of threads.
  std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> diagnostics_;
  std::map<std::pair<std::string, std::string>, int> counts_;  ///< by file and code
};

/// Line and column of a byte offset in `text`, counted as `Place` counts.
std::pair<int, int> line_and_column(std::string_view text, std::size_t offset);

}  // namespace nianbao
