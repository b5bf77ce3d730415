#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/posting_list.h"
#include "search/token.h"

/// A shard of postings: the tokens whose first two characters ("pair") lie in a range.
namespace nianbao::search {

/// All tokens of a pair. That of a character alone has one token, and is divided where the character is.
struct WrittenPair {
  Token pair = 0;
  std::vector<std::uint32_t> thirds;  ///< their third characters, growing; 0 for none
  BitWriter lists;                    ///< the postings of each, in this order
  /// Of a pair that is divided, so that not all of its lists need be loaded: the bits of each of them, and
  /// where the pair itself stands, or its character where it is that alone. Empty for others.
  std::vector<std::uint32_t> sizes;
  BitWriter together;
};

struct WrittenShard {
  std::string letters;
  std::uint32_t head = 0;  ///< of these, how many hold the directory
};

/// `pairs` must be sorted.
WrittenShard write_shard(std::span<const WrittenPair> pairs);

/// Drops the ends of titles: what is cut off ends nowhere.
void keep_begins(PostingList& titles);

/// The lists of many tokens as one.
class PostingsUnion {
 public:
  explicit PostingsUnion(std::uint32_t page_count);
  void add(const TokenPostings& postings);
  TokenPostings all() const;

 private:
  std::vector<std::uint8_t> text_, context_, title_;  ///< for each page 0 or: uses in the text, 1, edges + 1
};

class Shard {
 public:
  /// Reads the directory; throws FormatError.
  Shard(std::string_view letters, std::uint32_t page_count);

  /// What stands under a token; empty when it is not here. Throws FormatError.
  TokenPostings find(Token token);
  /// How many bits the lists take that are needed to tell where `prefix` stands. Throws FormatError.
  std::size_t bits_of(Token prefix);
  /// Adds what stands under each token that begins with `prefix`, one or two characters; of a divided pair,
  /// what is known of all its tokens together. Titles keep only those ends that the prefix itself reaches.
  /// True when nothing stands elsewhere, in this shard or others. Throws FormatError.
  bool add_prefix(Token prefix, PostingsUnion& to);
  /// Calls `see(token, pages in whose texts it stands)` for the tokens of at least two characters that begin
  /// with this one. Throws FormatError.
  void see_followers(char32_t first, const std::function<void(Token, std::size_t)>& see);

 private:
  std::vector<std::uint32_t> read_characters(std::uint32_t count, std::uint32_t lowest_rank);
  void read_directory();
  struct Place;
  std::vector<std::uint32_t> read_thirds(Token pair);
  template <typename Visit>
  void visit_lists(Token pair, const Visit& visit);
  std::pair<std::size_t, std::size_t> list_in_divided(Token token, const Place& place);

  BitReader bits_;
  std::uint32_t page_count_;
  std::vector<std::uint32_t> alphabet_;  ///< 0, then the characters of the shard, growing
  struct Place {
    std::size_t begin = 0, end = 0;
    std::size_t together = 0, lists = 0;  ///< of a divided pair: where these begin
    bool is_divided() const { return lists > 0; }
  };
  std::map<Token, Place> places_;  ///< where the data of a pair are
};

}  // namespace nianbao::search
