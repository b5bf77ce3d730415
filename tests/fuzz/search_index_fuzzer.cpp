#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "search/answer_book.h"
#include "search/bits.h"
#include "search/fold.h"
#include "search/index_file.h"
#include "search/script_file.h"
#include "search/search.h"
#include "search/text_block.h"

/// Damaged files of an index, with their checks made right again so that the damage gets as far as it can:
/// the reader may find less or report a problem, but never read outside its data, throw anything but
/// IndexError, or hang.
namespace {

using namespace nianbao::search;

std::vector<File> sound_index() {
  Builder builder({.divided_letters = 1, .divided_character_letters = 1});
  builder.add({"a.html", "焊接技术应用", "专业建设", "示例一校", "2024", "chapter",
               "双师型教师占比 61.2%，BIM技术\n1+X 证书"});
  builder.add({"a.html#b", "就业", "专业建设", "示例一校", "2024", "table", "就业率\n95.8%"});
  builder.add({"b.html", "人才培养", "", "示例二校", "2023", "case", "焊接专业的人才培养与就业"});
  builder.add_party({"c", "示例市", {}, ""});
  builder.add_party({"c/a", "示例一校", {"一校"}, "c"});
  builder.add_subject(
      {"indicator", "就业率", {"升学率"}, "%", "", "", false, {{"c/a", {{"2024", "95.8", "a.html"}}}}});
  builder.add_subject(
      {"major", "焊接技术应用", {"焊接"}, "", "", "b.html", true, {{"c/a", {{"2024", "是", "a.html"}}}}});
  return builder.finish();
}

std::string& bytes_of(std::vector<File>& files, std::string_view name) {
  return std::find_if(files.begin(), files.end(), [&](const File& file) { return file.name == name; })->bytes;
}

std::string letters_from(std::string_view bytes) {
  std::string letters;
  for (const char c : bytes) letters += letter(static_cast<unsigned char>(c) % alphabet_size);
  return letters;
}

/// The letters of files that can be damaged by themselves, with the symbols as the last.
constexpr std::string_view damaged_names[] = {"p/0",   "t/0",    "n/0",      "s/2",    "s/3",
                                              "words", "facets", "subjects", "parties"};
constexpr std::size_t damaged_count = std::size(damaged_names);

/// A block whose records have the checks of what they hold now, as far as they end within it.
std::string with_record_checks(std::string block, std::size_t records) {
  std::size_t place = 2 * records;
  for (std::size_t i = 0; 2 * i + 1 < block.size() && i < records; ++i) {
    const std::size_t length = digit(block[2 * i]) * alphabet_size + digit(block[2 * i + 1]);
    if (length < check_length || place + length > block.size()) break;
    const std::string letters = block.substr(place + check_length, length - check_length);
    block.replace(place, length, checked_record(letters));
    place += length;
  }
  return block;
}

/// Puts letters in place of a file, or of the symbols or the directory in index.js.
void replace(std::vector<File>& files, std::size_t part, const std::string& damaged) {
  std::string& index_bytes = bytes_of(files, "index.js");
  IndexFile index = read_index(index_bytes);
  const bool is_block = part < damaged_count && damaged_names[part] == "t/0";
  const std::string letters = is_block ? with_record_checks(damaged, index.pages) : damaged;
  Directory directory = read_directory(index.directory);
  if (part < damaged_count) {
    const std::string name(damaged_names[part]), check = check_of(letters);
    bytes_of(files, file_name(name)) = write_letters(name, letters, check_of(letters));
    if (name == "p/0") directory.shard_checks.at(0) = check;
    if (name == "t/0") directory.block_checks.at(0) = check;
    if (name == "n/0") index.name_checks.at(0) = check;
    for (std::size_t i = 0; i < part_count; ++i) {
      if (name == part_name(i)) index.part_checks.at(i) = check;
    }
    index.directory = write_directory(directory);
  } else if (part == damaged_count) {
    index.symbols = letters;
  } else {
    index.directory = letters;
  }
  index_bytes = write_index(index);
}

/// Writes the bytes over the sound letters from some place on.
std::string overwritten(const std::string& file, const std::string& name, std::string_view bytes,
                        std::size_t at) {
  const std::string_view script = read_script(name, file);
  std::string letters(script.substr(1 + check_length, script.size() - 2 - check_length));
  const std::string other = letters_from(bytes);
  for (std::size_t i = 0; i < other.size() && at % letters.size() + i < letters.size(); ++i) {
    letters[at % letters.size() + i] = other[i];
  }
  return letters;
}

void ask(const std::vector<File>& files) {
  const Reader reader([&](std::string_view name) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.name == name; });
    if (file == files.end()) throw std::runtime_error("missing");
    return file->bytes;
  });
  const Options counted = {{{}, {"示例一校"}, {}, {"table", "chapter"}}, true};
  for (const char* query : {"焊接", "双师型教师占比", "专", "1+x 就业", "61.2%", "hanjie", "焊结",
                            "哪个学校有焊接专业", "升学率 示例一校"}) {
    try {
      reader.ask(query, 20);
      reader.ask(query, 20, counted);
      reader.cards(query);
    } catch (const IndexError&) {
      return;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<File> sound = sound_index();
  if (size < 3) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::vector<File> files = sound;
  const std::size_t choice = data[0] % (2 * damaged_count + 4);
  if (choice < damaged_count) {
    const std::string name(damaged_names[choice]);
    replace(files, choice, overwritten(bytes_of(files, file_name(name)), name, bytes, data[1]));
  } else if (choice < 2 * damaged_count + 2) {
    replace(files, choice - damaged_count, letters_from(bytes));
  } else if (choice == 2 * damaged_count + 2) {
    files[data[1] % files.size()].bytes = bytes;
  } else {
    bytes_of(files, "index.js") = write_script(index_name, bytes);
  }
  ask(files);
  const std::u32string text = code_points(bytes);
  for (const auto& read : {+[](std::u32string_view all) { read_subjects(all); },
                           +[](std::u32string_view all) { read_parties(all); },
                           +[](std::u32string_view all) { read_facts(all); }}) {
    try {
      read(text);
    } catch (const FormatError&) {
      continue;
    }
  }
  return 0;
}
