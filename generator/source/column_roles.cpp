#include "source/column_roles.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Band;
using model::Cell;
using model::Column;
using model::ColumnRole;
using model::ValueState;

/// Header words that name a unit, a running number (which is no datum), or a code or date that only looks
/// like a number.
constexpr std::array<std::string_view, 4> unit_titles = {"单位", "计量单位", "单 位", "unit"};
constexpr std::array<std::string_view, 5> running_titles = {"序号", "序 号", "编号", "no", "no."};
constexpr std::array<std::string_view, 12> code_titles = {
    "专业代码", "代码", "学校代码", "日期", "年份", "年度", "学年", "年级", "年", "届", "月份", "code"};
/// What brackets at the end of a header hold when it is not a unit: 人数（女）.
constexpr std::array<std::string_view, 8> no_units = {"男",   "女",   "其中", "含",
                                                      "不含", "新增", "上年", "本年"};

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_unit(std::string_view words) {
  return text::count_code_points(words) <= 6 &&
         std::none_of(no_units.begin(), no_units.end(),
                      [&](std::string_view w) { return words.starts_with(w); });
}

std::string unit_in_brackets(std::string_view title) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const std::size_t begin = title.rfind(open);
    if (!title.ends_with(close) || begin == std::string_view::npos || begin == 0) continue;
    const std::size_t inside = begin + open.size();
    const std::string_view words = title.substr(inside, title.size() - inside - close.size());
    if (is_unit(words)) return std::string(words);
  }
  return {};
}

/// The four digits of a year from 1900 to 2099 that stand alone.
std::optional<int> year_in(std::string_view title) {
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!is_digit(title[i])) continue;
    std::size_t end = i;
    while (end < title.size() && is_digit(title[end])) ++end;
    const std::string_view digits = title.substr(i, end - i);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
      return std::stoi(std::string(digits));
    i = end;
  }
  return std::nullopt;
}

/// Half of what is filled in are numbers, slips of the keyboard among them; a year's column that holds
/// nothing but "-" is one of numbers too.
bool holds_numbers(const Band& band, std::size_t column) {
  std::size_t numbers = 0, slips = 0, filled = 0;
  for (const auto& row : band.rows) {
    if (column >= row.cells.size() || row.cells[column].covered || row.role == model::RowRole::group)
      continue;
    const model::Value& value = row.cells[column].value;
    const bool number = value.state == ValueState::number || value.state == ValueState::approximate;
    const bool text = value.state == ValueState::text;
    numbers += number;
    slips += text && looks_like_bad_number(value.printed);
    filled += number || text;
  }
  return filled == 0 ? band.columns[column].year.has_value() : numbers > 0 && (numbers + slips) * 2 >= filled;
}

void report_bad_numbers(const Band& band, std::size_t index, bool stated, const std::string& file,
                        DiagnosticSink& sink) {
  for (const auto& row : band.rows) {
    if (index >= row.cells.size() || row.role == model::RowRole::group) continue;
    const Cell& cell = row.cells[index];
    const std::string& printed = cell.value.printed;
    if (cell.value.state != ValueState::text || cell.header) continue;
    if (!stated && !looks_like_bad_number(printed)) continue;
    const std::string& title = band.columns[index].title;
    sink.error("N501", {file, cell.line, cell.column},
               {fmt::format("“{}”不是数（列“{}”）", printed, title),
                fmt::format("\"{}\" is not a number (column {})", printed, title)},
               {"应为数（如 1533、95.80、1,200）、“-”（不适用）、空（未公布）或“约1700”",
                "expected a number (1533, 95.80, 1,200), \"-\" (not applicable), nothing (not published) or "
                "约1700"});
  }
}

void choose_label(Band& band) {
  const auto is_label = [](const Column& c) { return c.role == ColumnRole::label; };
  if (std::any_of(band.columns.begin(), band.columns.end(), is_label)) return;
  const auto found = std::find_if(band.columns.begin(), band.columns.end(), [](const Column& c) {
    return c.role == ColumnRole::text && !is_one_of(text::fold(text::trim(c.title)), running_titles);
  });
  if (found != band.columns.end()) found->role = ColumnRole::label;
}

}  // namespace

bool looks_like_bad_number(std::string_view printed) {
  if (printed.empty() || !is_digit(printed[0])) return false;
  const auto all = [&](auto allowed) { return std::all_of(printed.begin(), printed.end(), allowed); };
  if (all([](char c) { return is_digit(c) || c == '.' || c == ',' || c == ' ' || c == '%'; })) return true;
  if (!all([](char c) { return is_digit(c) || is_letter(c) || c == '.' || c == ','; })) return false;
  if (printed.back() == 'O' || printed.back() == 'o') return true;
  for (std::size_t i = 1; i + 1 < printed.size(); ++i) {
    if (is_letter(printed[i]) && is_digit(printed[i - 1]) && is_digit(printed[i + 1])) return true;
  }
  return false;
}

void infer_from_title(Column& column) {
  const std::string_view title = text::trim(column.title);
  if (column.unit.empty()) column.unit = unit_in_brackets(title);
  if (!column.year && text::count_code_points(title) <= 12) column.year = year_in(title);
  if (column.role == ColumnRole::text && is_one_of(title, unit_titles)) column.role = ColumnRole::unit;
}

void infer_roles(Band& band, const std::vector<bool>& stated, const std::string& file, DiagnosticSink& sink) {
  for (std::size_t i = 0; i < band.columns.size(); ++i) {
    Column& column = band.columns[i];
    const std::string title = text::fold(text::trim(column.title));
    const bool never =
        is_one_of(title, running_titles) || is_one_of(title, code_titles) || column.role == ColumnRole::unit;
    if (!stated[i] && !never && holds_numbers(band, i)) column.role = ColumnRole::number;
    if (column.role == ColumnRole::number || column.role == ColumnRole::sample) {
      report_bad_numbers(band, i, stated[i], file, sink);
    }
  }
  choose_label(band);
}

}  // namespace nianbao::source
