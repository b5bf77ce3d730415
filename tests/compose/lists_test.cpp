#include <catch2/catch.hpp>

#include "composed.h"
#include "printed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;
using tests::printed;

namespace {

tests::Files report(const std::string& contents_part, const std::string& numbering = "") {
  return {
      {"report.toml", tests::settings + numbering + "[[parts]]\nkind = \"contents\"\n" + contents_part +
                          "[[parts]]\nkind = \"preface\"\nfile = \"p.md\"\n[[parts]]\nkind = \"chapters\"\n"
                          "[[parts]]\nkind = \"appendix\"\ntables = [\"t\"]\n"},
      {"p.md", "前"},
      {"01-x.md",
       chapter("甲", "## 一节 {#one}\n### 小节\n#### 细目\n" +
                         fence("chart", "id = \"c1\"\ntitle = \"图甲\"\ndata = \"t\"") +
                         fence("figure", "id = \"f1\"\ntitle = \"像甲\"\nsrc = \"a.png\"\nalt = \"x\"") +
                         fence("case", "id = \"case-02\""))},
      {"02-y.md",
       chapter("乙", fence("diagram", "id = \"d1\"\ntitle = \"示意\"\ntext = \"x\"\nsteps = [\"a\"]") +
                         fence("table", "id = \"t1\"\ntitle = \"表乙\"\ndata = \"t\"") +
                         fence("chart", "id = \"c2\"\ntitle = \"图乙\"\ndata = \"t\""))},
      {"cases/01-a.md", chapter("案例甲", "")},
      {"cases/02-b.md", chapter("案例乙", "")},
      {"data/t.csv", "指标,人数\n甲,1\n"},
      {"data/t.toml", "title = \"数据\"\n"}};
}

/// Ids of the lists and their items.
std::string lists(Composed& composed) {
  std::string out;
  for (const auto& list : composed.all<compose::ListView>("lists.html"))
    if (list.id != compose::data_links_id) out += "[" + list.id + "]\n" + printed(list);
  for (std::size_t at = out.find("c/a/2023/"); at != std::string::npos; at = out.find("c/a/2023/"))
    out.erase(at, 9);
  return out;
}

std::string ids(Composed& composed) {
  std::string out;
  for (const auto& list : composed.all<compose::ListView>("lists.html"))
    if (list.id != compose::data_links_id) out += list.id + " ";
  return out;
}

}  // namespace

TEST_CASE("The lists name everything in printed order, tables and charts by their own pages") {
  Composed composed(report(""));
  CHECK(lists(composed) ==
        "[contents]\npreface -> preface.html\n一、 甲 -> x.html\n （一） 一节 -> x.html#one\n"
        "  1. 小节 -> x.html#s-1-1\n二、 乙 -> y.html\nappendix -> appendix.html\n"
        "[cases]\n案例 01 案例乙 -> cases/case-02.html\n案例 02 案例甲 -> cases/case-01.html\n"
        "[figures]\n图 1-1 像甲 -> x.html#f1\n图 2-1 示意 -> y.html#d1\n"
        "[tables]\n表 2-1 表乙 -> tables/t1.html\n"
        "[charts]\n分析图 1-1 图甲 -> charts/c1.html\n分析图 2-1 图乙 -> charts/c2.html\n"
        "[appendix]\n附表 1 数据 -> tables/t.html\n");
}

TEST_CASE("A report that states its lists has those, in its order") {
  Composed composed(report("lists = [\"charts\", \"contents\", \"tables\"]\n"));
  CHECK(ids(composed) == "charts contents tables ");
}

TEST_CASE("Charts that are counted with the figures are listed with them") {
  Composed composed(report("", "[numbering]\nchart = { with = \"figure\" }\n"));
  CHECK(ids(composed) == "contents cases figures tables appendix ");
  CHECK(lists(composed).find(
            "[figures]\n图 1-1 图甲 -> charts/c1.html\n图 1-2 像甲 -> x.html#f1\n图 2-1 示意 -> "
            "y.html#d1\n图 2-2 图乙 -> charts/c2.html\n") != std::string::npos);
}

TEST_CASE("… unless the report states a list of charts") {
  Composed composed(
      report("lists = [\"charts\", \"figures\"]\n", "[numbering]\nchart = { with = \"figure\" }\n"));
  CHECK(lists(composed) ==
        "[charts]\n图 1-1 图甲 -> charts/c1.html\n图 2-2 图乙 -> charts/c2.html\n"
        "[figures]\n图 1-2 像甲 -> x.html#f1\n图 2-1 示意 -> y.html#d1\n");
}

TEST_CASE("Empty lists are left out") {
  Composed composed({{"01-x.md", chapter("甲", "")}});
  CHECK(lists(composed) == "[contents]\n一、 甲 -> x.html\n");
}
