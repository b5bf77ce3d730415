#include "diagnostics/json_place.h"

#include <catch2/catch.hpp>
#include <string>

namespace nianbao {
namespace {

/// Where the pointer leads in the text, as the text from there on.
std::string led_to(std::string_view text, std::string_view pointer, std::size_t length) {
  return std::string(text.substr(json_place(text, pointer), length));
}

}  // namespace

TEST_CASE("a JSON pointer leads to its value in the text") {
  const std::string text = R"( {"a": 1, "list": [10, {"x": "]}\"", "y": [[], [7, 8]]}, "z"],
    "a/b~c": "slash", "\u5e74": "year", "年": true, "tab\t": 5, "": "empty", "last": null })";
  CHECK(led_to(text, "", 4) == R"({"a")");
  CHECK(led_to(text, "/a", 1) == "1");
  CHECK(led_to(text, "/list", 3) == "[10");
  CHECK(led_to(text, "/list/0", 2) == "10");
  CHECK(led_to(text, "/list/1/x", 4) == R"("]}\)");
  CHECK(led_to(text, "/list/1/y/1/1", 1) == "8");
  CHECK(led_to(text, "/list/2", 3) == R"("z")");
  CHECK(led_to(text, "/a~1b~0c", 7) == R"("slash")");
  CHECK(led_to(text, "/tab\t", 1) == "5");
  CHECK(led_to(text, "/", 7) == R"("empty")");
  CHECK(led_to(text, "/last", 4) == "null");
}

TEST_CASE("what is not there leads to what is around it") {
  const std::string text = R"({"a": {"b": [1, 2]}, "e": [], "o": {}})";
  CHECK(led_to(text, "/a/c", 4) == R"({"b")");
  CHECK(led_to(text, "/a/b/2", 4) == "[1, ");
  CHECK(led_to(text, "/a/b/x", 4) == "[1, ");
  CHECK(led_to(text, "/a/b/0/deep", 1) == "1");
  CHECK(led_to(text, "/e/0", 2) == "[]");
  CHECK(led_to(text, "/o/x", 2) == "{}");
  CHECK(led_to(text, "/missing", 4) == R"({"a")");
}

TEST_CASE("of a key given twice the last counts") {
  const std::string text = R"({"a": 1, "\u0061": [2], "b": 0})";
  CHECK(led_to(text, "/a", 3) == "[2]");
  CHECK(led_to(text, "/a/0", 1) == "2");
}

TEST_CASE("broken text gives some place within") {
  for (const std::string text :
       {"", " ", "{", "[", "{\"a", "{\"a\"", "{\"a\":", "[1,", "[[[", "{\"a\" 1}", "\\", "\"\\", "]"}) {
    INFO(text);
    CHECK(json_place(text, "/a/0/b") <= text.size());
    CHECK(json_place(text, "/0/0") <= text.size());
  }
}

TEST_CASE("depth is counted outside of texts") {
  CHECK(json_depth("1") == 0);
  CHECK(json_depth(R"({"a": [1, {"b": "[[[["}]})") == 3);
  CHECK(json_depth("[][][]") == 1);
  CHECK(json_depth(std::string(100000, '[')) == 100000);
  CHECK(json_depth("]]]\"[") == 0);
}

}  // namespace nianbao
