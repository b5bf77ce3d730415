#include "search/symbol_table.h"

#include <algorithm>

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

void write_characters(BitWriter& out, std::span<const std::u32string> characters) {
  out.put_number(static_cast<std::uint32_t>(characters.size()));
  char32_t before = 0;
  for (const std::u32string& character : characters) {
    out.put_number(character[0] - before);
    before = character[0];
  }
}

std::vector<std::u32string> read_characters(BitReader& in) {
  std::vector<std::u32string> characters;
  std::uint32_t before = 0;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    before += in.number();
    if (before > last_character) throw FormatError("a character that cannot be");
    characters.emplace_back(1, before);
  }
  return characters;
}

/// The symbols that make up a string, the longest first at each place.
std::vector<std::uint32_t> parts_of(std::u32string_view text, const SymbolTree& tree) {
  std::vector<std::uint32_t> parts;
  while (!text.empty()) {
    const auto [symbol, length] = tree.longest(text);
    if (length == 0) throw FormatError("a symbol made of unknown characters");
    parts.push_back(symbol);
    text.remove_prefix(length);
  }
  return parts;
}

}  // namespace

SymbolTable::SymbolTable(std::vector<std::u32string> symbols, std::vector<std::uint32_t> frequent)
    : symbols_(std::move(symbols)), frequent_(std::move(frequent)), codes_(symbols_.size()) {
  std::uint32_t first = 1;  // behind the escape
  for (const std::uint32_t symbol : frequent_) codes_[symbol] = letter(first++);
  for (std::uint32_t symbol = 0; symbol < symbols_.size(); ++symbol) {
    if (!codes_[symbol].empty()) continue;
    const auto place = static_cast<std::uint32_t>(rest_.size());
    codes_[symbol] = {letter(first + place / alphabet_size), letter(place % alphabet_size)};
    rest_.push_back(symbol);
  }
}

std::size_t SymbolTable::short_codes_for(std::size_t symbols) {
  std::size_t short_codes = alphabet_size - 1;
  while (short_codes > 0 && short_codes + (alphabet_size - 1 - short_codes) * alphabet_size < symbols)
    --short_codes;
  return std::min(short_codes, symbols);
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
  write_characters(out, {symbols_.begin(), strings});
  SymbolTree tree;
  std::uint32_t next = 0;
  while (next < strings - symbols_.begin()) tree.add(symbols_[next], next), ++next;
  out.put_number(static_cast<std::uint32_t>(symbols_.end() - strings));
  for (; next < symbols_.size(); ++next) {
    const std::vector<std::uint32_t> parts = parts_of(symbols_[next], tree);
    out.put_number(static_cast<std::uint32_t>(parts.size() - 2));
    for (const std::uint32_t part : parts) out.put_below(part, next);
    tree.add(symbols_[next], next);
  }
  out.put_number(static_cast<std::uint32_t>(frequent_.size()));
  for (const std::uint32_t symbol : frequent_) out.put_below(symbol, next);
}

SymbolTable SymbolTable::read(BitReader& in) {
  std::vector<std::u32string> symbols = read_characters(in);
  for (std::uint32_t count = in.number(); count > 0; --count) {
    std::u32string text;
    const auto known = static_cast<std::uint32_t>(symbols.size());
    for (std::uint32_t parts = in.number() + 2; parts > 0; --parts) {
      if (known == 0 || text.size() > longest_symbol) throw FormatError("a symbol that cannot be");
      text += symbols[in.below(known)];
    }
    symbols.push_back(std::move(text));
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

void SymbolTree::add(std::u32string_view text, std::uint32_t symbol) {
  std::uint32_t node = 0;
  for (const char32_t c : text) {
    const auto next = static_cast<std::uint32_t>(symbols_.size());
    const bool is_first = node == 0 && c < firsts_.size();
    std::uint32_t& child = is_first ? firsts_[c] : children_.insert(step(node, c), next);
    if (child == none) child = next;
    node = child;
    if (node == next) symbols_.push_back(none);
  }
  symbols_[node] = symbol;
}

SymbolTree::Match SymbolTree::longest(std::u32string_view text) const {
  Match match;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint32_t* next = child(node, text[i]);
    if (next == nullptr) break;
    node = *next;
    if (symbols_[node] != none) match = {symbols_[node], i + 1};
  }
  return match;
}

SymbolEncoder::SymbolEncoder(const SymbolTable& table) : table_(table) {
  std::uint32_t next = 0;
  for (const std::u32string& symbol : table.symbols()) tree_.add(symbol, next++);
}

std::string SymbolEncoder::encode(std::u32string_view text) const {
  std::string out;
  while (!text.empty()) {
    const auto [symbol, length] = tree_.longest(text);
    out += length == 0 ? escape(text.front()) : table_.code(symbol);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

}  // namespace nianbao::search
