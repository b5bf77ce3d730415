#include <algorithm>
#include <array>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

struct TypeName {
  std::string_view name;
  Type type;
};
constexpr std::array<TypeName, 15> type_names = {{{"bar", Type::bar},
                                                  {"line", Type::line},
                                                  {"scatter", Type::scatter},
                                                  {"bubble", Type::bubble},
                                                  {"pie", Type::pie},
                                                  {"doughnut", Type::doughnut},
                                                  {"polarArea", Type::polar_area},
                                                  {"radar", Type::radar},
                                                  {"slope", Type::slope},
                                                  {"dumbbell", Type::dumbbell},
                                                  {"pyramid", Type::pyramid},
                                                  {"bullet", Type::bullet},
                                                  {"share", Type::share},
                                                  {"waffle", Type::waffle},
                                                  {"sparkline", Type::sparkline}}};

/// What other libraries, and Chart.js 2, call a kind.
struct OtherName {
  std::string_view name, written;
};
constexpr std::array<OtherName, 8> other_names = {{{"area", R"("type": "line", "fill": true)"},
                                                   {"horizontalBar", R"("type": "bar", "indexAxis": "y")"},
                                                   {"column", R"("type": "bar")"},
                                                   {"donut", R"("type": "doughnut")"},
                                                   {"ring", R"("type": "doughnut")"},
                                                   {"rose", R"("type": "polarArea")"},
                                                   {"spider", R"("type": "radar")"},
                                                   {"point", R"("type": "scatter")"}}};

}  // namespace

bool is_round(Type type) { return type == Type::pie || type == Type::doughnut || type == Type::polar_area; }

bool is_cartesian(Type type) { return !is_round(type) && type != Type::radar && type != Type::waffle; }

bool has_no_axes(Type type) { return type == Type::pie || type == Type::doughnut || type == Type::waffle; }

bool shows_parts(Type type) { return is_round(type) || type == Type::share || type == Type::waffle; }

bool is_of_points(Type type) {
  return type == Type::line || type == Type::scatter || type == Type::bubble || type == Type::sparkline;
}

std::optional<Type> type_named(std::string_view name) {
  const auto known =
      std::find_if(type_names.begin(), type_names.end(), [&](const TypeName& t) { return t.name == name; });
  return known == type_names.end() ? std::nullopt : std::optional(known->type);
}

void report_unknown_type(const Node& node, bool fatal, Problems& problems) {
  std::vector<std::string> names;
  std::string list;
  for (const TypeName& known : type_names) {
    names.emplace_back(known.name);
    list.append(list.empty() ? "" : ", ").append(known.name);
  }
  const std::string name = node.value->get<std::string>(), shown = clean_label(name, 40);
  Suggestion hint = suggest(name, names);
  const auto other = std::find_if(other_names.begin(), other_names.end(),
                                  [&](const OtherName& known) { return known.name == name; });
  if (other != other_names.end()) {
    hint.zh = "，请写 " + std::string(other->written);
    hint.en = "; write " + std::string(other->written);
  }
  problems.add(node.pointer, "N413", "不认识的图表类型“" + shown + "”" + hint.zh + "（可用：" + list + "）",
               "unknown chart type \"" + shown + "\"" + hint.en + " (known: " + list + ")", fatal);
}

}  // namespace nianbao::chart
