#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/text_cursor.h"

namespace nianbao::source {

/// A TOML text and where it stands in its file (front matter and fences begin further down). Neither copied
/// nor moved: what reads it keeps pointers into it.
struct TomlDocument {
  TomlDocument(std::string toml, std::string file_path, int line);
  TomlDocument(const TomlDocument&) = delete;
  TomlDocument& operator=(const TomlDocument&) = delete;

  /// Line and column of the file for a position in the text.
  Place place(const toml::source_position& position) const;
  /// The letters of a number or date.
  std::string as_written(const toml::source_region& region) const;

  toml::table root;
  std::string text;
  std::string file;
  int first_line = 1;

 private:
  mutable TextCursor cursor_;  ///< numbers are asked for in order; see TextCursor
};

/// Parses; a syntax error is reported with its place and gives nothing.
std::unique_ptr<TomlDocument> parse_toml(std::string text, std::string file, int first_line,
                                         DiagnosticSink& sink);

/// One table of a TOML document, read key by key with types checked. What was not asked for by the time of
/// `finish` is reported as unknown, with the nearest known key.
class Fields {
 public:
  Fields(const TomlDocument& document, const toml::table& table, DiagnosticSink& sink,
         const Place& if_unknown = {});

  /// A string; numbers are taken as written ("95.80" stays "95.80").
  std::string text(std::string_view key, std::string_view otherwise = "");
  /// As `text`, and reported when it is missing or empty.
  std::string required_text(std::string_view key);
  int integer(std::string_view key, int otherwise = 0);
  bool boolean(std::string_view key, bool otherwise);
  std::optional<bool> maybe_boolean(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<int> integers(std::string_view key);
  /// As `integer`: a year; one that no report can have is reported, and `otherwise` is returned.
  int year(std::string_view key, int otherwise = 0);
  /// As `integers`: years, each later than the one before; others are reported and left out.
  std::vector<int> years(std::string_view key);
  /// One of `allowed`; anything else is reported with the nearest of them, and `otherwise` is returned.
  std::string choice(std::string_view key, std::initializer_list<std::string_view> allowed,
                     std::string_view otherwise);
  /// As `texts`, each one of `allowed`; others are reported and left out.
  std::vector<std::string> choices(std::string_view key, std::initializer_list<std::string_view> allowed);
  std::optional<Fields> table(std::string_view key);
  std::vector<Fields> tables(std::string_view key);
  std::vector<std::string> keys() const;

  const toml::table& toml() const { return *table_; }
  bool has(std::string_view key) const { return table_->contains(key); }
  Place place() const;
  Place place_of(std::string_view key) const;
  DiagnosticSink& sink() const { return *sink_; }
  /// Reports the keys nobody asked for.
  void finish();

 private:
  struct PlacedInteger {
    int value = 0;
    Place place;
  };

  const toml::node* find(std::string_view key);
  std::vector<PlacedInteger> placed_integers(std::string_view key);
  bool is_year(int value, std::string_view key, const Place& place) const;
  Place place_of(const toml::node& node) const;
  std::optional<std::string> printed(const toml::node& node) const;
  bool is_allowed(std::string_view value, std::string_view key, const Place& place,
                  std::initializer_list<std::string_view> allowed) const;
  void wrong_type(const toml::node& node, std::string_view key, std::string_view zh,
                  std::string_view en) const;

  const TomlDocument* document_;
  const toml::table* table_;
  DiagnosticSink* sink_;
  Place fallback_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace nianbao::source
