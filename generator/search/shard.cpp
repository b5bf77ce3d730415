#include "search/shard.h"

#include <algorithm>

namespace nianbao::search {
namespace {

constexpr std::size_t letter_pair_bits = 13;  // two letters

std::vector<std::uint32_t> alphabet_of(std::span<const WrittenPair> pairs) {
  std::vector<std::uint32_t> characters{0};
  for (const WrittenPair& pair : pairs) {
    characters.insert(characters.end(), {first_of(pair.pair), second_of(pair.pair)});
    characters.insert(characters.end(), pair.thirds.begin(), pair.thirds.end());
  }
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  return characters;
}

/// Writes one shard; characters become their ranks in its alphabet.
class ShardWriter {
 public:
  explicit ShardWriter(std::span<const WrittenPair> pairs) : pairs_(pairs), alphabet_(alphabet_of(pairs)) {}

  WrittenShard shard() {
    out_.put_number(last_rank());
    out_.put_set(std::span(alphabet_).subspan(1), 1, last_character);
    write_directory();
    BitWriter data;  // of all pairs
    std::vector<std::uint32_t> sizes, divided, directory_sizes;
    for (std::uint32_t number = 0; number < pairs_.size(); ++number) {
      const WrittenPair& pair = pairs_[number];
      const std::size_t begin = data.size();
      write_directory_of(pair, data);
      if (!pair.sizes.empty()) {
        divided.push_back(number);
        directory_sizes.push_back(static_cast<std::uint32_t>(data.size() - begin));
      }
      data.append(pair.together);
      data.append(pair.lists);
      sizes.push_back(static_cast<std::uint32_t>(data.size() - begin));
    }
    for (const std::uint32_t size : sizes) out_.put_number(size);
    out_.put_number(static_cast<std::uint32_t>(divided.size()));
    if (!divided.empty()) out_.put_set(divided, 0, static_cast<std::uint32_t>(pairs_.size() - 1));
    for (std::size_t i = 0; i < divided.size(); ++i) {
      out_.put_number(directory_sizes[i]);
      out_.put_number(static_cast<std::uint32_t>(pairs_[divided[i]].together.size()));
    }
    const std::size_t head = out_.size();
    out_.append(data);
    return {out_.characters(),
            static_cast<std::uint32_t>((head + letter_pair_bits - 1) / letter_pair_bits * 2)};
  }

 private:
  std::uint32_t last_rank() const { return static_cast<std::uint32_t>(alphabet_.size() - 1); }

  std::uint32_t rank(std::uint32_t character) const {
    const auto at = std::lower_bound(alphabet_.begin(), alphabet_.end(), character);
    return static_cast<std::uint32_t>(at - alphabet_.begin());
  }

  /// First characters, and the second ones of each.
  void write_directory() {
    std::vector<std::uint32_t> firsts;
    std::vector<std::vector<std::uint32_t>> seconds;
    for (const WrittenPair& pair : pairs_) {
      const std::uint32_t first = rank(first_of(pair.pair));
      if (firsts.empty() || firsts.back() != first) {
        firsts.push_back(first);
        seconds.emplace_back();
      }
      seconds.back().push_back(rank(second_of(pair.pair)));
    }
    write_counted(out_, firsts, 1);
    for (const auto& list : seconds) write_counted(out_, list, 0);
  }

  void write_counted(BitWriter& out, const std::vector<std::uint32_t>& ranks, std::uint32_t lowest) const {
    out.put_number(static_cast<std::uint32_t>(ranks.size() - 1));
    out.put_set(ranks, lowest, last_rank());
  }

  void write_directory_of(const WrittenPair& pair, BitWriter& out) {
    if (second_of(pair.pair) != 0) {
      thirds_.clear();
      for (const std::uint32_t third : pair.thirds) thirds_.push_back(rank(third));
      write_counted(out, thirds_, 0);
    }
    for (const std::uint32_t size : pair.sizes) out.put_number(size);
  }

  std::span<const WrittenPair> pairs_;
  std::vector<std::uint32_t> alphabet_;
  std::vector<std::uint32_t> thirds_;  ///< ranks of one pair
  BitWriter out_;
};

constexpr std::uint8_t most_uses = 100;

/// The lowest number of uses in a grade, and 1 at least.
std::uint8_t uses_of(std::uint8_t grade) { return static_cast<std::uint8_t>(1u << grade); }

template <typename Detail>
PostingList list_of(const std::vector<std::uint8_t>& pages, const Detail& detail) {
  PostingList list;
  for (auto at = pages.begin(); at != pages.end(); ++at) {
    at = std::find_if(at, pages.end(), [](std::uint8_t uses) { return uses != 0; });
    if (at == pages.end()) break;
    list.push_back({static_cast<std::uint32_t>(at - pages.begin()), detail(*at)});
  }
  return list;
}

}  // namespace

void keep_begins(PostingList& titles) {
  for (Posting& posting : titles) posting.detail &= begins_title;
}

WrittenShard write_shard(std::span<const WrittenPair> pairs) { return ShardWriter(pairs).shard(); }

PostingsUnion::PostingsUnion(std::uint32_t page_count)
    : text_(page_count), context_(page_count), title_(page_count) {}

void PostingsUnion::add(const TokenPostings& postings) {
  for (const Posting& p : postings.text)
    text_[p.page] = std::min<std::uint8_t>(most_uses, text_[p.page] + uses_of(p.detail));
  for (const Posting& p : postings.context) context_[p.page] = 1;
  for (const Posting& p : postings.title) {
    const std::uint8_t before =
        title_[p.page] == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(title_[p.page] - 1);
    title_[p.page] = static_cast<std::uint8_t>((before | p.detail) + 1);
  }
}

TokenPostings PostingsUnion::all() const {
  return {list_of(text_, [](std::uint8_t uses) { return grade_of(uses); }),
          list_of(context_, [](std::uint8_t) { return std::uint8_t{0}; }),
          list_of(title_, [](std::uint8_t edges) { return static_cast<std::uint8_t>(edges - 1); })};
}

Shard::Shard(std::string_view letters, std::uint32_t page_count)
    : bits_(letters), page_count_(page_count), alphabet_{0} {
  const std::vector<std::uint32_t> characters = bits_.set(bits_.number(), 1, last_character);
  alphabet_.insert(alphabet_.end(), characters.begin(), characters.end());
  read_directory();
}

void Shard::read_directory() {
  std::vector<Token> pairs;
  for (const std::uint32_t first : read_characters(bits_.number() + 1, 1)) {
    for (const std::uint32_t second : read_characters(bits_.number() + 1, 0)) {
      pairs.push_back(make_token(first, second));
    }
    if (pairs.size() > bits_.size()) throw FormatError("more tokens than the data can hold");
  }
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < pairs.size(); ++i) lengths.push_back(bits_.number());
  const std::uint32_t divided_count = bits_.number();
  if (divided_count > pairs.size()) throw FormatError("more divided pairs than there are pairs");
  std::map<std::uint32_t, Place> divided;
  if (divided_count > 0) {
    for (const std::uint32_t pair :
         bits_.set(divided_count, 0, static_cast<std::uint32_t>(pairs.size() - 1))) {
      const std::size_t directory = bits_.number(), together = bits_.number();
      divided[pair] = {0, 0, directory, directory + together};
      if (directory + together > lengths[pair]) throw FormatError("a divided pair that is cut off");
    }
  }
  std::size_t begin = bits_.position();
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    Place place{begin, begin + lengths[i], 0, 0};
    if (const auto parts = divided.find(i); parts != divided.end()) {
      place.together = begin + parts->second.together;
      place.lists = begin + parts->second.lists;
    }
    places_.emplace_hint(places_.end(), pairs[i], place);
    begin += lengths[i];
  }
}

TokenPostings Shard::find(Token token) {
  TokenPostings found;
  const auto pair = places_.find(pair_of(token));
  if (pair != places_.end() && pair->second.is_divided()) {
    const auto [begin, end] = list_in_divided(token, pair->second);
    if (begin == end) return found;
    bits_.go_to(begin);
    found = read_postings(bits_, page_count_);
    if (bits_.position() != end) throw FormatError("lists of another length");
    return found;
  }
  visit_lists(pair_of(token), [&](std::uint32_t third, TokenPostings& postings) {
    if (third == third_of(token)) found = std::move(postings);
  });
  return found;
}

std::size_t Shard::bits_of(Token prefix) {
  if (third_of(prefix) != 0) {
    const auto pair = places_.find(pair_of(prefix));
    if (pair == places_.end() || !pair->second.is_divided()) return bits_of(pair_of(prefix));
    const auto [begin, end] = list_in_divided(prefix, pair->second);
    return end - begin;
  }
  const Token end = end_of_prefix(prefix);
  std::size_t bits = 0;
  for (auto pair = places_.lower_bound(prefix); pair != places_.end() && pair->first < end; ++pair) {
    const Place& place = pair->second;
    bits += place.is_divided() ? place.lists - place.together : place.end - place.begin;
  }
  return bits;
}

bool Shard::add_prefix(Token prefix, PostingsUnion& to) {
  const Token end = end_of_prefix(prefix);
  for (auto pair = places_.lower_bound(prefix); pair != places_.end() && pair->first < end; ++pair) {
    const auto add = [&](TokenPostings& postings, bool ends_with_prefix) {
      if (!ends_with_prefix) keep_begins(postings.title);
      to.add(postings);
    };
    if (pair->second.is_divided()) {
      bits_.go_to(pair->second.together);
      TokenPostings together = read_postings(bits_, page_count_);
      if (bits_.position() != pair->second.lists) throw FormatError("lists of another length");
      add(together, pair->first == prefix);
      if (pair->first == prefix) return true;
    } else {
      visit_lists(pair->first, [&](std::uint32_t third, TokenPostings& postings) {
        add(postings, pair->first == prefix && third == 0);
      });
    }
  }
  return second_of(prefix) != 0;
}

void Shard::see_followers(char32_t first, const std::function<void(Token, std::size_t)>& see) {
  const Token prefix = make_token(first), end = end_of_prefix(prefix);
  for (auto pair = places_.upper_bound(prefix); pair != places_.end() && pair->first < end; ++pair) {
    visit_lists(pair->first, [&](std::uint32_t third, TokenPostings& postings) {
      see(pair->first | third, postings.text.size() + postings.title.size());
    });
  }
}

std::vector<std::uint32_t> Shard::read_characters(std::uint32_t count, std::uint32_t lowest_rank) {
  std::vector<std::uint32_t> ranks =
      bits_.set(count, lowest_rank, static_cast<std::uint32_t>(alphabet_.size() - 1));
  for (std::uint32_t& rank : ranks) rank = alphabet_[rank];
  return ranks;
}

/// The third characters of a pair, at whose directory the reader is.
std::vector<std::uint32_t> Shard::read_thirds(Token pair) {
  if (second_of(pair) == 0) return {0};
  return read_characters(bits_.number() + 1, 0);
}

/// Where the list of one token begins and ends; the same place when it has none.
std::pair<std::size_t, std::size_t> Shard::list_in_divided(Token token, const Place& place) {
  bits_.go_to(place.begin);
  const std::vector<std::uint32_t> thirds = read_thirds(token);
  std::size_t begin = place.lists, end = place.lists;
  bool is_here = false;
  for (const std::uint32_t third : thirds) {
    if (is_here) break;
    begin = end;
    end += bits_.number();
    is_here = third == third_of(token);
  }
  if (end > place.end) throw FormatError("a list that is cut off");
  return {is_here ? begin : end, end};
}

/// Calls `visit(third character, postings)` for each token of a pair.
template <typename Visit>
void Shard::visit_lists(Token pair, const Visit& visit) {
  const auto found = places_.find(pair);
  if (found == places_.end()) return;
  bits_.go_to(found->second.begin);
  const std::vector<std::uint32_t> thirds = read_thirds(pair);
  if (found->second.is_divided()) bits_.go_to(found->second.lists);
  for (const std::uint32_t third : thirds) {
    TokenPostings postings = read_postings(bits_, page_count_);
    visit(third, postings);
  }
  if (bits_.position() != found->second.end)
    throw FormatError("lists of another length than they should have");
}

}  // namespace nianbao::search
