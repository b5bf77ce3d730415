#include "search/symbol_table.h"

#include <catch2/catch.hpp>

#include "corpus.h"
#include "search/fold.h"
#include "search/page_record.h"
#include "search/symbol_training.h"

using namespace nianbao::search;

namespace {

std::vector<std::u32string> sample() {
  std::vector<std::u32string> texts;
  for (const Page& page : pages_of(make_corpus(1))) texts.push_back(write_record(page));
  return texts;
}

SymbolTable read_again(const SymbolTable& table) {
  BitWriter out;
  table.write(out);
  BitReader in(out.characters());
  return SymbolTable::read(in);
}

}  // namespace

TEST_CASE("texts come back from their codes, with characters that were never seen too") {
  const SymbolTable table = train_symbols(sample(), 1);
  const SymbolTable again = read_again(table);
  const SymbolEncoder encoder(table);
  for (const std::u32string& text : sample()) REQUIRE(again.decode(encoder.encode(text)) == text);
  for (const std::u32string text : {U"", U"龘", U"a龘b𠮷\U0010FFFF", U"\n\x1E\x1F"})
    CHECK(again.decode(encoder.encode(text)) == text);
}

TEST_CASE("a table of nothing still writes texts") {
  const SymbolTable table = train_symbols({}, 1);
  CHECK(read_again(table).decode(SymbolEncoder(table).encode(U"焊接")) == U"焊接");
}

TEST_CASE("characters that are known beforehand have a symbol, even if no text has them") {
  const auto symbols = train_symbols(sample(), 1, U"哪焊龘").symbols();
  for (const std::u32string character : {U"哪", U"焊", U"龘"})
    CHECK(std::count(symbols.begin(), symbols.end(), character) == 1);
  const auto others = train_symbols(sample(), 1).symbols();
  CHECK(std::count(others.begin(), others.end(), std::u32string(U"龘")) == 0);
}

TEST_CASE("strings stand in levels, each made of two symbols before it") {
  const auto symbols =
      in_levels({U"a", U"b", U"c"}, {U"abab", U"ba", U"abc", U"ab", U"xb", U"abcab", U"ccc"});
  CHECK(symbols == std::vector<std::u32string>{U"a", U"b", U"c", U"ab", U"ba", U"abc", U"abab", U"abcab"});
  CHECK(read_again(SymbolTable(symbols, {3, 0})).symbols() == symbols);
}

TEST_CASE("a string costs two and a half letters in the table") {
  const SymbolTable table = train_symbols(sample(), 1);
  std::vector<std::u32string> characters;
  for (const std::u32string& symbol : table.symbols()) {
    if (symbol.size() == 1) characters.push_back(symbol);
  }
  const std::size_t strings = table.symbols().size() - characters.size();
  const auto letters = [](const SymbolTable& of) {
    BitWriter out;
    of.write(out);
    return out.characters().size();
  };
  REQUIRE(strings > 100);
  CHECK((letters(table) - letters(SymbolTable(characters, {}))) * 2 <= strings * 5);
}

TEST_CASE("codes are less than half of the UTF-8") {
  std::size_t bytes = 0, letters = 0;
  const SymbolTable table = train_symbols(sample(), 1);
  const SymbolEncoder encoder(table);
  for (const std::u32string& text : sample()) {
    bytes += utf8(text).size();
    letters += encoder.encode(text).size();
  }
  CHECK(letters * 2 < bytes);
}

TEST_CASE("short codes leave room for all long ones") {
  for (const std::size_t symbols : {0u, 1u, 90u, 91u, 180u, 181u, 1000u, 4600u}) {
    const std::size_t short_codes = SymbolTable::short_codes_for(symbols);
    CHECK(short_codes <= symbols);
    CHECK(short_codes + (alphabet_size - 1 - short_codes) * alphabet_size >= symbols);
  }
}

TEST_CASE("codes that stand for nothing are refused") {
  const SymbolTable table({U"a", U"b", U"ab"}, {0});
  CHECK(table.decode(std::string{letter(1)}) == U"a");
  CHECK(table.decode(std::string{letter(2), letter(1)}) == U"ab");
  for (const std::string& codes :
       {std::string{letter(2)}, std::string{letter(2), letter(5)}, std::string{letter(0), letter(1)},
        std::string(1, ' '), std::string{letter(0), letter(90), letter(90), letter(90), letter(90)}}) {
    CHECK_THROWS_AS(table.decode(codes), FormatError);
  }
}
