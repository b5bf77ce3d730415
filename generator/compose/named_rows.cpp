#include "compose/named_rows.h"

#include <algorithm>
#include <map>

namespace nianbao::compose {
namespace {

constexpr std::pair<std::string_view, std::string_view> headings[] = {
    {"专业名称", "major"}, {"专业", "major"}, {"指标", "indicator"}, {"指标名称", "indicator"}};

/// What stands in each column of some rows, with cells that span rows or columns in all of them.
std::vector<std::vector<const TableCell*>> laid_out(const std::vector<TableRow>& rows) {
  std::vector<std::vector<const TableCell*>> out(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t column = 0;
    for (const TableCell& cell : rows[r].cells) {
      while (column < out[r].size() && out[r][column] != nullptr) ++column;
      for (std::size_t i = r; i < std::min(rows.size(), r + static_cast<std::size_t>(std::max(cell.rows, 1)));
           ++i) {
        const std::size_t end = column + static_cast<std::size_t>(std::max(cell.columns, 1));
        if (out[i].size() < end) out[i].resize(end);
        for (std::size_t c = column; c < end; ++c) out[i][c] = &cell;
      }
    }
  }
  return out;
}

bool is_sum(std::string_view name) { return name == "合计" || name == "总计" || name == "小计"; }

/// "其中：升入本科人数" is called 升入本科人数.
std::string plain_name(std::string_view name) {
  constexpr std::string_view among = "其中：";
  if (name.starts_with(among)) name.remove_prefix(among.size());
  return std::string(name);
}

void add_rows(const TableBand& band, std::vector<NamedRow>& to) {
  if (band.header.empty()) return;
  const auto header = laid_out(band.header).back();
  std::size_t place = header.size();
  std::string_view kind;
  for (std::size_t c = 0; c < header.size() && kind.empty(); ++c) {
    for (const auto& [heading, its_kind] : headings) {
      if (header[c] == nullptr || header[c]->text != heading) continue;
      kind = its_kind;
      place = c;
    }
  }
  if (kind.empty()) return;
  for (const auto& row : laid_out(band.body)) {
    if (place >= row.size() || row[place] == nullptr || row[place]->text.empty()) continue;
    if (is_sum(row[place]->text)) continue;
    NamedRow named{kind, plain_name(row[place]->text), {}};
    for (std::size_t c = 0; c < std::min(row.size(), header.size()); ++c) {
      if (c == place || row[c] == nullptr || header[c] == nullptr || row[c]->text.empty()) continue;
      named.text += (named.text.empty() ? "" : "\n") + header[c]->text + " " + row[c]->text;
    }
    to.push_back(std::move(named));
  }
}

}  // namespace

std::vector<NamedRow> named_rows(const TableGrid& grid) {
  std::vector<NamedRow> rows;
  for (const TableBand& band : grid.bands) add_rows(band, rows);
  return rows;
}

}  // namespace nianbao::compose
