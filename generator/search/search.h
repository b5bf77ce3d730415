#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

/// Full-text search for Chinese: documents in, shard files out, and a reader for them. Knows nothing of
/// sites. One tokenizer on both sides: three characters from every character on, of the folded text, so that
/// a query finds exactly the documents in which its characters stand together. What is looser comes behind
/// and says so: other words for the same, words by how they are read, a question in pieces. The files are
/// plain scripts (`nianbaoSearch(…)`) so that a browser can load them with <script src> from a server and
/// from disk alike; the reader here and themes/default/scripts/search-core.js read the same bytes and rank
/// the same. docs/search-format.md has the bytes.
///
///   search::Builder builder;
///   builder.add({.url = "a/2023/talents.html#party", .title = "党建引领", .text = "…"});
///   for (const search::File& file : builder.finish()) write("search/" + file.name, file.bytes);
///
///   search::Reader reader([](std::string_view name) { return read("search/" + std::string(name)); });
///   for (const search::Result& result : reader.query("双师型教师", 10)) print(result);
namespace nianbao::search {

/// One place that can be found: a section of a page, a table, a chart. Entries whose address is the same up
/// to "#" are one page: a page is found once, with its best entry.
struct Entry {
  std::string url;      ///< from the root of the site, with anchor: "a/b/2023/talents.html#party"
  std::string title;    ///< what the result shows: heading, or page title
  std::string context;  ///< where it stands: page or chapter title
  std::string organisation;
  std::string year;
  std::string kind;  ///< "chapter", "case", "table", "chart", "organisation", "article", …
  std::string text;  ///< body: plain text, paragraphs and cells separated by "\n"
  std::string city = {}, school = {};  ///< names to choose pages by
};

struct File {
  std::string name;  ///< inside the search folder: "index.js", "p/0.js", "t/12.js"
  std::string bytes;
};

/// Whom or what facts are known of: a school, a city.
struct Party {
  std::string id;                        ///< any, each once
  std::string name;                      ///< as a card shows it
  std::vector<std::string> other_names;  ///< short, former, in other languages
  std::string above;                     ///< id of the party it belongs to; empty: none
};

/// What is known of one party, the newest year first.
struct PartyFacts {
  struct Fact {
    std::string year, value;
    std::string url;  ///< where it stands
  };
  std::string party;  ///< id
  std::vector<Fact> facts;
};

/// A name that a question may contain, and what is known under it: an indicator with its values, a major with
/// the schools that offer it. A question that names it is answered with facts before any page.
struct Subject {
  std::string kind;  ///< "indicator", "major"
  std::string name;
  std::vector<std::string> other_names;
  std::string unit, note;
  std::string url;            ///< where more stands; may be empty
  bool stands_alone = false;  ///< answered without naming a party, too: with all of them
  std::vector<PartyFacts> parties;
};

/// How large the parts of an index become, about.
struct Sizes {
  std::size_t shard_letters = 32 * 1024;  ///< of postings
  std::size_t block_letters =
      42 * 1024;  ///< of texts; where parts of files can be had, only parts are loaded
  std::size_t divided_letters =
      4096;  ///< of the lists of two characters, from which on parts of them are loaded
  std::size_t divided_character_letters = 16 * 1024;  ///< the same of one character
  std::size_t group = 32;                             ///< shards and blocks of one directory
  /// So many pages at the most have the lengths of their records in the directories, which spares a reader
  /// that loads parts of files one part of each block.
  std::size_t pages_with_lengths = 4096;
  std::size_t answer_letters = 40 * 1024;  ///< of facts
};

/// How many batches of pages a build found in its cache, and how many it made.
struct Batches {
  std::size_t found = 0, made = 0;
};

/// Builds the index. Entries may be added by many threads; the files depend only on the set of entries and
/// the sizes. What is held in memory is one batch of pages a thread and one range of the index a thread.
class Builder {
 public:
  /// `cache`: a folder where batches stay for the next build; safe to delete at any time. Without one, and
  /// while another build uses it, they lie in a temporary file.
  explicit Builder(const Sizes& sizes = {}, const std::filesystem::path& cache = {});
  ~Builder();
  void add(Entry entry);
  /// Entries that belong together, those of one report for example. All entries of a page must come with the
  /// same name.
  void add(std::string_view batch, std::vector<Entry> entries);
  /// All entries of a batch were added: they leave the memory.
  void end_batch(std::string_view batch);
  /// Words that mean the same, besides those of the field that are built in; each may stand for the others.
  void add_synonyms(std::vector<std::string> words);
  /// Parties and subjects in the order in which they are to be shown; not from several threads.
  void add_party(Party party);
  void add_subject(Subject subject);
  /// Ends the index: `put` is called for each file of the search folder, by many threads, in no order.
  void finish(const std::function<void(File)>& put);
  /// The same; all files, sorted by name.
  std::vector<File> finish();
  Batches batches() const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

struct Result {
  std::string url, title, context, organisation, year, kind;
  double score = 0;     ///< a whole number; never more than that of the result before, of those not loose
  std::string excerpt;  ///< plain text around the first match
  /// Matches in `excerpt`, [begin, end) in bytes.
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  bool loose = false;  ///< the page does not have all the words as they were typed
};

/// Chosen values; a page has to have one of those of each facet that has any.
struct Filter {
  std::vector<std::string> cities = {}, schools = {}, years = {}, kinds = {};

  bool empty() const { return cities.empty() && schools.empty() && years.empty() && kinds.empty(); }
};

struct FacetCount {
  std::string value;
  std::size_t pages = 0;
};

/// How many of the pages found are of each value, each facet counted without its own choice; the most first.
struct FacetCounts {
  std::vector<FacetCount> cities, schools, years, kinds;
};

struct Options {
  Filter filter = {};
  bool count = false;  ///< whether facets are wanted
};

struct Answer {
  std::vector<Result> results;
  std::size_t total = 0;        ///< pages that have all the words, beyond the limit too
  std::size_t loose_total = 0;  ///< further pages that were looked up because there were fewer than wanted
  bool total_is_exact =
      true;  ///< otherwise at most `total`: a long word is proved only where the text was looked at
  bool partial = false;           ///< no page has all the words as typed; all results are loose
  std::vector<std::string> also;  ///< what was looked for besides: synonyms, names by their readings, pieces
  std::vector<std::string> suggestions;  ///< other questions, where a word stands nowhere
  FacetCounts facets;
  std::vector<Wording> problems;  ///< files that are missing or damaged; the answer goes without them
};

/// Facts that answer a question: a subject, and the parties it was asked of.
struct Card {
  struct Row {
    std::string party;
    std::vector<PartyFacts::Fact> facts;  ///< the newest first
    std::size_t asked = 0;                ///< which of them is of the year that was asked for, or the newest
  };
  std::string kind, name, unit, note, url;
  std::vector<Row> rows;
  std::size_t total = 0;  ///< rows there are; some are shown
};

/// There is no index, or none that this program can read.
class IndexError : public std::runtime_error {
 public:
  explicit IndexError(Wording message) : std::runtime_error(message.en), wording(std::move(message)) {}
  Wording wording;
};

/// Reads a built index. Nothing is loaded before it is needed, and everything once. For one thread at a time.
class Reader {
 public:
  /// `load` returns the bytes of a file of the search folder; it throws std::runtime_error when there is
  /// none.
  explicit Reader(std::function<std::string(std::string_view name)> load);
  ~Reader();
  /// Words separated by white space must all be found (AND); each word is found as a whole string. Where
  /// fewer than `limit` pages have them all, looser matches follow. Throws IndexError.
  Answer ask(std::string_view words, std::size_t limit, const Options& options = {}) const;
  /// Facts that answer a question; none for most questions. Throws IndexError; other files that cannot be had
  /// give no cards.
  std::vector<Card> cards(std::string_view words, const Filter& filter = {}) const;
  /// The results of `ask` alone.
  std::vector<Result> query(std::string_view words, std::size_t limit) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::search
