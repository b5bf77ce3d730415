#include "diagnostics/printer.h"

#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_line = 500;  // code points
constexpr int most_printed_of_a_kind = 20;

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

/// One line for the terminal: words of a file may hold line breaks, control sequences, or a whole novel.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    const bool control =
        c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E);
    text::append_utf8(out, control ? U' ' : c);
  }
  return text::ellipsis(out, longest_line);
}

std::string more_of_a_kind(int count, const Diagnostic& d, Language language) {
  return language == Language::zh ? fmt::format("{}: 另有 {} 处同样的 {}\n", d.place.file, count, d.code)
                                  : fmt::format("{}: {} more of {}\n", d.place.file, count, d.code);
}

void print_one(std::string& out, const Diagnostic& d, Language language) {
  const std::string place = on_one_line(print_place(d.place));
  if (!place.empty()) out += place + ": ";
  out += fmt::format("{} {}: {}\n", severity_name(d.severity, language), d.code,
                     on_one_line(in_language(d.message, language)));
  if (d.hint.empty()) return;
  out +=
      fmt::format("    {}{}\n",
                  language == Language::zh ? "建议：" : "hint: ", on_one_line(in_language(d.hint, language)));
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
  std::map<std::pair<std::string_view, std::string_view>, int> counts;
  for (const Diagnostic& d : diagnostics) ++counts[{d.place.file, d.code}];
  std::map<std::pair<std::string_view, std::string_view>, int> printed;
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    const int total = counts[{d.place.file, d.code}];
    const int number = ++printed[{d.place.file, d.code}];
    if (number <= most_printed_of_a_kind) print_one(out, d, language);
    if (number == total && total > most_printed_of_a_kind)
      out += more_of_a_kind(total - most_printed_of_a_kind, d, language);
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
