#include "diagnostics/printer.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace nianbao;

namespace {

std::vector<Diagnostic> samples() {
  return {{"N101",
           Severity::error,
           {"site.toml", 3, 9},
           {"TOML 写法有误", "this is not TOML"},
           {"补上引号", "add the quote"}},
          {"N104", Severity::warning, {"data/a.csv", 3, 0}, {"少一格", "a field is missing"}, {}},
          {"N210", Severity::note, {"content", 0, 0}, {"只有中文", ""}, {}},
          {"N001", Severity::error, {}, {"", "English only"}, {"", "do it"}}};
}

Language language_with(const char* all, const char* messages, const char* lang) {
  const auto set = [](const char* name, const char* value) {
    value == nullptr ? unsetenv(name) : setenv(name, value, 1);
  };
  set("LC_ALL", all);
  set("LC_MESSAGES", messages);
  set("LANG", lang);
  return language_of_environment();
}

}  // namespace

TEST_CASE("Text in Chinese") {
  CHECK(print_text(samples(), Language::zh) ==
        "site.toml:3:9: 错误 N101: TOML 写法有误\n"
        "    建议：补上引号\n"
        "data/a.csv:3: 警告 N104: 少一格\n"
        "content: 提示 N210: 只有中文\n"
        "错误 N001: English only\n"
        "    建议：do it\n");
}

TEST_CASE("Text in English") {
  CHECK(print_text(samples(), Language::en) ==
        "site.toml:3:9: error N101: this is not TOML\n"
        "    hint: add the quote\n"
        "data/a.csv:3: warning N104: a field is missing\n"
        "content: note N210: 只有中文\n"
        "error N001: English only\n"
        "    hint: do it\n");
}

TEST_CASE("JSON holds every field and counts") {
  const auto json = nlohmann::json::parse(print_json(samples(), Language::en));
  CHECK(json["errors"] == 2);
  CHECK(json["warnings"] == 1);
  REQUIRE(json["diagnostics"].size() == 4);
  CHECK(json["diagnostics"][0] == nlohmann::json{{"file", "site.toml"},
                                                 {"line", 3},
                                                 {"column", 9},
                                                 {"severity", "error"},
                                                 {"code", "N101"},
                                                 {"message", "this is not TOML"},
                                                 {"hint", "add the quote"}});
  CHECK(json["diagnostics"][1]["hint"] == "");
  CHECK(nlohmann::json::parse(print_json(samples(), Language::zh))["diagnostics"][0]["message"] ==
        "TOML 写法有误");
  CHECK(print_json({}, Language::zh) ==
        "{\n  \"diagnostics\": [],\n  \"errors\": 0,\n  \"warnings\": 0\n}\n");
}

TEST_CASE("Words of a hostile file cannot steer the terminal or fill it") {
  const Diagnostic d{"N501",
                     Severity::error,
                     {"a\x1B]0;x\x07.csv", 1, 1},
                     {"“\x1B[2J1\n2\u202E\xFF” " + std::string(9'000, 'x'), ""},
                     {}};
  const std::string text = print_text({d}, Language::zh);
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
  CHECK(text.size() < 600);
  CHECK(nlohmann::json::accept(print_json({d}, Language::zh)));
}

TEST_CASE("Of one complaint about one file twenty are printed, the others counted") {
  std::vector<Diagnostic> many;
  for (int i = 1; i <= 32; ++i)
    many.push_back({"N104", Severity::error, {"a.csv", i, 0}, {"少一格", "short"}, {}});
  many.push_back({"N501", Severity::error, {"a.csv", 40, 1}, {"不是数", "no number"}, {}});
  const std::string zh = print_text(many, Language::zh);
  CHECK(std::count(zh.begin(), zh.end(), '\n') == 22);
  CHECK(zh.ends_with(
      "a.csv:20: 错误 N104: 少一格\na.csv: 另有 12 处同样的 N104\na.csv:40:1: 错误 N501: 不是数\n"));
  CHECK(print_text(many, Language::en).find("a.csv: 12 more of N104\n") != std::string::npos);
}

TEST_CASE("The language follows the locale") {
  CHECK(language_with(nullptr, nullptr, nullptr) == Language::zh);
  CHECK(language_with(nullptr, nullptr, "C.UTF-8") == Language::zh);
  CHECK(language_with(nullptr, nullptr, "POSIX") == Language::zh);
  CHECK(language_with(nullptr, nullptr, "zh_CN.UTF-8") == Language::zh);
  CHECK(language_with(nullptr, nullptr, "en_GB.UTF-8") == Language::en);
  CHECK(language_with(nullptr, "zh_CN", "en_GB.UTF-8") == Language::zh);
  CHECK(language_with("de_DE", "zh_CN", "zh_CN") == Language::en);
  CHECK(language_with("", "", "en_US") == Language::en);
}
