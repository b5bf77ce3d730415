#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Full-text search for Chinese: documents in, shard files out, and a reader for them. Knows nothing of sites.
/// One tokenizer on both sides: overlapping pairs of characters of the folded text (NFKC, lower case), with positions,
/// so that a query finds exactly the documents in which its characters stand together. The files are plain scripts
/// (`nianbaoSearch(…)`) so that a browser can load them with <script src> from a server and from disk alike; the reader
/// here and themes/default/search.js read the same bytes and rank the same.
namespace nianbao::search {

/// One place that can be found: a section of a page, a table, a chart.
struct Entry {
  std::string url;           ///< from the root of the site, with anchor: "a/b/2023/talents.html#party"
  std::string title;         ///< what the result shows: heading, or page title
  std::string context;       ///< where it stands: page or chapter title
  std::string organisation;
  std::string year;
  std::string kind;          ///< "chapter", "case", "table", "chart", "organisation", "article", …
  std::string text;          ///< body: plain text, paragraphs and cells separated by "\n"
};

struct File {
  std::string name;          ///< inside the search folder: "index.js", "p/0a.js"
  std::string bytes;
};

/// Builds the index. Entries may be added by many threads; the files depend only on the set of entries.
class Builder {
 public:
  Builder();
  ~Builder();
  void add(Entry entry);
  /// Ends the index: all files of the search folder, sorted by name.
  std::vector<File> finish();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

struct Result {
  std::string url, title, context, organisation, year, kind;
  double score = 0;
  std::string excerpt;       ///< plain text around the first match
  /// Matches in `excerpt`, [begin, end) in bytes.
  std::vector<std::pair<std::size_t, std::size_t>> marks;
};

/// Reads a built index. Nothing is loaded before it is needed.
class Reader {
 public:
  /// `load` returns the bytes of a file of the search folder; it throws std::runtime_error when there is none.
  explicit Reader(std::function<std::string(std::string_view name)> load);
  ~Reader();
  /// Words separated by white space must all be found (AND); each word is found as a whole string.
  std::vector<Result> query(std::string_view words, std::size_t limit) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::search
