#include <catch2/catch.hpp>

#include "source/fields.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;

namespace {

/// Parses as if the text began in line 11 of a file.
std::unique_ptr<TomlDocument> parse(const std::string& text, DiagnosticSink& sink) {
  return parse_toml(text, "a.md", 11, sink);
}

std::string slip(const std::string& text) {
  DiagnosticSink sink;
  CHECK(parse(text, sink) == nullptr);
  return tests::in_english(sink);
}

}  // namespace

TEST_CASE("Texts, numbers and dates are read as they were written") {
  DiagnosticSink sink;
  const auto document = parse(
      "text = '甲'\nnumber = 95.80\n\"标题\" = [ 1_000, 0.10, \"x\", -3 ] # 说明\ndate = 2023-12-01\ntime = "
      "2023-12-01 09:13:00\n"
      "clock = 09:13:00\ndotted.key.here = 5\ninline = { a = 1.50, b = [2, 3] }\nflag = true\n",
      sink);
  REQUIRE(document);
  Fields fields(*document, document->root, sink);
  CHECK(fields.text("text") == "甲");
  CHECK(fields.text("number") == "95.80");
  CHECK(fields.texts("标题") == std::vector<std::string>{"1_000", "0.10", "x", "-3"});
  CHECK(fields.text("date") == "2023-12-01");
  CHECK(fields.text("time") == "2023-12-01 09:13:00");
  CHECK(fields.text("clock") == "09:13:00");
  CHECK(fields.text("nothing", "otherwise") == "otherwise");
  auto dotted = fields.table("dotted");
  REQUIRE(dotted);
  CHECK(dotted->place() == Place{"a.md", 17, 1});
  CHECK(dotted->table("key")->integer("here") == 5);
  auto inlined = fields.table("inline");
  REQUIRE(inlined);
  CHECK(inlined->place() == Place{"a.md", 18, 10});
  CHECK(inlined->text("a") == "1.50");
  CHECK(inlined->integers("b") == std::vector<int>{2, 3});
  CHECK(inlined->place_of("b") == Place{"a.md", 18, 26});
  CHECK(fields.boolean("flag", false));
  inlined->finish();
  fields.finish();
  CHECK(reported(sink) == "");
}

TEST_CASE("Numbers can be asked for in any order") {
  DiagnosticSink sink;
  const auto document = parse("a = 1.0\n\"乙\" = 2.00\nc = 3.000\n", sink);
  Fields fields(*document, document->root, sink);
  CHECK(fields.text("c") == "3.000");
  CHECK(fields.text("a") == "1.0");
  CHECK(fields.text("乙") == "2.00");
}

TEST_CASE("A long list of numbers on one line costs one walk over it") {
  std::string text = "v = [0.5";
  for (int i = 0; i < 100'000; ++i) text += ", 0.50";
  DiagnosticSink sink;
  const auto document = parse(text + "]", sink);
  Fields fields(*document, document->root, sink);
  const auto values = fields.texts("v");
  REQUIRE(values.size() == 100'001);
  CHECK(values.back() == "0.50");
}

TEST_CASE("Wrong types are reported at the value, in the file's own lines") {
  DiagnosticSink sink;
  const auto document = parse(
      "text = [1]\nwhole = 1.5\nflag = \"yes\"\nlist = \"甲\"\nitems = [ \"a\", { b = 1 } ]\ntable = "
      "3\ntables = { a = 1 }\nlarge = 99999999999\n"
      "numbers = [1, \"2\"]\nmixed = [ { a = 1 }, 2 ]\n",
      sink);
  REQUIRE(document);
  Fields fields(*document, document->root, sink);
  CHECK(fields.text("text", "x") == "x");
  CHECK(fields.integer("whole", 7) == 7);
  CHECK(fields.boolean("flag", true));
  CHECK(fields.texts("list").empty());
  CHECK(fields.texts("items") == std::vector<std::string>{"a"});
  CHECK_FALSE(fields.table("table"));
  CHECK(fields.tables("tables").empty());
  CHECK(fields.integer("large") == 0);
  CHECK(fields.integers("numbers") == std::vector<int>{1});
  CHECK(fields.tables("mixed").size() == 1);
  fields.finish();
  CHECK(reported(sink) ==
        "N202 a.md:11:8; N202 a.md:12:9; N202 a.md:13:8; N202 a.md:14:8; N202 a.md:15:16; N202 a.md:16:9; "
        "N202 a.md:17:10; "
        "N202 a.md:18:9; N202 a.md:19:15; N202 a.md:20:22");
}

TEST_CASE("Unknown keys are reported with the nearest known one") {
  DiagnosticSink sink;
  const auto document = parse("titel = \"x\"\nxyz.abc = 1\n[inner]\ncategori = 2\n", sink);
  Fields fields(*document, document->root, sink);
  fields.text("title");
  fields.text("data");
  auto inner = fields.table("inner");
  inner->text("category");
  inner->finish();
  fields.finish();
  CHECK(tests::in_english(sink) ==
        "a.md:11:1: error N204: unknown key titel\n    hint: did you mean title?\n"
        "a.md:12:1: error N204: unknown key xyz\n    hint: known here: data, inner, title\n"
        "a.md:14:1: error N204: unknown key categori\n    hint: did you mean category?\n");
}

TEST_CASE("Choices are checked, alone and in lists") {
  DiagnosticSink sink;
  const auto document = parse("type = \"bars\"\nlists = [\"tables\", \"figure\", \"cases\"]\n", sink);
  Fields fields(*document, document->root, sink);
  CHECK(fields.choice("type", {"bar", "line"}, "bar") == "bar");
  CHECK(fields.choice("none", {"bar", "line"}, "line") == "line");
  CHECK(fields.choices("lists", {"tables", "figures", "cases"}) ==
        std::vector<std::string>{"tables", "cases"});
  CHECK(reported(sink) == "N203 a.md:11:8; N203 a.md:12:9");
}

TEST_CASE("A required text is missing when it is not there or blank") {
  DiagnosticSink sink;
  const auto document = parse("blank = \" \"\n", sink);
  Fields fields(*document, document->root, sink, {"a.md", 10, 1});
  fields.required_text("title");
  fields.required_text("blank");
  CHECK(reported(sink) == "N201 a.md:10:1; N201 a.md:11:9");
}

TEST_CASE("Slips of an editor are told in plain words") {
  const auto [text, place, message] = GENERATE(table<std::string, std::string, std::string>({
      {"title = “年报”", "11:9", "there are Chinese quotation marks here"},
      {"a = 1\n“title” = \"年报\"", "12:1", "there are Chinese quotation marks here"},
      {"title：\"年报\"", "11:6", "a key and its value are joined by ="},
      {"title ＝ \"年报\"", "11:7", "a key and its value are joined by ="},
      {"list = [\"甲\"，\"乙\"]", "11:12", "there is a Chinese comma here"},
      {"title = 年报", "11:9", "this value is no text, number, true/false or list"},
      {"title =\nyear = 2023", "11:8", "there is no value behind ="},
      {"flag = yes", "11:8", "this value is no text, number, true/false or list"},
      {"title = \"年报", "11:12", "a text is never closed"},
      {"title = \"年报”\nyear = 2023", "11:13", "a text is not closed at the end of its line"},
      {"a = 1\na = 2", "12:5", "a key or table is given twice"},
      {"[a]\n[b]\n[a]", "13:1", "a key or table is given twice"},
      {"code = 00712", "11:13", "a number cannot begin with 0"},
      {"path = \"c:\\目录\"", "11:12", "unknown character behind a backslash"},
      {"title = \"说\"好\"\"", "11:12", "there is more behind the value"},
      {"list = [\"甲\", ", "11:14", "a list is not complete"},
      {"[contact", "11:9", "a table's header is not complete"},
      {"title", "11:6", "= and a value are missing"},
      {"title \"年报\"", "11:7", "= is missing"},
      {"标题 = \"年报\"", "11:1", "keys hold Latin letters, digits, _ and - only"},
      {"[columns.人数]", "11:10", "keys hold Latin letters, digits, _ and - only"},
      {"= 1", "11:1",
       "Error while parsing root table: expected keys, tables, whitespace or comments, saw '='"},
  }));
  CAPTURE(text);
  const std::string printed = slip(text);
  CHECK(printed.substr(0, printed.find('\n')) ==
        "a.md:" + place + ": error N101: this is not TOML: " + message);
  CHECK(printed.find("    hint: ") != std::string::npos);
}

TEST_CASE("Hostile nesting is refused before it exhausts the stack") {
  DiagnosticSink sink;
  std::string dots = "a", quoted = "\"a\"", spaced = "a";
  for (int i = 0; i < 200'000; ++i) {
    dots += ".a";
    quoted += ".\"a\"";
    spaced += " . 'b.\"c'";
  }
  const std::string arrays = "a = " + std::string(100'000, '[') + std::string(100'000, ']');
  for (const std::string& text :
       {dots + " = 1", "[" + dots + "]", "# don't\n" + quoted + " = 1", spaced + " = 1", arrays}) {
    CHECK(parse(text, sink) == nullptr);
  }
  CHECK(tests::codes(sink).starts_with("N101"));
}

TEST_CASE("Dots in texts are no nesting") {
  DiagnosticSink sink;
  std::string text = "text = \"\"\"\n";
  for (int i = 0; i < 500; ++i) text += "........ 95.8 96.2 3.1 第3.2节。";
  CHECK(parse(text + "\"\"\"\n", sink) != nullptr);
  CHECK(reported(sink) == "");
}
