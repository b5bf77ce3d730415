#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/index_file.h"
#include "search/page_record.h"
#include "search/search.h"
#include "search/shard.h"
#include "search/symbol_table.h"

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
  /// A page's entries; empty when they cannot be had.
  std::optional<PageRecord> page(std::uint32_t number);

  /// Problems since the last call, each once.
  std::vector<Wording> take_problems() { return std::exchange(problems_, {}); }

 private:
  enum class Trouble { missing, damaged };

  std::size_t shards_up_to(Token token) const;
  Shard* shard(std::size_t number);
  bool try_shard(std::size_t number, const std::function<void(Shard&)>& use);
  const std::string* block(std::size_t number);
  std::optional<std::string> letters(const std::string& name, const std::string& check);
  void report(const std::string& name, Trouble trouble);

  Load load_;
  IndexFile index_;
  SymbolTable symbols_;
  std::map<std::size_t, Shard> shards_;
  std::map<std::size_t, std::string> blocks_;
  std::vector<Wording> problems_;
};

}  // namespace nianbao::search
