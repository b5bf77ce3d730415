#include "compose/named_rows.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace nianbao::compose;

namespace {

TableRow row_of(std::initializer_list<std::string> texts) {
  TableRow row;
  for (const std::string& text : texts) row.cells.emplace_back().text = text;
  return row;
}

std::string printed_rows(const TableGrid& grid) {
  std::string out;
  for (const NamedRow& row : named_rows(grid)) {
    std::string text = row.text;
    std::replace(text.begin(), text.end(), '\n', '/');
    out += std::string(row.kind) + " " + row.name + ": " + text + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("rows of majors and indicators have names, with what stands in their other columns") {
  TableGrid majors;
  majors.bands.push_back(
      {{row_of({"专业代码", "专业名称", "学制"})},
       {row_of({"660105", "焊接技术应用", "三年"}), row_of({"", "护理", ""}), row_of({"", "合计", "9"})}});
  CHECK(printed_rows(majors) == "major 焊接技术应用: 专业代码 660105/学制 三年;major 护理: ;");

  TableGrid indicators;
  TableRow first = row_of({"1", "毕业生人数", "1013"});
  first.cells[0].rows = 2;
  indicators.bands.push_back(
      {{row_of({"序号", "指标", "2025年"})}, {first, row_of({"其中：升入本科人数", "55"})}});
  CHECK(printed_rows(indicators) ==
        "indicator 毕业生人数: 序号 1/2025年 1013;indicator 升入本科人数: 序号 1/2025年 55;");

  TableGrid other;
  other.bands.push_back({{row_of({"姓名", "年龄"})}, {row_of({"甲", "30"})}});
  CHECK(printed_rows(other).empty());
  CHECK(printed_rows({}).empty());
}
