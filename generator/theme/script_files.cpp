#include "theme/script_files.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "theme/file_bytes.h"

namespace nianbao::theme {
namespace {

namespace fs = std::filesystem;

/// The words of the comment line that begins like this.
std::vector<std::string> words_behind(std::string_view mark, const std::string& text) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {};
  std::istringstream line(text.substr(at + mark.size(), text.find('\n', at + 1) - at - mark.size()));
  std::vector<std::string> words;
  for (std::string word; line >> word;) words.push_back(word);
  return words;
}

/// The files that stand in front of a script.
std::vector<std::string> files_before(const std::string& text) {
  return words_behind("\n// Published behind: ", text);
}

}  // namespace

std::vector<Script> scripts_of(const fs::path& folder) {
  std::vector<Script> scripts;
  std::set<std::string> parts;
  for (const fs::path& file : files_of(folder, ".js")) {
    std::string text = bytes_of(file);
    if (const auto before = files_before(text); !before.empty()) {
      std::string all = "(function () {\n\"use strict\";\n";
      for (const std::string& part : before) all += bytes_of(folder / part);
      text = all + text + "})();\n";
      parts.insert(before.begin(), before.end());
    }
    scripts.push_back({file.filename().string(), std::move(text)});
  }
  std::erase_if(scripts, [&](const Script& script) { return parts.contains(script.name); });
  return scripts;
}

std::vector<std::string> own_names(const std::string& text) {
  return words_behind("\n// Names of its own: ", text);
}

std::vector<std::string> missing_scripts(const fs::path& folder) {
  std::vector<std::string> missing;
  for (const fs::path& file : files_of(folder, ".js"))
    for (const std::string& part : files_before(bytes_of(file)))
      if (!fs::is_regular_file(folder / part)) missing.push_back(part);
  return missing;
}

}  // namespace nianbao::theme
