#include "diagnostics/printer.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

namespace nianbao {
namespace {

std::string_view severity_name(Severity severity, Language language) {
  const bool zh = language == Language::zh;
  switch (severity) {
    case Severity::error:
      return zh ? "错误" : "error";
    case Severity::warning:
      return zh ? "警告" : "warning";
    case Severity::note:
      return zh ? "提示" : "note";
  }
  return "";
}

const std::string& in_language(const Wording& wording, Language language) {
  const bool zh = language == Language::zh;
  if (wording.zh.empty()) return wording.en;
  return zh || wording.en.empty() ? wording.zh : wording.en;
}

std::string print_place(const Place& place) {
  std::string out = place.file;
  if (place.line > 0) out += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
  return out;
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    const bool unset = locale == "C" || locale == "POSIX" || locale.starts_with("C.");
    return unset || locale.starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::zh;
}

std::string print_text(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    const std::string place = print_place(d.place);
    if (!place.empty()) out += place + ": ";
    out.append(severity_name(d.severity, language)).append(" ").append(d.code).append(": ");
    out += in_language(d.message, language) + "\n";
    if (!d.hint.empty())
      out += (language == Language::zh ? "    建议：" : "    hint: ") + in_language(d.hint, language) + "\n";
  }
  return out;
}

std::string print_json(const std::vector<Diagnostic>& diagnostics, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  int errors = 0, warnings = 0;
  for (const Diagnostic& d : diagnostics) {
    errors += d.severity == Severity::error;
    warnings += d.severity == Severity::warning;
    list.push_back({{"file", d.place.file},
                    {"line", d.place.line},
                    {"column", d.place.column},
                    {"severity", severity_name(d.severity, Language::en)},
                    {"code", d.code},
                    {"message", in_language(d.message, language)},
                    {"hint", in_language(d.hint, language)}});
  }
  const nlohmann::ordered_json document = {{"diagnostics", list}, {"errors", errors}, {"warnings", warnings}};
  return document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace nianbao
