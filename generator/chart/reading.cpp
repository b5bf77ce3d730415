#include "chart/reading.h"

#include <algorithm>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/numbers.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

struct TypeName {
  std::string_view zh, en;
};

TypeName name_of(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return {"空值", "null"};
    case Json::value_t::object:
      return {"对象", "an object"};
    case Json::value_t::array:
      return {"数组", "an array"};
    case Json::value_t::string:
      return {"字符串", "a string"};
    case Json::value_t::boolean:
      return {"布尔值", "a boolean"};
    default:
      return {"数字", "a number"};
  }
}

bool is_plain(std::string_view key) {
  return key.size() <= longest_label && std::all_of(key.begin(), key.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

std::string escaped(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') out += "~0";
    if (c == '/') out += "~1";
    if (c != '~' && c != '/') out += c;
  }
  return out;
}

std::string joined_lines(const Node& lines, Problems& problems) {
  std::string text;
  for (std::size_t i = 0; i < lines.value->size() && text.size() < 4 * longest_sentence; ++i) {
    const Node line = item(lines, i);
    if (!line.value->is_string()) {
      problems.wrong_type(line, "字符串", "a string");
      continue;
    }
    if (!text.empty()) text += ' ';
    text += line.value->get_ref<const std::string&>();
  }
  return text;
}

}  // namespace

void Problems::add(std::string pointer, std::string_view code, std::string zh, std::string en, bool fatal) {
  if (list_.size() > most_problems && !fatal) return;
  if (list_.size() == most_problems && !fatal) {
    list_.push_back({"", std::string(code), "问题太多，其余不再列出",
                     "too many problems; the others are not listed", false});
    return;
  }
  const auto same = [&](const Problem& problem) {
    return problem.pointer == pointer && problem.code == code && problem.zh == zh;
  };
  if (std::any_of(list_.begin(), list_.end(), same)) return;
  list_.push_back({std::move(pointer), std::string(code), std::move(zh), std::move(en), fatal});
}

void Problems::wrong_type(const Node& node, std::string_view zh, std::string_view en, bool fatal) {
  const TypeName found = name_of(*node.value);
  add(node.pointer, "N410", "应为" + std::string(zh) + "，这里是" + std::string(found.zh),
      "expected " + std::string(en) + ", found " + std::string(found.en), fatal);
}

std::string member_pointer(const Node& object, std::string_view key) {
  std::string pointer;
  pointer.reserve(object.pointer.size() + 1 + key.size());
  pointer.append(object.pointer) += '/';
  return pointer.append(is_plain(key) ? key : escaped(clean_label(key, longest_label)));
}

Node member(const Node& object, std::string_view key) {
  if (!object || !object.value->is_object()) return {};
  const auto found = object.value->find(key);
  if (found == object.value->end() || found->is_null()) return {};
  return {&*found, member_pointer(object, key)};
}

Node item(const Node& array, std::size_t index) {
  const std::string digits = std::to_string(index);
  std::string pointer;
  pointer.reserve(array.pointer.size() + 1 + digits.size());
  pointer.append(array.pointer) += '/';
  return {&(*array.value)[index], pointer.append(digits)};
}

std::optional<std::string> string_of(const Node& node, Problems& problems) {
  if (!node) return {};
  if (node.value->is_string())
    return usable_text(node.value->get_ref<const std::string&>(), node.pointer, longest_label, problems);
  problems.wrong_type(node, "字符串", "a string");
  return {};
}

std::optional<bool> flag_of(const Node& node, Problems& problems) {
  if (!node) return {};
  if (node.value->is_boolean()) return node.value->get<bool>();
  problems.wrong_type(node, "true 或 false", "true or false");
  return {};
}

std::optional<double> number_of(const Node& node, Problems& problems) {
  if (!node) return {};
  std::optional<double> number;
  if (node.value->is_number()) number = node.value->get<double>();
  if (node.value->is_string()) number = number_in(node.value->get_ref<const std::string&>());
  if (!number) {
    problems.wrong_type(node, "数字", "a number");
  } else if (!std::isfinite(*number)) {
    problems.add(node.pointer, "N418", "数值超出可绘制的范围", "the number is beyond what can be drawn");
    return {};
  }
  return number;
}

std::optional<std::string> read_string(const Node& object, std::string_view key, Problems& problems) {
  return string_of(member(object, key), problems);
}

std::optional<bool> read_flag(const Node& object, std::string_view key, Problems& problems) {
  return flag_of(member(object, key), problems);
}

std::optional<double> read_number(const Node& object, std::string_view key, Problems& problems) {
  return number_of(member(object, key), problems);
}

std::optional<std::string> text_of(const Node& node, std::size_t longest, Problems& problems) {
  if (!node) return {};
  if (node.value->is_string())
    return usable_text(node.value->get_ref<const std::string&>(), node.pointer, longest, problems);
  if (node.value->is_array())
    return usable_text(joined_lines(node, problems), node.pointer, longest, problems);
  problems.wrong_type(node, "字符串或字符串数组", "a string or an array of strings");
  return {};
}

std::optional<std::string> read_text(const Node& object, std::string_view key, Problems& problems) {
  return text_of(member(object, key), longest_sentence, problems);
}

Node read_object(const Node& object, std::string_view key, Problems& problems) {
  const Node node = member(object, key);
  if (!node || node.value->is_object()) return node;
  problems.wrong_type(node, "对象", "an object");
  return {};
}

Node read_array(const Node& object, std::string_view key, Problems& problems) {
  const Node node = member(object, key);
  if (!node || node.value->is_array()) return node;
  problems.wrong_type(node, "数组", "an array");
  return {};
}

bool is_text(const Node& node, std::string_view text) {
  return node && node.value->is_string() && node.value->get_ref<const std::string&>() == text;
}

std::string usable_text(const std::string& raw, const std::string& pointer, std::size_t longest,
                        Problems& problems) {
  if (text::first_invalid_utf8(raw) != std::string_view::npos) {
    problems.add(pointer, "N419", "文字不是有效的 UTF-8，坏字节显示为 �",
                 "the text is not UTF-8; bad bytes are shown as �");
  } else if (text::count_code_points(raw) > longest) {
    problems.add(
        pointer, "N419", "文字过长，图中只显示前 " + std::to_string(longest) + " 个字",
        "the text is too long; the picture shows the first " + std::to_string(longest) + " characters");
  }
  return clean_label(raw, longest);
}

}  // namespace nianbao::chart
