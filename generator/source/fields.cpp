#include "source/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

/// What toml++ parsed as a number, as it was written: from its place to the next delimiter.
std::string as_written(std::string_view text, const toml::source_position& begin) {
  std::size_t offset = 0;
  for (auto line = begin.line; line > 1; --line) {
    const std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) return {};
    offset = end + 1;
  }
  for (auto column = begin.column; column > 1 && offset < text.size(); --column)
    text::next_code_point(text, offset);
  const std::size_t end = text.find_first_of(",]} \t\r\n#", offset);
  return std::string(text.substr(offset, end == std::string_view::npos ? end : end - offset));
}

Wording did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  if (const auto near = text::nearest(word, candidates)) {
    return {fmt::format("是不是想写 {}？", *near), fmt::format("did you mean {}?", *near)};
  }
  return {fmt::format("可用的有：{}", fmt::join(candidates, "、")),
          fmt::format("known here: {}", fmt::join(candidates, ", "))};
}

}  // namespace

std::optional<TomlDocument> parse_toml(std::string text, std::string file, int first_line,
                                       DiagnosticSink& sink) {
  TomlDocument document{{}, std::move(text), std::move(file), first_line};
  try {
    document.root = toml::parse(document.text);
    return document;
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    const Place place{document.file, first_line + static_cast<int>(at.line) - 1, static_cast<int>(at.column)};
    sink.error("N101", place,
               {fmt::format("TOML 写法有误：{}", error.description()),
                fmt::format("this is not TOML: {}", error.description())},
               {"文字要用英文双引号括起来，等号两边写键和值，例如 title = \"年报\"",
                "text stands in straight double quotes: title = \"report\""});
    return std::nullopt;
  }
}

Fields::Fields(const TomlDocument& document, const toml::table& table, DiagnosticSink& sink,
               const Place& if_unknown)
    : document_(&document), table_(&table), sink_(&sink), fallback_(if_unknown) {
  if (fallback_.file.empty()) fallback_ = {document.file, document.first_line, 0};
}

Place Fields::place_of(const toml::node& node) const {
  const auto& begin = node.source().begin;
  if (begin.line == 0) return fallback_;
  return {document_->file, document_->first_line + static_cast<int>(begin.line) - 1,
          static_cast<int>(begin.column)};
}

Place Fields::place() const { return table_ == &document_->root ? fallback_ : place_of(*table_); }

Place Fields::place_of(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? place() : place_of(*node);
}

const toml::node* Fields::find(std::string_view key) {
  known_.emplace(key);
  return table_->get(key);
}

void Fields::wrong_type(const toml::node& node, std::string_view key, std::string_view zh,
                        std::string_view en) const {
  sink_->error("N202", place_of(node),
               {fmt::format("{} 应为{}", key, zh), fmt::format("{} should be {}", key, en)});
}

std::optional<std::string> Fields::printed(const toml::node& node) const {
  if (const auto value = node.value<std::string>(); node.is_string()) return value;
  if (node.is_number() || node.is_date() || node.is_date_time())
    return as_written(document_->text, node.source().begin);
  return std::nullopt;
}

std::string Fields::text(std::string_view key, std::string_view otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::string(otherwise);
  if (const auto value = printed(*node)) return *value;
  wrong_type(*node, key, "文字（用双引号括起来）", "text in double quotes");
  return std::string(otherwise);
}

std::string Fields::required_text(std::string_view key) {
  std::string value = text(key);
  if (text::trim(value).empty() && (table_->get(key) == nullptr || table_->get(key)->is_string())) {
    sink_->error("N201", place_of(key), {fmt::format("缺少 {}", key), fmt::format("{} is missing", key)},
                 {fmt::format("加上一行 {} = \"…\"", key), fmt::format("add a line {} = \"…\"", key)});
  }
  return value;
}

int Fields::integer(std::string_view key, int otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->is_integer() ? node->value<std::int64_t>() : std::nullopt;
  if (value && *value > -1'000'000'000 && *value < 1'000'000'000) return static_cast<int>(*value);
  wrong_type(*node, key, "整数", "a whole number");
  return otherwise;
}

std::optional<bool> Fields::maybe_boolean(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_boolean()) return node->value<bool>();
  wrong_type(*node, key, " true 或 false", "true or false");
  return std::nullopt;
}

bool Fields::boolean(std::string_view key, bool otherwise) { return maybe_boolean(key).value_or(otherwise); }

std::vector<std::string> Fields::texts(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  std::vector<std::string> result;
  if (const toml::array* array = node->as_array()) {
    for (const toml::node& item : *array) {
      if (auto value = printed(item)) {
        result.push_back(std::move(*value));
      } else {
        wrong_type(item, key, "文字的列表，例如 [\"甲\", \"乙\"]", "a list of texts, such as [\"a\", \"b\"]");
      }
    }
  } else {
    wrong_type(*node, key, "文字的列表，例如 [\"甲\", \"乙\"]", "a list of texts, such as [\"a\", \"b\"]");
  }
  return result;
}

std::string Fields::choice(std::string_view key, std::initializer_list<std::string_view> allowed,
                           std::string_view otherwise) {
  std::string value = text(key, otherwise);
  for (const std::string_view candidate : allowed) {
    if (value == candidate) return value;
  }
  const std::vector<std::string> names(allowed.begin(), allowed.end());
  sink_->error("N203", place_of(key),
               {fmt::format("{} 的值 {} 不认识", key, value), fmt::format("{} cannot be {}", key, value)},
               did_you_mean(value, names));
  return std::string(otherwise);
}

std::optional<Fields> Fields::table(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (const toml::table* table = node->as_table()) return Fields(*document_, *table, *sink_, place_of(*node));
  wrong_type(*node, key, "一张表（[…] 或 { … }）", "a table ([…] or { … })");
  return std::nullopt;
}

std::vector<Fields> Fields::tables(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  std::vector<Fields> result;
  const toml::array* array = node->as_array();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    const toml::table* table = (*array)[i].as_table();
    if (table == nullptr) {
      wrong_type((*array)[i], key, "一组表（[[…]]）", "a list of tables ([[…]])");
    } else {
      result.emplace_back(*document_, *table, *sink_, place_of(*table));
    }
  }
  if (array == nullptr) wrong_type(*node, key, "一组表（[[…]]）", "a list of tables ([[…]])");
  return result;
}

std::vector<std::string> Fields::keys() const {
  std::vector<std::string> result;
  for (const auto& [key, ignored] : *table_) result.emplace_back(key.str());
  return result;
}

void Fields::finish() {
  for (const auto& [key, node] : *table_) {
    if (known_.contains(key.str())) continue;
    const auto& begin = key.source().begin;
    const Place place = begin.line == 0
                            ? place_of(node)
                            : Place{document_->file, document_->first_line + static_cast<int>(begin.line) - 1,
                                    static_cast<int>(begin.column)};
    sink_->error("N204", place,
                 {fmt::format("不认识的键 {}", key.str()), fmt::format("unknown key {}", key.str())},
                 did_you_mean(key.str(), {known_.begin(), known_.end()}));
  }
}

}  // namespace nianbao::source
