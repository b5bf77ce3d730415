#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "search/bits.h"
#include "search/index_file.h"
#include "search/script_file.h"
#include "search/search.h"

/// Damaged files of an index, with their checks made right again so that the damage gets as far as it can:
/// the reader may find less or report a problem, but never read outside its data, throw anything but
/// IndexError, or hang.
namespace {

using namespace nianbao::search;

std::vector<File> sound_index() {
  Builder builder;
  builder.add({"a.html", "焊接技术应用", "专业建设", "示例一校", "2024", "chapter",
               "双师型教师占比 61.2%，BIM技术\n1+X 证书"});
  builder.add({"a.html#b", "就业", "专业建设", "示例一校", "2024", "table", "就业率\n95.8%"});
  builder.add({"b.html", "人才培养", "", "示例二校", "2023", "case", "焊接专业的人才培养与就业"});
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

/// Puts letters in place of the postings, the texts or the symbols.
void replace(std::vector<File>& files, int part, const std::string& letters) {
  std::string& index_bytes = bytes_of(files, "index.js");
  IndexFile index = read_index(index_bytes);
  if (part == 0) {
    index.shard_checks.at(0) = check_of(letters);
    bytes_of(files, "p/0.js") = write_letters("p/0", letters);
  } else if (part == 1) {
    index.block_checks.at(0) = check_of(letters);
    bytes_of(files, "t/0.js") = write_letters("t/0", letters);
  } else {
    index.symbols = letters;
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
  for (const char* query : {"焊接", "双师型教师占比", "专", "1+x 就业", "61.2%"}) {
    try {
      reader.ask(query, 20);
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
  switch (data[0] % 7) {
    case 0:
      files[data[1] % files.size()].bytes = bytes;
      break;
    case 1:
      bytes_of(files, "index.js") = write_script(index_name, bytes);
      break;
    case 2:
      replace(files, 0, letters_from(bytes));
      break;
    case 3:
      replace(files, 1, letters_from(bytes));
      break;
    case 4:
      replace(files, 2, letters_from(bytes));
      break;
    case 5:
      replace(files, 0, overwritten(bytes_of(files, "p/0.js"), "p/0", bytes, data[1]));
      break;
    default:
      replace(files, 1, overwritten(bytes_of(files, "t/0.js"), "t/0", bytes, data[1]));
      break;
  }
  ask(files);
  return 0;
}
