#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/answer_book.h"
#include "search/characters.h"
#include "search/facets.h"
#include "search/index_file.h"
#include "search/name_book.h"
#include "search/page_record.h"
#include "search/search.h"
#include "search/shard.h"
#include "search/symbol_table.h"
#include "search/word_book.h"

namespace nianbao::search {

/// The files of an index, loaded and checked when they are needed. A file that is missing or damaged becomes
/// a problem, once, and the rest goes on; only without index.js there is nothing to do (IndexError).
class Store {
 public:
  using Load = std::function<std::string(std::string_view name)>;
  explicit Store(Load load);

  std::uint32_t page_count() const { return index_.pages; }
  /// What stands under a token, or under all tokens that begin with it; empty when a file that it needs
  /// cannot be had.
  std::optional<TokenPostings> find(Token token);
  std::optional<TokenPostings> find_prefix(Token prefix);
  /// How many bits of lists it takes to tell where a token or a prefix stands, as far as that can be told.
  std::size_t bits_of(Token prefix);
  /// Shard::see_followers over all shards that have any.
  void see_followers(char32_t first, const std::function<void(Token, std::size_t)>& see);
  /// A page's entries; empty when they cannot be had.
  std::optional<PageRecord> page(std::uint32_t number);
  /// Those at the beginning of a long record, all of a shorter one.
  struct Beginning {
    PageRecord record;
    bool is_whole = true;
  };
  std::optional<Beginning> page_beginning(std::uint32_t number);

  /// Names that are read like this; none where their shards cannot be had.
  std::vector<ReadName> names(std::string_view typed, const std::vector<Initials>& initials);
  /// Empty when they cannot be had.
  const WordBook& words();
  /// How a common character is read.
  const std::vector<std::string>& readings(char32_t c);
  const FacetTable& facets();
  /// Subjects of a bucket; none where they cannot be had.
  const std::vector<SubjectNames>& subjects(std::size_t bucket);
  std::size_t subject_buckets() const { return index_.subject_buckets.size(); }
  const PartyBook& parties();
  /// Empty when they cannot be had.
  std::optional<FactPart> facts(const FactPlace& place);

  /// Problems since the last call, each once.
  std::vector<Wording> take_problems() { return std::exchange(problems_, {}); }

 private:
  enum class Trouble { missing, damaged };

  const Directory* group(std::size_t number);
  std::optional<std::size_t> shards_up_to(Token token);
  Shard* shard(std::size_t number);
  bool try_shard(std::size_t number, const std::function<void(Shard&)>& use);
  bool try_shards(Token begin, Token end, const std::function<void(Shard&)>& use);
  const std::string* block(std::size_t number);
  template <typename Read>
  auto read_page(std::uint32_t number, const Read& read) -> std::optional<decltype(read(std::string_view()))>;
  NameBook* name_book(std::size_t number);
  template <typename Made, typename Make>
  const Made& part(std::optional<Made>& kept, std::size_t part, const Make& make);
  std::optional<std::string> letters(const std::string& name, const std::string& check);
  void report(const std::string& name, Trouble trouble);

  Load load_;
  IndexFile index_;
  SymbolTable symbols_;
  std::map<std::size_t, Directory> groups_;
  std::map<std::size_t, Shard> shards_;
  std::map<std::size_t, std::string> blocks_;
  std::map<std::size_t, NameBook> name_books_;
  std::optional<WordBook> words_;
  std::array<std::optional<Sounds>, sound_files> sounds_;
  std::optional<FacetTable> facets_;
  std::optional<std::string> subject_letters_;
  std::map<std::size_t, std::vector<SubjectNames>> subjects_;
  std::optional<PartyBook> parties_;
  std::map<std::size_t, std::string> fact_shards_;
  std::vector<Wording> problems_;
};

}  // namespace nianbao::search
