#include "search/index_file.h"

#include <catch2/catch.hpp>

#include "search/bits.h"
#include "search/script_file.h"
#include "search/text_block.h"

using namespace nianbao::search;

namespace {

/// One for each part, all different.
std::vector<std::string> part_checks() {
  std::vector<std::string> checks;
  for (std::size_t i = 0; i < part_count; ++i) checks.push_back(check_of(part_name(i)));
  return checks;
}

}  // namespace

TEST_CASE("a script holds its data under its name") {
  const std::string bytes = write_letters("p/3", "abc", check_of("abc"));
  CHECK(bytes == "nianbaoSearch(\"p/3\",\"" + check_of("abc") + "abc\");\n");
  CHECK(read_letters("p/3", bytes, check_of("abc")) == "abc");
  CHECK_THROWS_AS(read_letters("p/4", bytes, check_of("abc")), FormatError);
  CHECK_THROWS_AS(read_letters("p/3", bytes, check_of("abd")), FormatError);
  for (std::size_t length = 0; length + 1 < bytes.size(); ++length) {
    CHECK_THROWS_AS(read_letters("p/3", bytes.substr(0, length), check_of("abc")), FormatError);
  }
  std::string changed = bytes;
  changed[changed.find("abc")] = 'x';
  CHECK_THROWS_AS(read_letters("p/3", changed, check_of("abc")), FormatError);
}

TEST_CASE("the check is the published one, so that other readers can be written") {
  CHECK(check_of("") == "HJ1E");
  CHECK(check_of("a").size() == check_length);
  CHECK(check_of("a") != check_of("b"));
}

TEST_CASE("parts have their names") {
  CHECK(part_name(variants_part) == "v/0");
  CHECK(part_name(sounds_part - 1) == "v/3");
  CHECK(part_name(sounds_part) == "s/0");
  CHECK(part_name(words_part - 1) == "s/7");
  CHECK(part_name(words_part) == "words");
  CHECK(part_name(part_count - 1) == "parties");
}

TEST_CASE("index.js gives back what it was written from") {
  IndexFile index;
  index.pages = 70;
  index.entries = 200;
  index.pages_per_block = 40;
  index.group_size = 2;
  index.groups = {make_token(U'%'), make_token(0x20BB7, U'野')};
  index.group_checks = {"aaaa", "bbbb", "cc-_"};
  index.directory = "!#";
  index.names = {7, 7, 300};
  index.name_checks = {"dddd", "eeee", "ffff"};
  index.part_checks = part_checks();
  index.subject_buckets = {12, 0};
  index.facet_parts = {300, 9000};
  index.variants = "##";
  index.symbols = "!!";
  const std::string bytes = write_index(index);
  for (const char c : bytes) CHECK(static_cast<unsigned char>(c) < 0x7F);
  const IndexFile again = read_index(bytes);
  CHECK(again.pages == 70);
  CHECK(again.entries == 200);
  CHECK(again.pages_per_block == 40);
  CHECK(again.group_size == 2);
  CHECK(again.groups == index.groups);
  CHECK(again.group_checks == index.group_checks);
  CHECK(again.directory == "!#");
  CHECK(again.names == index.names);
  CHECK(again.name_checks == index.name_checks);
  CHECK(again.part_checks == index.part_checks);
  CHECK(again.subject_buckets == index.subject_buckets);
  CHECK(again.facet_parts == index.facet_parts);
  CHECK(again.variants == "##");
  CHECK(again.symbols == "!!");
}

TEST_CASE("a directory gives back its shards and blocks, and is refused when it is cut off") {
  Directory directory = {
      {make_token(U'%'), make_token(U'焊', U'接'), make_token(U'焊', U'木'), make_token(0x20BB7, U'野')},
      {4, 1000, 2, 0},
      {"aaaa", "bbbb", "cccc", "dddd"},
      {"eeee", "ffff"},
      {}};
  for (const std::vector<std::uint32_t>& lengths : {std::vector<std::uint32_t>{}, {700, 0, 30000}}) {
    directory.lengths = lengths;
    const std::string letters = write_directory(directory);
    const Directory again = read_directory(letters);
    CHECK(again.shards == directory.shards);
    CHECK(again.heads == directory.heads);
    CHECK(again.shard_checks == directory.shard_checks);
    CHECK(again.block_checks == directory.block_checks);
    CHECK(again.lengths == lengths);
    for (std::size_t length = 0; length + 2 < letters.size(); length += 2)
      CHECK_THROWS_AS(read_directory(std::string_view(letters).substr(0, length)), FormatError);
  }
}

TEST_CASE("an index of another version is refused by its version") {
  try {
    read_index("nianbaoSearch(\"index\",{\"format\":99,\"whatever\":1});\n");
    FAIL("read");
  } catch (const UnknownVersion& problem) {
    CHECK(problem.version == "99");
  }
}

TEST_CASE("what is no index is refused") {
  IndexFile index;
  index.part_checks = part_checks();
  CHECK(read_index(write_index(index)).pages == 0);
  index.groups = {make_token(U'a')};
  const std::string no_group_checks = write_index(index);
  index = {};
  const std::string no_part_checks = write_index(index);
  for (const std::string& bytes :
       {std::string(), std::string("{}"), std::string("nianbaoSearch(\"index\",{});"),
        std::string("nianbaoSearch(\"index\",{\"format\":7});"),
        std::string("nianbaoSearch(\"index\",[1,2]);"), no_group_checks, no_part_checks}) {
    CHECK_THROWS_AS(read_index(bytes), FormatError);
  }
}

TEST_CASE("records of a block stand side by side") {
  const std::vector<std::string> letters = {
      "abc", "", std::string(8275, 'x'), std::string(8276, 'y'), "d", std::string(9000, 'z'), "e"};
  std::vector<std::string> records;
  for (const std::string& record : letters) records.push_back(checked_record(record));
  const std::string block = write_block(records);
  for (std::size_t i = 0; i < letters.size(); ++i) CHECK(record_of(block, letters.size(), i) == letters[i]);
  CHECK(block.size() == 3 + 8275 + 8276 + 1 + 9000 + 1 + (check_length + 2) * letters.size() + 2 * 4);
  CHECK_THROWS_AS(record_of(block, 7, 7), FormatError);
  CHECK_THROWS_AS(record_of(block.substr(0, 20), 7, 2), FormatError);
  CHECK_THROWS_AS(record_of(block.substr(0, 20), 7, 5), FormatError);
  CHECK_THROWS_AS(record_of("!!", 3, 0), FormatError);
}

TEST_CASE("a record has a check of what is looked at first of it") {
  CHECK(checked_record("abc") == check_of("abc") + "abc");
  const std::string long_record = std::string(first_look, 'x') + "y";
  CHECK(checked_record(long_record) == check_of(std::string(first_look, 'x')) + long_record);
  std::string block = write_block(std::vector<std::string>{checked_record("abc"), checked_record("def")});
  block[block.find("abc")] = 'x';
  CHECK_THROWS_AS(record_of(block, 2, 0), FormatError);
  CHECK(record_of(block, 2, 1) == "def");
}
