#include "theme/strings.h"

#include <algorithm>
#include <toml++/toml.h>
#include <vector>

namespace nianbao::theme {

Texts read_strings(const std::filesystem::path& file, const std::string& shown, DiagnosticSink& sink) {
  Texts texts;
  try {
    const auto table = toml::parse_file(file.string());
    for (const auto& [key, value] : table) {
      const auto begin = value.source().begin;
      if (const auto text = value.value<std::string>())
        texts.emplace(std::string(key.str()), *text);
      else
        sink.error("N716", {shown, static_cast<int>(begin.line), static_cast<int>(begin.column)},
                   {"界面文字必须是字符串。", "An interface string has to be a text."});
    }
  } catch (const toml::parse_error& problem) {
    const auto begin = problem.source().begin;
    const std::string what(problem.description());
    sink.error("N711", {shown, static_cast<int>(begin.line), static_cast<int>(begin.column)},
               {"无法读取界面文字：" + what, "The interface strings cannot be read: " + what});
  }
  return texts;
}

Texts load_strings(const std::filesystem::path& folder, const std::string& shown, std::string_view lang,
                   DiagnosticSink& sink) {
  const std::string own = std::string(lang) + ".toml";
  Texts texts = read_strings(folder / own, shown + "/" + own, sink);
  std::vector<std::string> others;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml" && entry.path().filename() != own)
      others.push_back(entry.path().filename().string());
  std::sort(others.begin(), others.end());
  for (const auto& other : others)
    for (const auto& [key, text] : read_strings(folder / other, shown + "/" + other, sink))
      if (!texts.contains(key))
        sink.warning("N716", {shown + "/" + own},
                     {"缺少界面文字“" + key + "”，" + other + " 中有：" + text,
                      "The interface string \"" + key + "\" is missing; " + other + " has it: " + text});
  return texts;
}

}  // namespace nianbao::theme
