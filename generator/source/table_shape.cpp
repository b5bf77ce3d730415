#include "source/table_shape.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Band;
using model::Cell;
using model::Column;
using model::ColumnRole;
using model::ValueState;

/// Header words that name a row's label, a unit, or a running number (which is no datum).
constexpr std::array<std::string_view, 4> unit_titles = {"单位", "计量单位", "单 位", "unit"};
constexpr std::array<std::string_view, 5> running_titles = {"序号", "序 号", "编号", "no", "no."};
constexpr std::array<std::string_view, 6> code_titles = {"专业代码", "代码", "学校代码",
                                                         "日期",     "年份", "code"};

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string unit_in_brackets(std::string_view title) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const std::size_t begin = title.rfind(open);
    if (!title.ends_with(close) || begin == std::string_view::npos || begin == 0) continue;
    const std::string_view inside =
        title.substr(begin + open.size(), title.size() - begin - open.size() - close.size());
    if (text::count_code_points(inside) <= 6) return std::string(inside);
  }
  return {};
}

std::optional<int> year_in(std::string_view title) {
  for (std::size_t i = 0; i + 4 <= title.size(); ++i) {
    const std::string_view digits = title.substr(i, 4);
    const bool all_digits =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (all_digits && (digits.starts_with("19") || digits.starts_with("20")))
      return std::stoi(std::string(digits));
  }
  return std::nullopt;
}

bool starts_with_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

/// "约", "1533人", "12次/年": words of a report, while "15x3", "1O2", "12.3.4", "1,53" are slips of the
/// keyboard.
bool looks_like_bad_number(std::string_view text) {
  if (!starts_with_digit(text)) return false;
  std::size_t digits = 0, others = 0, han = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c > 0x7F)
      ++han;
    else
      ++others;
  }
  return han == 0 && digits > 0 && others > 0 && others <= digits + 2;
}

struct Counts {
  int numbers = 0, texts = 0, filled = 0;
};

Counts count(const Band& band, std::size_t column) {
  Counts counts;
  for (const auto& row : band.rows) {
    if (column >= row.cells.size() || row.cells[column].covered || row.role == model::RowRole::group)
      continue;
    const auto state = row.cells[column].value.state;
    const bool number = state == ValueState::number || state == ValueState::approximate;
    counts.numbers += number;
    counts.texts += state == ValueState::text;
    counts.filled += number || state == ValueState::text;
  }
  return counts;
}

template <typename Role>
Role one_of(std::string_view text, const Place& place, DiagnosticSink& sink,
            const std::map<std::string_view, Role>& names, Role otherwise) {
  const auto found = names.find(text::trim(text));
  if (found != names.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [name, ignored] : names) {
    if (!name.empty()) known.emplace_back(name);
  }
  sink.error("N203", place, {fmt::format("不认识的值 {}", text), fmt::format("unknown value {}", text)},
             {fmt::format("可用的有：{}", fmt::join(known, "、")),
              fmt::format("known here: {}", fmt::join(known, ", "))});
  return otherwise;
}

}  // namespace

void infer_from_title(Column& column) {
  const std::string_view title = text::trim(column.title);
  if (column.unit.empty()) column.unit = unit_in_brackets(title);
  if (!column.year && text::count_code_points(title) <= 12) column.year = year_in(title);
  if (column.role != ColumnRole::text) return;
  if (is_one_of(title, unit_titles)) column.role = ColumnRole::unit;
}

void infer_roles(Band& band, const std::vector<bool>& stated, DiagnosticSink& sink) {
  for (std::size_t i = 0; i < band.columns.size(); ++i) {
    Column& column = band.columns[i];
    const std::string title = text::fold(text::trim(column.title));
    const bool never =
        is_one_of(title, running_titles) || is_one_of(title, code_titles) || column.role == ColumnRole::unit;
    const Counts counts = count(band, i);
    if (!stated[i] && !never && counts.numbers > 0 && counts.numbers * 2 >= counts.filled)
      column.role = ColumnRole::number;
    if (column.role != ColumnRole::number && column.role != ColumnRole::sample) continue;
    for (const auto& row : band.rows) {
      if (i >= row.cells.size() || row.role == model::RowRole::group) continue;
      const Cell& cell = row.cells[i];
      const bool bad = cell.value.state == ValueState::text &&
                       (looks_like_bad_number(cell.value.printed) || (stated[i] && !cell.header));
      if (!bad) continue;
      sink.error("N501", cell.place,
                 {fmt::format("“{}”不是数（列“{}”）", cell.value.printed, column.title),
                  fmt::format("\"{}\" is not a number (column {})", cell.value.printed, column.title)},
                 {"应为数（如 1533、95.80、1,200）、“-”（不适用）、空（未公布）或“约1700”",
                  "expected a number (1533, 95.80, 1,200), \"-\" (not applicable), nothing (not published) "
                  "or 约1700"});
    }
  }
  const bool has_label = std::any_of(band.columns.begin(), band.columns.end(),
                                     [](const Column& c) { return c.role == ColumnRole::label; });
  for (std::size_t i = 0; !has_label && i < band.columns.size(); ++i) {
    Column& column = band.columns[i];
    if (column.role != ColumnRole::text || is_one_of(text::fold(text::trim(column.title)), running_titles))
      continue;
    column.role = ColumnRole::label;
    return;
  }
}

void name_rows(Band& band) {
  const auto label = std::find_if(band.columns.begin(), band.columns.end(),
                                  [](const Column& c) { return c.role == ColumnRole::label; });
  if (label == band.columns.end()) return;
  const auto index = static_cast<std::size_t>(label - band.columns.begin());
  for (auto& row : band.rows) {
    if (index < row.cells.size()) row.label = row.cells[index].value.printed;
    for (std::size_t i = 0; row.label.empty() && i < row.cells.size(); ++i)
      row.label = row.cells[i].value.printed;
  }
}

Cell make_cell(std::string_view text, const Place& place) {
  Cell cell;
  cell.place = place;
  cell.value = model::read_value(text);
  if (cell.value.printed.find('\n') == std::string::npos) return cell;
  std::string_view rest = cell.value.printed;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (const auto line = text::trim(rest.substr(0, end)); !line.empty()) cell.items.emplace_back(line);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return cell;
}

void report_duplicate_rows(const model::Table& table, DiagnosticSink& sink) {
  for (const auto& band : table.bands) {
    std::map<std::string_view, Place> seen;
    for (const auto& row : band.rows) {
      if (row.id.empty()) continue;
      const auto [first, is_new] = seen.emplace(row.id, row.place);
      if (is_new) continue;
      sink.error("N205", row.place,
                 {fmt::format("行的标识 {} 重复（第一次在第 {} 行）", row.id, first->second.line),
                  fmt::format("the row id {} stands twice (first in line {})", row.id, first->second.line)},
                 {"改成表内唯一的标识", "give it an id of its own"});
    }
  }
}

model::RowRole row_role(std::string_view text, const Place& place, DiagnosticSink& sink) {
  using enum model::RowRole;
  return one_of<model::RowRole>(
      text, place, sink, {{"", data}, {"data", data}, {"total", total}, {"group", group}, {"header", group}},
      data);
}

model::Breakdown breakdown(std::string_view text, const Place& place, DiagnosticSink& sink) {
  using enum model::Breakdown;
  return one_of<model::Breakdown>(
      text, place, sink,
      {{"", unstated}, {"exclusive", exclusive}, {"overlapping", overlapping}, {"partial", partial}},
      unstated);
}

std::optional<model::ColumnRole> column_role(std::string_view text, const Place& place,
                                             DiagnosticSink& sink) {
  if (text.empty()) return std::nullopt;
  return one_of<ColumnRole>(text, place, sink,
                            {{"text", ColumnRole::text},
                             {"number", ColumnRole::number},
                             {"label", ColumnRole::label},
                             {"unit", ColumnRole::unit},
                             {"sample", ColumnRole::sample}},
                            ColumnRole::text);
}

int row_level(std::string_view text, const Place& place, DiagnosticSink& sink) {
  text = text::trim(text);
  if (text.empty()) return 0;
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '3') return text[0] - '0';
  sink.error("N203", place,
             {fmt::format("层级 {} 应为 0 到 3", text), fmt::format("the level {} should be 0 to 3", text)});
  return 0;
}

std::string table_id(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

}  // namespace nianbao::source
