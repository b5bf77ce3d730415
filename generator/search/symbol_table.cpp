#include "search/symbol_table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace nianbao::search {
namespace {

constexpr int escape_letters = 4;

std::string escape(char32_t c) {
  std::string out(1 + escape_letters, letter(escape_digit));
  for (std::size_t i = escape_letters; i > 0; --i, c /= alphabet_size) out[i] = letter(c % alphabet_size);
  return out;
}

char32_t read_escape(std::string_view codes) {
  if (codes.size() < escape_letters) throw FormatError("a text is cut off");
  std::uint32_t c = 0;
  for (const char code : codes.substr(0, escape_letters)) c = c * alphabet_size + digit(code);
  if (c > last_character) throw FormatError("a character that cannot be");
  return c;
}

constexpr std::size_t most_symbols = alphabet_size * alphabet_size;

void write_sequence(BitWriter& out, std::span<const std::uint32_t> numbers, std::uint32_t last) {
  out.put_number(static_cast<std::uint32_t>(numbers.size()));
  out.put_set(numbers, 0, last);
}

std::vector<std::uint32_t> read_sequence(BitReader& in, std::uint32_t last) {
  const std::uint32_t count = in.number();
  if (count > most_symbols) throw FormatError("more symbols than codes");
  return in.set(count, 0, last);
}

/// Symbols by text: how strings are made of two of them.
class KnownSymbols {
 public:
  void add(const std::u32string& text) {
    numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size()));
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }
  /// The last number that two of them can make.
  std::uint32_t last() const { return size() == 0 ? 0 : size() * size() - 1; }

  /// first * size() + second, of those with the shortest first one.
  std::optional<std::uint32_t> made_of(std::u32string_view text) const {
    for (std::size_t i = 1; i < text.size(); ++i) {
      const auto first = numbers_.find(std::u32string(text.substr(0, i))),
                 second = numbers_.find(std::u32string(text.substr(i)));
      if (first != numbers_.end() && second != numbers_.end()) return first->second * size() + second->second;
    }
    return std::nullopt;
  }

 private:
  std::unordered_map<std::u32string, std::uint32_t> numbers_;
};

/// Numbers of the strings of a level, from this one on.
std::vector<std::uint32_t> level_of(std::span<const std::u32string> strings, const KnownSymbols& known) {
  std::vector<std::uint32_t> numbers;
  for (const std::u32string& text : strings) {
    const auto number = known.made_of(text);
    if (!number || (!numbers.empty() && *number <= numbers.back())) break;
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

std::vector<std::u32string> in_levels(std::vector<std::u32string> characters,
                                      std::vector<std::u32string> strings) {
  std::vector<std::u32string> symbols = std::move(characters);
  KnownSymbols known;
  for (const std::u32string& character : symbols) known.add(character);
  for (bool more = true; more;) {
    std::vector<std::pair<std::uint32_t, std::u32string>> level;
    std::erase_if(strings, [&](std::u32string& text) {
      const auto number = known.made_of(text);
      if (number) level.emplace_back(*number, std::move(text));
      return number.has_value();
    });
    std::sort(level.begin(), level.end());
    for (auto& [number, text] : level) {
      known.add(text);
      symbols.push_back(std::move(text));
    }
    more = !level.empty();
  }
  return symbols;
}

SymbolTable::SymbolTable(std::vector<std::u32string> symbols, std::vector<std::uint32_t> frequent)
    : symbols_(std::move(symbols)), frequent_(std::move(frequent)), codes_(symbols_.size()) {
  std::uint32_t first = 1;  // behind the escape
  for (const std::uint32_t symbol : frequent_) codes_[symbol] = {{letter(first++)}, 1};
  for (std::uint32_t symbol = 0; symbol < symbols_.size(); ++symbol) {
    if (codes_[symbol].length > 0) continue;
    const auto place = static_cast<std::uint32_t>(rest_.size());
    codes_[symbol] = {{letter(first + place / alphabet_size), letter(place % alphabet_size)}, 2};
    rest_.push_back(symbol);
  }
}

std::size_t SymbolTable::short_codes_for(std::size_t symbols) {
  std::size_t short_codes = alphabet_size - 1;
  while (short_codes > 0 && short_codes + (alphabet_size - 1 - short_codes) * alphabet_size < symbols)
    --short_codes;
  return std::min(short_codes, symbols);
}

std::u32string SymbolTable::decode_beginning(std::string_view codes) const {
  std::size_t whole = 0;
  while (whole < codes.size()) {
    const std::uint32_t first = digit(codes[whole]);
    const std::size_t length = first == escape_digit ? 1 + escape_letters : first <= frequent_.size() ? 1 : 2;
    if (whole + length > codes.size()) break;
    whole += length;
  }
  return decode(codes.substr(0, whole));
}

std::u32string SymbolTable::decode(std::string_view codes) const {
  std::u32string out;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::uint32_t first = digit(codes[i]);
    if (first == escape_digit) {
      out += read_escape(codes.substr(i + 1));
      i += escape_letters;
    } else if (first <= frequent_.size()) {
      out += symbols_[frequent_[first - 1]];
    } else {
      if (++i == codes.size()) throw FormatError("a text is cut off");
      const std::size_t place = (first - 1 - frequent_.size()) * alphabet_size + digit(codes[i]);
      if (place >= rest_.size()) throw FormatError("a code that stands for nothing");
      out += symbols_[rest_[place]];
    }
  }
  return out;
}

void SymbolTable::write(BitWriter& out) const {
  const auto is_string = [](const std::u32string& symbol) { return symbol.size() > 1; };
  const auto strings = std::find_if(symbols_.begin(), symbols_.end(), is_string);
  std::vector<std::uint32_t> characters;
  KnownSymbols known;
  for (auto character = symbols_.begin(); character != strings; ++character) {
    characters.push_back((*character)[0]);
    known.add(*character);
  }
  write_sequence(out, characters, last_character);
  std::span<const std::u32string> left(strings, symbols_.end());
  for (bool more = true; more;) {
    const std::vector<std::uint32_t> level = level_of(left, known);
    write_sequence(out, level, known.last());
    for (const std::u32string& text : left.first(level.size())) known.add(text);
    left = left.subspan(level.size());
    more = !level.empty();
  }
  out.put_number(static_cast<std::uint32_t>(frequent_.size()));
  for (const std::uint32_t symbol : frequent_) out.put_below(symbol, known.size());
}

SymbolTable SymbolTable::read(BitReader& in) {
  std::vector<std::u32string> symbols;
  for (const std::uint32_t c : read_sequence(in, last_character)) symbols.emplace_back(1, c);
  for (bool more = true; more;) {
    const auto known = static_cast<std::uint32_t>(symbols.size());
    const std::vector<std::uint32_t> level = read_sequence(in, known == 0 ? 0 : known * known - 1);
    if (known + level.size() > most_symbols) throw FormatError("more symbols than codes");
    for (const std::uint32_t number : level) {
      if (known == 0) throw FormatError("a symbol that cannot be");
      std::u32string text = symbols[number / known] + symbols[number % known];
      if (text.size() > longest_symbol) throw FormatError("a symbol that cannot be");
      symbols.push_back(std::move(text));
    }
    more = !level.empty();
  }
  std::vector<std::uint32_t> frequent;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    if (symbols.empty() || frequent.size() + 1 == alphabet_size) throw FormatError("too many short codes");
    const std::uint32_t symbol = in.below(static_cast<std::uint32_t>(symbols.size()));
    if (std::find(frequent.begin(), frequent.end(), symbol) != frequent.end())
      throw FormatError("two codes for a symbol");
    frequent.push_back(symbol);
  }
  if (symbols.size() > frequent.size() + (alphabet_size - 1 - frequent.size()) * alphabet_size) {
    throw FormatError("more symbols than codes");
  }
  return SymbolTable(std::move(symbols), std::move(frequent));
}

SymbolTree::SymbolTree(std::span<const std::u32string> symbols) : near_ranks_(0x10000), slots_(1) {
  number_characters(symbols);
  std::vector<std::uint32_t> order(symbols.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return symbols[a] < symbols[b]; });
  struct Range {
    std::uint32_t slot;
    std::size_t begin, end, depth;  ///< symbols that begin with the same `depth` characters
  };
  std::vector<Range> ranges{{0, 0, order.size(), 0}};
  std::vector<std::uint32_t> ranks;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < ranges.size(); ++i) {  // level by level
    Range range = ranges[i];
    if (range.begin < range.end && symbols[order[range.begin]].size() == range.depth)
      slots_[range.slot].symbol = order[range.begin++];
    if (range.begin == range.end) continue;
    ranks.clear(), begins.clear();
    for (std::size_t at = range.begin; at < range.end; ++at) {
      const std::uint32_t next = rank(symbols[order[at]][range.depth]);
      if (ranks.empty() || ranks.back() != next) ranks.push_back(next), begins.push_back(at);
    }
    begins.push_back(range.end);
    const std::uint32_t base = slots_[range.slot].base = base_for(ranks);
    for (std::size_t child = 0; child < ranks.size(); ++child) {
      slots_[base + ranks[child]].parent = range.slot;
      ranges.push_back({base + ranks[child], begins[child], begins[child + 1], range.depth + 1});
    }
  }
}

void SymbolTree::number_characters(std::span<const std::u32string> symbols) {
  std::vector<char32_t> characters;
  for (const std::u32string& symbol : symbols)
    characters.insert(characters.end(), symbol.begin(), symbol.end());
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  for (const char32_t c : characters) {
    ++last_rank_;
    if (c < near_ranks_.size())
      near_ranks_[c] = static_cast<std::uint16_t>(last_rank_);
    else
      far_ranks_.emplace_back(c, last_rank_);
  }
}

std::uint32_t SymbolTree::rank(char32_t c) const {
  if (c < near_ranks_.size()) return near_ranks_[c];
  const auto found = std::lower_bound(far_ranks_.begin(), far_ranks_.end(), std::pair(c, 0u));
  return found == far_ranks_.end() || found->first != c ? 0 : found->second;
}

/// The lowest base that leaves all these ranks, which grow, a free slot.
std::uint32_t SymbolTree::base_for(std::span<const std::uint32_t> ranks) {
  const auto is_free = [&](std::uint32_t slot) {
    return slot >= slots_.size() || slots_[slot].parent == none;
  };
  while (!is_free(first_free_)) ++first_free_;
  std::uint32_t base = std::max(first_free_, ranks.front()) - ranks.front();
  while (!std::all_of(ranks.begin(), ranks.end(), [&](std::uint32_t rank) { return is_free(base + rank); }))
    ++base;
  // Behind the last base there is room for every rank, so that no step has to ask.
  slots_.resize(std::max<std::size_t>(slots_.size(), base + last_rank_ + 1));
  return base;
}

SymbolTree::Match SymbolTree::longest(std::u32string_view text) const {
  Match match;
  std::uint32_t slot = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint32_t next = slots_[slot].base + rank(text[i]);
    if (slots_[next].parent != slot) break;
    slot = next;
    if (slots_[slot].symbol != none) match = {slots_[slot].symbol, i + 1};
  }
  return match;
}

SymbolEncoder::SymbolEncoder(const SymbolTable& table) : table_(table), tree_(table.symbols()) {}

std::string SymbolEncoder::encode(std::u32string_view text) const {
  std::string out;
  std::size_t end = 0;
  while (!text.empty()) {
    if (out.size() < end + 1 + escape_letters) out.resize(2 * out.size() + text.size() + 1 + escape_letters);
    const auto [symbol, length] = tree_.longest(text);
    const std::string code = length == 0 ? escape(text.front()) : "";
    const std::string_view letters = length == 0 ? std::string_view(code) : table_.code(symbol);
    end += letters.copy(out.data() + end, letters.size());
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  out.resize(end);
  return out;
}

}  // namespace nianbao::search
