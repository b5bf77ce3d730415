#include "printed.h"

namespace nianbao::tests {
namespace {

std::string printed(const compose::TableCell& cell) {
  std::string out = (cell.header ? "*" : "") + std::string(cell.number ? "#" : "");
  if (cell.items.empty()) out += cell.text;
  for (std::size_t i = 0; i < cell.items.size(); ++i) out += (i > 0 ? "/" : "") + cell.items[i];
  if (!cell.state.empty()) out += "{" + cell.state + "}";
  if (cell.rows != 1 || cell.columns != 1)
    out += "<" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns) + ">";
  return out;
}

std::string printed(const compose::TableRow& row) {
  std::string out = std::string(static_cast<std::size_t>(row.level), '>');
  out += std::string(row.total ? "=" : "") + (row.group ? "@" : "");
  for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i > 0 ? " | " : "") + printed(row.cells[i]);
  return out + "\n";
}

}  // namespace

std::string printed(const compose::TableGrid& grid) {
  std::string out;
  for (const compose::TableBand& band : grid.bands) {
    for (const compose::TableRow& row : band.header) out += printed(row);
    out += "---\n";
    for (const compose::TableRow& row : band.body) out += printed(row);
  }
  for (const std::string& legend : grid.legend) out += "(" + legend + ")\n";
  return out;
}

std::string printed(const compose::ListView& list) {
  std::string out;
  for (const auto& item : list.items) {
    out += std::string(static_cast<std::size_t>(item.level), ' ') + item.label +
           (item.label.empty() ? "" : " ") + item.title + " -> " + item.address + "\n";
  }
  return out;
}

}  // namespace nianbao::tests
