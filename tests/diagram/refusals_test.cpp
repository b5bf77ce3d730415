#include <catch2/catch.hpp>
#include <cstdio>
#include <unistd.h>

#include "diagram/diagram.h"

using namespace nianbao::diagram;

namespace {

Drawing draw_dot(std::string dot, std::string engine = "dot") {
  return draw({.id = "d",
               .title = "",
               .description = "",
               .dot = std::move(dot),
               .steps = {},
               .engine = std::move(engine)});
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

/// What is written to the standard error stream while `act` runs.
template <typename Act>
std::string standard_error_of(const Act& act) {
  std::FILE* file = std::tmpfile();
  std::fflush(stderr);
  const int saved = dup(2);
  dup2(fileno(file), 2);
  act();
  std::fflush(stderr);
  dup2(saved, 2);
  close(saved);
  std::rewind(file);
  std::string written(4096, '\0');
  written.resize(std::fread(written.data(), 1, written.size(), file));
  std::fclose(file);
  return written;
}

struct Case {
  const char* dot;
  const char* words;  ///< that the message has to hold
};

const Case refused[] = {
    {"digraph { a [image=\"/etc/passwd\"] }", "image"},
    {"digraph { node [image=\"x.png\"] a }", "image"},
    {"digraph { a [shapefile=\"/etc/passwd\"] }", "shapefile"},
    {"digraph { a [shape=epsf] }", "no known shape"},
    {"digraph { a [shape=custom, shapefile=\"x.ps\"] }", "shape"},
    {"digraph { imagepath=\"/etc\"; a }", "imagepath"},
    {"digraph { fontpath=\"/etc\"; a }", "fontpath"},
    {"digraph { _background=\"I 0 0 9 9 3 -a.p\"; a }", "_background"},
    {"digraph { stylesheet=\"http://x/y.css\"; a }", "stylesheet"},
    {"digraph { a [URL=\"javascript:x\"] }", "URL"},
    {"digraph { a [href=\"x\"] }", "href"},
    {"digraph { a -> b [edgeURL=\"x\"] }", "edgeURL"},
    {"digraph { subgraph cluster_a { URL=\"x\"; a } }", "URL"},
    {"digraph { a [label=<<IMG SRC=\"/etc/passwd\"/>>] }", "images"},
    {"digraph { a [label=<<TABLE><TR><TD><img src='x'/></TD></TR></TABLE>>] }", "images"},
    {"digraph { a -> b [label=<<TABLE><TR><TD HREF=\"x\">1</TD></TR></TABLE>>] }", "links"},
    {"digraph { a [label=<<TABLE><TR><TD COLSPAN=\"65000\" ROWSPAN=\"65000\">1</TD></TR></TABLE>>] }",
     "at most 99"},
    {"digraph { a [label=<<TABLE><TR><TD COLSPAN=\"&#54;5000\">1</TD></TR></TABLE>>] }", "at most 99"},
    {"digraph { a -> b [minlen=1000000] }", "minlen"},
    {"digraph { a [peripheries=1000000] }", "peripheries"},
    {"digraph { a [sides=1000000, shape=polygon] }", "sides"},
    {"digraph { a [width=\"1e9\"] }", "width"},
    {"digraph { a [width=nan] }", "width"},
    {"digraph { a [fontsize=100000] }", "fontsize"},
    {"digraph { ranksep=\"1e300\"; a -> b }", "ranksep"},
    {"digraph { a -> b [weight=\"1e9\"] }", "weight"},
    {"digraph { a [margin=\"1,1e9\"] }", "margin"},
    {"digraph { layout=\"../../x\"; a }", "unknown engine"},
    {"digraph { layout=osage; a }", "unknown engine"},
    {"digraph { }", "no nodes"},
};

const Case broken[] = {
    {"digraph {\n a -> b\n c -> \n}\n", "syntax error"},
    {"digraph { a [label=\"unclosed ]; }", "syntax error"},
    {"digraph { a [label=<unclosed ]; }", "syntax error"},
    {"digraph { a /* unclosed", "syntax error"},
    {"digraph { a -> b", "syntax error"},
    {"not a graph", "syntax error"},
    {"   \n", "no graph"},
    {"digraph { a [label=<<TABLE><TR></TABLE>>] }", "mismatched tag"},
    {"digraph { a [shape=record, label=\"{a|{\"] }", "bad label"},
    {"graph { a -> b }", "syntax error"},
};

}  // namespace

TEST_CASE("what reads files, leads away or has no bounds is refused") {
  for (const Case& c : refused) {
    INFO(c.dot);
    const Drawing drawing = draw_dot(c.dot);
    CHECK(drawing.svg.empty());
    CHECK(drawing.error.en.find(c.words) != std::string::npos);
  }
}

TEST_CASE("broken descriptions are errors with a line, and the next description is not harmed") {
  for (const Case& c : broken) {
    INFO(c.dot);
    const Drawing drawing = draw_dot(c.dot);
    CHECK(drawing.svg.empty());
    CHECK(drawing.error.en.find(c.words) != std::string::npos);
    const Drawing next = draw_dot("digraph { a }");
    CHECK(next.error.empty());
  }
  CHECK(draw_dot("digraph {\n a -> b\n c -> \n}\n").error_line == 4);
  CHECK(draw_dot("digraph {\n a -> b ->\n c -> -> d\n}\n").error_line == 3);
}

TEST_CASE("requests that cannot be drawn say why") {
  const auto error_of = [](DrawingRequest request) { return draw(request).error.en; };
  CHECK(error_of({}) == "there is neither a description nor a step");
  CHECK(error_of({.dot = "digraph { a }", .steps = {"a"}}) == "there is both a description and steps");
  CHECK(error_of({.steps = {"a", " "}}) == "a step is empty");
  CHECK(error_of({.steps = std::vector<std::string>(101, "a")}) == "there are more than 100 steps");
  CHECK(error_of({.steps = {std::string(1001, 'a')}}) == "a step is longer than 1000 bytes");
  CHECK(error_of({.steps = {"\xFF"}}) == "a step is not UTF-8");
  CHECK(error_of({.dot = "digraph { \xFF }"}) == "the description is not UTF-8");
  CHECK(error_of({.dot = std::string("digraph { a }\0", 14)}) == "the description holds a NUL character");
  CHECK(error_of({.dot = std::string(70000, ' ')}) == "the description is longer than 64 KiB");
  CHECK(draw_dot("digraph { a }", "patchwork").error.en.find("unknown engine") == 0);
}

TEST_CASE("sizes have limits") {
  std::string nodes = "digraph {", edges = "digraph {", nested = "digraph { a";
  for (int i = 0; i < 121; ++i) nodes += " n" + std::to_string(i);
  for (int i = 0; i < 251; ++i) edges += " a -> b;";
  CHECK(draw_dot(nodes + "}").error.en.find("121 nodes") == 0);
  CHECK(draw_dot(edges + "}").error.en.find("251 edges") == 0);
  const std::string bundle = repeated("a -> b;", 100);
  CHECK(draw_dot("digraph { edge [minlen=3]; " + bundle + "}").error.en.find("300 units of length") !=
        std::string::npos);
  CHECK(draw_dot("digraph { edge [label=x]; " + bundle + bundle + "}").error.en.find("400 units") !=
        std::string::npos);
  CHECK(draw_dot("digraph { " + bundle + "}", "circo").error.en.find("at most 80") != std::string::npos);
  CHECK(draw_dot("digraph { edge [label=x]; " + bundle + "}").error.en == "");
  CHECK(draw_dot(nested + repeated(" subgraph { b", 20) + repeated("}", 21)).error.en.find("nested") !=
        std::string::npos);
  CHECK(draw_dot("digraph { a [label=\"" + std::string(3000, 'x') + "\"] }").error.en.find("longer than") !=
        std::string::npos);
  CHECK_FALSE(draw_dot(repeated("{", 60000)).error.empty());
  CHECK_FALSE(draw_dot("digraph " + repeated("{", 30000) + repeated("}", 30000)).error.empty());
  CHECK(draw_dot("digraph { a [shape=record, label=\"" + repeated("{", 900) + "x" + repeated("}", 900) +
                 "\"] }")
            .error.en == "");
}

TEST_CASE("what does not serve the page is left aside") {
  const std::string plain = draw_dot("digraph { a -> b }").svg;
  CHECK(draw_dot("digraph { bgcolor=red; size=\"99,99\"; dpi=300; rotate=90; charset=latin1; "
                 "fontname=\"SimSun\"; nslimit=1; node [color=red, fontname=x, "
                 "tooltip=t, id=\"i\", class=\"c\"]; edge [fontcolor=blue, color=\"red:blue\"]; a -> b }")
            .svg == plain);
}

TEST_CASE("nothing is written to the standard error stream") {
  const std::string written = standard_error_of([] {
    draw_dot("digraph { a -> }");
    draw_dot("digraph { a [shape=foo]; a:p -> b [arrowhead=zzz] }");
    draw_dot("digraph { a [label=<<X>>] }");
    draw_dot("graph { splines=ortho; a -- b; b -- c; c -- a }");
    draw_dot("graph { a -- b [len=0]; b -- c; overlap=scale }", "neato");
  });
  CHECK(written.empty());
}

TEST_CASE("Graphviz's remarks are passed on") {
  const Drawing drawing = draw_dot("digraph { a:p -> b [arrowhead=zzz] }");
  CHECK(drawing.error.empty());
  REQUIRE(drawing.warnings.size() == 2);
  CHECK(drawing.warnings[0] == "node a, port p unrecognized");
}
