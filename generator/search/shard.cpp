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
    std::vector<BitWriter> data;
    for (const WrittenPair& pair : pairs_) data.push_back(data_of(pair));
    for (const BitWriter& bits : data) out_.put_number(static_cast<std::uint32_t>(bits.size()));
    const std::size_t head = out_.size();
    for (const BitWriter& bits : data) out_.append(bits);
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

  BitWriter data_of(const WrittenPair& pair) const {
    BitWriter out;
    if (second_of(pair.pair) != 0) {
      std::vector<std::uint32_t> ranks;
      for (const std::uint32_t third : pair.thirds) ranks.push_back(rank(third));
      write_counted(out, ranks, 0);
    }
    out.append(pair.lists);
    return out;
  }

  std::span<const WrittenPair> pairs_;
  std::vector<std::uint32_t> alphabet_;
  BitWriter out_;
};

constexpr std::uint8_t most_uses = 100;

/// The lowest number of uses in a grade, and 1 at least.
std::uint8_t uses_of(std::uint8_t grade) { return static_cast<std::uint8_t>(1u << grade); }

template <typename Detail>
PostingList list_of(const std::vector<std::uint8_t>& pages, const Detail& detail) {
  PostingList list;
  for (std::uint32_t page = 0; page < pages.size(); ++page) {
    if (pages[page] != 0) list.push_back({page, detail(pages[page])});
  }
  return list;
}

}  // namespace

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
  std::size_t begin = bits_.position();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    places_.emplace_hint(places_.end(), pairs[i], Place{begin, begin + lengths[i]});
    begin += lengths[i];
  }
}

TokenPostings Shard::find(Token token) {
  TokenPostings found;
  visit_lists(pair_of(token), [&](std::uint32_t third, TokenPostings& postings) {
    if (third == third_of(token)) found = std::move(postings);
  });
  return found;
}

std::size_t Shard::bits_of(Token prefix) const {
  const Token end = end_of_prefix(prefix);
  std::size_t bits = 0;
  for (auto pair = places_.lower_bound(prefix); pair != places_.end() && pair->first < end; ++pair)
    bits += pair->second.end - pair->second.begin;
  return bits;
}

void Shard::add_prefix(Token prefix, PostingsUnion& to) {
  const Token end = end_of_prefix(prefix);
  for (auto pair = places_.lower_bound(prefix); pair != places_.end() && pair->first < end; ++pair) {
    visit_lists(pair->first, [&](std::uint32_t third, TokenPostings& postings) {
      if (pair->first != prefix || third != 0) {
        for (Posting& posting : postings.title) posting.detail &= begins_title;
      }
      to.add(postings);
    });
  }
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

/// Calls `visit(third character, postings)` for each token of a pair.
template <typename Visit>
void Shard::visit_lists(Token pair, const Visit& visit) {
  const auto found = places_.find(pair);
  if (found == places_.end()) return;
  bits_.go_to(found->second.begin);
  const bool alone = second_of(pair) == 0;
  for (const std::uint32_t third :
       alone ? std::vector<std::uint32_t>{0} : read_characters(bits_.number() + 1, 0)) {
    TokenPostings postings = read_postings(bits_, page_count_);
    visit(third, postings);
  }
  if (bits_.position() != found->second.end)
    throw FormatError("lists of another length than they should have");
}

}  // namespace nianbao::search
