#include <catch2/catch.hpp>

#include "source/json_tree.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;

namespace {

/// The tree written out with places: {a@1:2 …} for objects, numbers and texts as they are.
std::string print(const JsonNode& node) {
  std::string out;
  switch (node.kind) {
    case JsonNode::Kind::null:
      out = "null";
      break;
    case JsonNode::Kind::boolean:
    case JsonNode::Kind::number:
      out = node.text;
      break;
    case JsonNode::Kind::string:
      out = "'" + node.text + "'";
      break;
    case JsonNode::Kind::array:
      for (const JsonNode& item : node.items) out += (out.empty() ? "" : " ") + print(item);
      out = "[" + out + "]";
      break;
    case JsonNode::Kind::object:
      for (const auto& [name, value] : node.members)
        out += (out.empty() ? "" : " ") + name + "=" + print(value);
      out = "{" + out + "}";
      break;
  }
  return out + "@" + std::to_string(node.line) + ":" + std::to_string(node.column);
}

std::string parsed(const std::string& text) {
  DiagnosticSink sink;
  const auto root = parse_json(text, "a.json", sink);
  return (root ? print(*root) : "none") + (sink.sorted().empty() ? "" : " " + reported(sink));
}

std::string between(const std::string& text, const std::string& first, const std::string& second) {
  const std::size_t begin = text.find(first);
  return begin == std::string::npos
             ? ""
             : text.substr(begin + first.size(), text.find(second, begin) - begin - first.size());
}

}  // namespace

TEST_CASE("Numbers keep their letters, and everything knows where it begins") {
  CHECK(parsed("[95.80, 1533, -0, 1E3, 0.10]") == "[95.80@1:2 1533@1:9 -0@1:15 1E3@1:19 0.10@1:24]@1:1");
  CHECK(parsed("{\n  \"指标\": \"毕业生\",\n  \"值\": [1,\n 2], \"x\": {\"y\": null}}") ==
        "{指标='毕业生'@2:9 值=[1@3:9 2@4:2]@3:8 x={y=null@4:17}@4:11}@1:1");
  CHECK(parsed(" 12345678901234567890123 ") == "12345678901234567890123@1:2");
  CHECK(parsed("[true, false, \"\\u5e74\\n\"]") == "[true@1:2 false@1:8 '年\n'@1:15]@1:1");
  CHECK(parsed("[[1],[2,[3]]]") == "[[1@1:3]@1:2 [2@1:7 [3@1:10]@1:9]@1:6]@1:1");
}

TEST_CASE("What is not JSON is reported where it goes wrong") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "none N102 a.json:1:1"},
      {"{\"a\": 1,}", "none N102 a.json:1:9"},
      {"[1 2]", "none N102 a.json:1:4"},
      {"{\n\"标题\": “x”\n}", "none N102 a.json:2:7"},
      {"[\"a]", "none N102 a.json:1:2"},
      {"// 说明\n[]", "none N102 a.json:1:1"},
      {"[1] 2", "none N102 a.json:1:5"},
      {"[NaN]", "none N102 a.json:1:2"},
      {"[01]", "none N102 a.json:1:3"},
      {"\"\xFF\"", "none N102 a.json:1:1"},
  }));
  CAPTURE(text);
  CHECK(parsed(text) == expected);
}

TEST_CASE("A key that stands twice is reported at its second value") {
  CHECK(parsed("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}").ends_with("N102 a.json:3:7"));
  CHECK(parsed("{\"a\": {\"a\": 1}}") == "{a={a=1@1:13}@1:7}@1:1");
}

TEST_CASE("An object of very many keys costs no more than sorting them") {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i) + "\": 0,\n";
  DiagnosticSink sink;
  const auto root = parse_json(text + "\"k0\": 1}", "a.json", sink);
  REQUIRE(root);
  CHECK(root->members.size() == 200'001);
  CHECK(reported(sink) == "N102 a.json:200001:7");
}

TEST_CASE("Depth and size are bounded") {
  CHECK(parsed(std::string(64, '[') + std::string(64, ']')).starts_with("[[["));
  CHECK(parsed(std::string(65, '[') + std::string(65, ']')) == "none N102 a.json:1:65");
  CHECK(parsed(std::string(1'000'000, '[')) == "none N102 a.json:1:65");
  std::string zeros = "[0";
  for (std::size_t i = 0; i < most_json_values; ++i) zeros += ",0";
  CHECK(parsed(zeros + "]") == "none N106 a.json:1");
}

TEST_CASE("The reason of a JSON error is told in plain words") {
  const auto [text, message] = GENERATE(table<std::string, std::string>({
      {"{\"a\": tru}", "cannot read tru}"},
      {"{\"a\": 1 \"b\": 2}", "a comma or colon is missing before this text"},
      {"{\"a\" 1}", "unexpected number literal"},
      {"[1, 2,]", "unexpected ']'"},
      {"[1, 2", "the file ends too early"},
      {"[“甲”]", "cannot read “甲”]"},
      {"[1e999]", "a number is too large"},
  }));
  CAPTURE(text);
  DiagnosticSink sink;
  parse_json(text, "a.json", sink);
  const std::string printed = tests::in_english(sink);
  CHECK(between(printed, "not JSON: ", "\n") == message);
}
