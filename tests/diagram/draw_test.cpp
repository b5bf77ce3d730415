#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <thread>

#include "diagram/diagram.h"

using namespace nianbao::diagram;

namespace {

Drawing draw_dot(std::string dot, std::string engine = "dot") {
  return draw({.id = "d",
               .title = "题",
               .description = "说明",
               .dot = std::move(dot),
               .steps = {},
               .engine = std::move(engine)});
}

Drawing draw_steps(std::vector<std::string> steps) {
  return draw({.id = "d",
               .title = "题",
               .description = "说明",
               .dot = "",
               .steps = std::move(steps),
               .engine = "dot"});
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a drawing is a part of a page: names, no prologue, no colours, no ids of Graphviz") {
  const Drawing drawing =
      draw({.id = "fig-1",
            .title = "流程 <1>",
            .description = "先 \"甲\" 后 & 乙",
            .dot = "digraph x { 甲 -> 乙 [label=\"a < b\", color=red]; 乙 [fillcolor=gold, style=filled] }",
            .steps = {},
            .engine = "dot"});
  REQUIRE(drawing.error.empty());
  CHECK(drawing.svg.starts_with(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram-drawing\" role=\"img\" "
      "aria-labelledby=\"fig-1-title fig-1-desc\" viewBox=\"0 0 "));
  CHECK(drawing.svg.ends_with("</g>\n</svg>\n"));
  CHECK(contains(drawing.svg, "<title id=\"fig-1-title\">流程 &lt;1&gt;</title>"));
  CHECK(contains(drawing.svg, "<desc id=\"fig-1-desc\">先 &quot;甲&quot; 后 &amp; 乙</desc>"));
  CHECK(contains(drawing.svg, ">a &lt; b</text>"));
  CHECK(contains(drawing.svg, "var(--diagram-fill, none)"));
  CHECK(count(drawing.svg, " id=\"") == 2);
  for (const char* unwanted :
       {"<?xml", "<!", "red", "gold", "black", "white", "font-family", "class=\"node", "style="}) {
    INFO(unwanted);
    CHECK_FALSE(contains(drawing.svg, unwanted));
  }
  CHECK(drawing.width > 40);
  CHECK(drawing.height > drawing.width);
}

TEST_CASE("without title or description nothing is named") {
  const Drawing drawing = draw({.id = "d", .title = "", .description = "", .dot = "digraph { a }"});
  CHECK_FALSE(contains(drawing.svg, "aria-labelledby"));
  CHECK_FALSE(contains(drawing.svg, "<title"));
  const Drawing without_id = draw({.title = "题 \"甲\"", .description = "说明", .dot = "digraph { a }"});
  CHECK(contains(without_id.svg, "aria-label=\"题 &quot;甲&quot;\""));
  CHECK_FALSE(contains(without_id.svg, " id="));
}

TEST_CASE("steps run from top to bottom and fit a phone") {
  const Drawing drawing =
      draw_steps({"商家出题", "分组提案（含“师带徒”协议签订、安全教育、岗位轮换与过程性评价等环节）",
                  "实训间试播", "\"q\" \\n <b> & step"});
  REQUIRE(drawing.error.empty());
  CHECK(drawing.width <= 300);
  CHECK(count(drawing.svg, "<polygon") == 3);
  CHECK(contains(drawing.svg, ">商家出题</text>"));
  CHECK(contains(drawing.svg, ">&quot;q&quot; \\n &lt;b&gt; &amp; step<"));
  CHECK(draw_steps({"一步"}).error.empty());
}

TEST_CASE("every engine draws every label") {
  for (const char* engine : {"dot", "neato", "circo", "twopi", "fdp"}) {
    INFO(engine);
    const Drawing drawing = draw_dot("digraph { 甲 -> 乙 -> 丙 -> 甲; 甲 -> 丁 [label=边] }", engine);
    REQUIRE(drawing.error.empty());
    CHECK(drawing.warnings.empty());
    for (const char* label : {">甲<", ">乙<", ">丙<", ">丁<", ">边<"}) CHECK(count(drawing.svg, label) == 1);
  }
  CHECK(draw_dot("graph { layout = circo; a -- b }").error.empty());
  CHECK(draw_dot("graph { subgraph x { layout = circo; a -- b } }").error.empty());
}

TEST_CASE("records, HTML-like labels and clusters are drawn") {
  const Drawing drawing = draw_dot(
      "digraph { a [shape=record, label=\"{甲|<p> 乙|丙}\"]; subgraph cluster_x { label=\"组\"; b } a:p -> "
      "b\n"
      "c [shape=none, label=<<TABLE><TR><TD COLSPAN=\"2\" "
      "BGCOLOR=\"red:blue\"><B>表</B></TD></TR><TR><TD>1</TD><TD>2</TD></TR></TABLE>>] }");
  REQUIRE(drawing.error.empty());
  for (const char* label : {">甲<", ">乙<", ">组<", ">表<", "font-weight=\"bold\""})
    CHECK(contains(drawing.svg, label));
  CHECK_FALSE(contains(drawing.svg, "url("));
  CHECK_FALSE(contains(drawing.svg, "Gradient"));
}

TEST_CASE("long labels are wrapped, arranged ones are left") {
  CHECK(count(draw_dot("digraph { 校企双元育人机制建设与实施保障体系架构 }").svg, "<text") == 2);
  CHECK(
      count(
          draw_dot("digraph { a [label=\"校企双元育人机制建设与实施\\n保障体系架构校企双元育人机制\"] }").svg,
          "<text") == 2);
  CHECK(contains(draw_dot("digraph { \"a\\\\b\" }").svg, ">a\\b<"));
}

TEST_CASE("the same request gives the same bytes, on any number of threads") {
  const std::string dot =
      "digraph { layout=neato; a -> b -> c -> a; c -> d; subgraph cluster_1 { d; e } e -> a }";
  const std::string expected = draw_dot(dot).svg;
  REQUIRE_FALSE(expected.empty());
  std::vector<std::string> results(6);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) result = draw_dot("digraph { 别的 -> 图 }").svg + draw_dot(dot).svg;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result.ends_with(expected));
  CHECK(std::count(results.begin(), results.end(), results[0]) == 6);
}

TEST_CASE("the picture does not depend on where names happen to lie in memory") {
  std::string description = "digraph {\n";
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    description += "subgraph cluster_" + n + " { label = \"组 " + n + "\"; a" + n + " -> b" + n + " }\n";
  }
  description += "a0 -> b3; a5 -> b1; a7 -> a2 }\n";
  /// Small blocks are handed out again in the reverse of the order in which they came back.
  const auto drawn_after = [&](bool backwards) {
    std::vector<std::unique_ptr<char[]>> blocks;
    for (int i = 0; i < 4000; ++i) blocks.push_back(std::make_unique<char[]>(16 + 8 * (i % 6)));
    if (backwards) std::reverse(blocks.begin(), blocks.end());
    for (auto& block : blocks) block.reset();
    return draw_dot(description).svg;
  };
  const std::string once = drawn_after(false);
  CHECK(once == drawn_after(true));
  std::size_t before = 0;
  for (int i = 0; i < 8; ++i) {
    const std::size_t at = once.find(">组 " + std::to_string(i) + "<");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
}
