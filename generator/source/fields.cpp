#include "source/fields.h"

#include <algorithm>
#include <fmt/format.h>

#include "diagnostics/suggestion.h"
#include "source/dotted_keys.h"
#include "source/toml_error.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

/// Nested tables are destroyed one inside the other: a key of a hundred thousand dots would exhaust the
/// stack.
constexpr int deepest_key = 100;
constexpr int first_year = 1900, last_year = 2100;

std::optional<int> whole_number(const toml::node& node) {
  const auto value = node.is_integer() ? node.value<std::int64_t>() : std::nullopt;
  if (!value || *value <= -1'000'000'000 || *value >= 1'000'000'000) return std::nullopt;
  return static_cast<int>(*value);
}

}  // namespace

TomlDocument::TomlDocument(std::string toml, std::string file_path, int line)
    : text(std::move(toml)), file(std::move(file_path)), first_line(line), cursor_(text) {}

Place TomlDocument::place(const toml::source_position& position) const {
  return {file, first_line + static_cast<int>(position.line) - 1, static_cast<int>(position.column)};
}

std::string TomlDocument::as_written(const toml::source_region& region) const {
  cursor_.move_to(static_cast<int>(region.begin.line), static_cast<int>(region.begin.column));
  const std::size_t begin = cursor_.offset();
  cursor_.move_to(static_cast<int>(region.end.line), static_cast<int>(region.end.column));
  return text.substr(begin, cursor_.offset() - begin);
}

std::unique_ptr<TomlDocument> parse_toml(std::string text, std::string file, int first_line,
                                         DiagnosticSink& sink) {
  auto document = std::make_unique<TomlDocument>(std::move(text), std::move(file), first_line);
  if (longest_dotted_key(document->text) > deepest_key) {
    sink.error("N101", {document->file, first_line, 0},
               {fmt::format("键的层次超过 {} 层", deepest_key),
                fmt::format("a key has more than {} dots", deepest_key)});
    return nullptr;
  }
  try {
    document->root = toml::parse(document->text);
    return document;
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    TextCursor cursor(document->text);
    cursor.move_to(static_cast<int>(at.line), static_cast<int>(at.column));
    auto [message, hint] =
        explain_toml_error(error.description(), std::string_view(document->text).substr(cursor.offset()));
    sink.error("N101", document->place(at), std::move(message), std::move(hint));
    return nullptr;
  }
}

Fields::Fields(const TomlDocument& document, const toml::table& table, DiagnosticSink& sink,
               const Place& if_unknown)
    : document_(&document), table_(&table), sink_(&sink), fallback_(if_unknown) {
  if (fallback_.file.empty()) fallback_ = {document.file, document.first_line, 0};
}

Place Fields::place_of(const toml::node& node) const {
  const auto& begin = node.source().begin;
  return begin.line == 0 ? fallback_ : document_->place(begin);
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
  if (node.is_number() || node.is_date() || node.is_time() || node.is_date_time())
    return document_->as_written(node.source());
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
  if (const auto value = whole_number(*node)) return *value;
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

std::vector<Fields::PlacedInteger> Fields::placed_integers(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  std::vector<PlacedInteger> result;
  const toml::array* array = node->as_array();
  if (array == nullptr)
    wrong_type(*node, key, "整数的列表，例如 [1, 3]", "a list of whole numbers, such as [1, 3]");
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    if (const auto value = whole_number((*array)[i])) {
      result.push_back({*value, place_of((*array)[i])});
    } else {
      wrong_type((*array)[i], key, "整数的列表，例如 [1, 3]", "a list of whole numbers, such as [1, 3]");
    }
  }
  return result;
}

std::vector<int> Fields::integers(std::string_view key) {
  std::vector<int> result;
  for (const PlacedInteger& item : placed_integers(key)) result.push_back(item.value);
  return result;
}

bool Fields::is_year(int value, std::string_view key, const Place& place) const {
  if (value >= first_year && value <= last_year) return true;
  sink_->error("N203", place,
               {fmt::format("{} 应为 {} 到 {}", key, first_year, last_year),
                fmt::format("{} should be {} to {}", key, first_year, last_year)});
  return false;
}

int Fields::year(std::string_view key, int otherwise) {
  const toml::node* node = find(key);
  const auto value = node == nullptr ? std::nullopt : whole_number(*node);
  if (!value) return integer(key, otherwise);  // it says what is wrong with it
  return is_year(*value, key, place_of(key)) ? *value : otherwise;
}

std::vector<int> Fields::years(std::string_view key) {
  std::vector<int> result;
  for (const PlacedInteger& item : placed_integers(key)) {
    if (!is_year(item.value, key, item.place)) continue;
    if (result.empty() || item.value > result.back()) {
      result.push_back(item.value);
    } else {
      sink_->error(
          "N203", item.place,
          {fmt::format("{} 里的年份应从小到大，不重复：{} 在 {} 之后", key, item.value, result.back()),
           fmt::format("the years of {} should grow: {} stands after {}", key, item.value, result.back())});
    }
  }
  return result;
}

std::string Fields::choice(std::string_view key, std::initializer_list<std::string_view> allowed,
                           std::string_view otherwise) {
  std::string value = text(key, otherwise);
  if (has(key) && !is_allowed(value, key, place_of(key), allowed)) return std::string(otherwise);
  return value;
}

std::vector<std::string> Fields::choices(std::string_view key,
                                         std::initializer_list<std::string_view> allowed) {
  std::vector<std::string> values = texts(key);
  std::erase_if(values,
                [&](const std::string& value) { return !is_allowed(value, key, place_of(key), allowed); });
  return values;
}

bool Fields::is_allowed(std::string_view value, std::string_view key, const Place& place,
                        std::initializer_list<std::string_view> allowed) const {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return true;
  sink_->error("N203", place,
               {fmt::format("{} 的值 {} 不认识", key, value), fmt::format("{} cannot be {}", key, value)},
               suggest(value, {allowed.begin(), allowed.end()}));
  return false;
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
    const Place place = begin.line == 0 ? place_of(node) : document_->place(begin);
    sink_->error("N204", place,
                 {fmt::format("不认识的键 {}", key.str()), fmt::format("unknown key {}", key.str())},
                 suggest(key.str(), {known_.begin(), known_.end()}));
  }
}

}  // namespace nianbao::source
