#include "diagram/attributes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <string_view>

#include "diagram/graph_walk.h"
#include "diagram/limits.h"
#include "text/utf8.h"

namespace nianbao::diagram {
namespace {

constexpr std::size_t longest_value = 2000;

/// What an attribute may say. A range of no extent means: any word.
struct Rule {
  double least = 0, most = 0;
};

/// All that a description may use, sizes in Graphviz's units (inches, points, em).
const std::map<std::string_view, Rule>& honoured() {
  static const std::map<std::string_view, Rule> rules = {
      {"label", {}},
      {"xlabel", {}},
      {"headlabel", {}},
      {"taillabel", {}},
      {"shape", {}},
      {"style", {}},
      {"rank", {}},
      {"rankdir", {}},
      {"dir", {}},
      {"arrowhead", {}},
      {"arrowtail", {}},
      {"labeljust", {}},
      {"labelloc", {}},
      {"ordering", {}},
      {"splines", {}},
      {"constraint", {}},
      {"group", {}},
      {"compound", {}},
      {"lhead", {}},
      {"ltail", {}},
      {"headport", {}},
      {"tailport", {}},
      {"samehead", {}},
      {"sametail", {}},
      {"fixedsize", {}},
      {"newrank", {}},
      {"root", {}},
      {"decorate", {}},
      {"regular", {}},
      {"overlap", {}},
      {"color", {}},
      {"fillcolor", {}},
      {"margin", {}},
      {"fontsize", {8, 40}},
      {"width", {0, 20}},
      {"height", {0, 20}},
      {"minlen", {0, 10}},
      {"weight", {0, 1000}},
      {"penwidth", {0, 10}},
      {"arrowsize", {0, 5}},
      {"nodesep", {0, 10}},
      {"ranksep", {0, 10}},
      {"peripheries", {0, 4}},
      {"sides", {0, 32}},
      {"len", {0, 50}},
      {"skew", {-5, 5}},
      {"distortion", {-5, 5}},
      {"sep", {-50, 50}},
      {"esep", {-50, 50}},
      {"pad", {0, 5}},
      {"labelangle", {-180, 180}},
      {"labeldistance", {0, 20}},
      {"mindist", {0, 20}},
  };
  return rules;
}

/// What would read a file or lead the reader somewhere.
bool is_refused(std::string_view name) {
  constexpr std::array<std::string_view, 6> files = {"image",    "imagepath",   "shapefile",
                                                     "fontpath", "_background", "stylesheet"};
  return std::find(files.begin(), files.end(), name) != files.end() || name.ends_with("URL") ||
         name.ends_with("href");
}

bool is_colour(std::string_view name) { return name == "color" || name == "fillcolor"; }

Refusal refuse(std::string_view name, std::string_view value, const Refusal& reason) {
  const std::string shown = text::ellipsis(value, 60);
  return {fmt::format("{} = \"{}\"：{}", name, shown, reason.zh),
          fmt::format("{} = \"{}\": {}", name, shown, reason.en)};
}

Refusal check_number(std::string_view name, std::string_view value, const Rule& rule) {
  if (rule.least == rule.most) return {};
  double number = 0;
  const char* begin = value.data() + (value.starts_with('+') ? 1 : 0);
  const auto [end, error] = std::from_chars(begin, value.data() + value.size(), number);
  if (error == std::errc() && number >= rule.least && number <= rule.most) return {};
  return refuse(name, value,
                {fmt::format("应为 {} 到 {} 之间的数", rule.least, rule.most),
                 fmt::format("a number from {} to {} was expected", rule.least, rule.most)});
}

/// "0.2" or "0.2,0.1", in inches.
Refusal check_margin(std::string_view value) {
  const std::size_t comma = std::min(value.find(','), value.size());
  Refusal error = check_number("margin", value.substr(0, comma), {0, 5});
  if (error.empty() && comma < value.size()) error = check_number("margin", value.substr(comma + 1), {0, 5});
  return error;
}

bool is_shape(std::string_view value) {
  constexpr std::array<std::string_view, 40> shapes = {
      "box",          "polygon",   "ellipse",   "oval",      "circle",       "point",         "egg",
      "triangle",     "plaintext", "plain",     "diamond",   "trapezium",    "parallelogram", "house",
      "pentagon",     "hexagon",   "septagon",  "octagon",   "doublecircle", "doubleoctagon", "invtriangle",
      "invtrapezium", "invhouse",  "Mdiamond",  "Msquare",   "Mcircle",      "rect",          "rectangle",
      "square",       "star",      "none",      "underline", "cylinder",     "note",          "tab",
      "folder",       "box3d",     "component", "record",    "Mrecord"};
  return std::find(shapes.begin(), shapes.end(), value) != shapes.end();
}

/// Cells may span at most 99 others: Graphviz reserves room for rows times columns.
bool has_small_spans(std::string_view html) {
  for (std::size_t at = html.find("span"); at != std::string_view::npos; at = html.find("span", at + 1)) {
    std::string_view rest = html.substr(at + 4);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n="), rest.size()));
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) continue;
    const std::size_t end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos || end > 3 ||
        rest.substr(1, end - 1).find('&') != std::string_view::npos)
      return false;
  }
  return true;
}

Refusal check_html_label(std::string_view name, std::string_view value) {
  std::string lower(value);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (lower.find("<img") != std::string::npos)
    return refuse(name, value, {"示意图里不能用图片", "images cannot be used in diagrams"});
  if (lower.find("href") != std::string::npos)
    return refuse(name, value, {"示意图里不能用链接", "links cannot be used in diagrams"});
  if (!has_small_spans(lower))
    return refuse(name, value, {"一格最多合并 99 格", "a cell may span at most 99 others"});
  return {};
}

/// One attribute of one object; `value` is not empty.
Refusal check(std::string_view name, char* value) {
  const std::string_view words = value;
  if (is_refused(name))
    return refuse(name, words, {"示意图里不能用文件和链接", "files and links cannot be used in diagrams"});
  const auto rule = honoured().find(name);
  if (rule == honoured().end()) return {};
  if (words.size() > longest_value)
    return refuse(
        name, words,
        {fmt::format("超过 {} 字节", longest_value), fmt::format("is longer than {} bytes", longest_value)});
  if (aghtmlstr(value) != 0) return check_html_label(name, words);
  if (name == "shape" && !is_shape(words)) return refuse(name, words, {"没有这种形状", "is no known shape"});
  if (name == "margin") return check_margin(words);
  return check_number(name, words, rule->second);
}

bool is_kept(std::string_view name, std::string_view value) {
  if (is_colour(name)) return value == "none" || value == "transparent" || value == "invis";
  return honoured().contains(name);
}

Refusal check_attributes(Agraph_t* graph, int kind) {
  Refusal error;
  for (Agsym_t* symbol = agnxtattr(graph, kind, nullptr); symbol != nullptr;
       symbol = agnxtattr(graph, kind, symbol)) {
    for_each_object(graph, kind, [&](void* object) {
      char* value = agxget(object, symbol);
      if (value == nullptr || *value == '\0' || !error.empty()) return;
      error = check(symbol->name, value);
      if (!is_kept(symbol->name, value)) agxset(object, symbol, name_of(""));
    });
  }
  return error;
}

}  // namespace

Refusal check_and_reduce(Agraph_t* graph, const std::string& engine) {
  Refusal error = check_counts(graph);
  for (const int kind : {AGRAPH, AGNODE, AGEDGE}) {
    if (error.empty()) error = check_attributes(graph, kind);
  }
  return error.empty() ? check_length(graph, engine) : error;
}

std::string engine_of(Agraph_t* graph) {
  const char* value = agget(graph, name_of("layout"));
  return value == nullptr ? "" : value;
}

}  // namespace nianbao::diagram
