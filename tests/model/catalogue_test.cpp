#include "model/catalogue.h"

#include <catch2/catch.hpp>

using namespace nianbao::model;

namespace {

Indicator indicator(std::string id, std::string name, std::string unit, std::string parent = "",
                    std::string table = "", std::string number = "") {
  Indicator made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.unit = std::move(unit);
  made.parent = std::move(parent);
  made.table = std::move(table);
  made.number = std::move(number);
  return made;
}

Catalogue catalogue() {
  std::vector<Indicator> all = {indicator("graduates", "毕业生人数", "人", "", "card", "1"),
                                indicator("study", "升学人数", "人", "graduates"),
                                indicator("study_rate", "升学率", "%"),
                                indicator("libraries", "资源库数", "个", "", "means", "6"),
                                indicator("libraries_national", "资源库数（国家级）", "个", "libraries"),
                                indicator("courses", "在线课程数", "门", "", "means", "7"),
                                indicator("course_hours", "在线课程数", "学时", "", "means", "7"),
                                indicator("courses_national", "在线课程数（国家级）", "门", "courses"),
                                indicator("twice_a", "重名", "人"),
                                indicator("twice_b", "重名", "人")};
  all[0].aliases = {"毕业生", "毕业生数"};
  all[0].former = {"当年毕业生数"};
  all[1].row = {"升学"};
  all[4].row = all[7].row = {"国家级数量", "国家级"};
  return Catalogue({{"card", "计分卡", "Scorecard", {"人才培养质量计分卡"}, 1}}, std::move(all));
}

std::string matched(std::string_view label, std::vector<std::string_view> parents = {},
                    std::string_view unit = "", std::string_view table = "") {
  static const Catalogue known = catalogue();
  const Indicator* found = known.match({label, parents, unit, table});
  return found == nullptr ? "none" : found->id;
}

}  // namespace

TEST_CASE("A printed name is matched by name, alias, former name, whatever its writing") {
  CHECK(matched("毕业生人数") == "graduates");
  CHECK(matched("毕业生 人数") == "graduates");
  CHECK(matched("毕业生人数（人）") == "graduates");
  CHECK(matched("当年毕业生数") == "graduates");
  CHECK(matched("毕业生", {}, "人") == "graduates");
  CHECK(matched("毕业生", {}, "%") == "none");
  CHECK(matched("资源库数（国家级）") == "libraries_national");
  CHECK(matched("毕业人数") == "none");
}

TEST_CASE("A row that has a short name is known by the rows above it") {
  CHECK(matched("其中：国家级数量", {"资源库数"}) == "libraries_national");
  CHECK(matched("国家级", {"在线课程数"}, "门") == "courses_national");
  CHECK(matched("国家级数量") == "none");
  CHECK(matched("升学", {"毕业生数"}) == "study");
  CHECK(matched("升学") == "none");
  CHECK(matched("国家级", {"毕业生数"}) == "none");
}

TEST_CASE("Pairs of one name are told apart by their unit, also as parents") {
  CHECK(matched("在线课程数", {}, "门") == "courses");
  CHECK(matched("在线课程数", {}, "学时") == "course_hours");
  CHECK(matched("在线课程数") == "none");
  CHECK(matched("重名", {}, "人") == "none");
}

TEST_CASE("A standard table is known by its title") {
  const Catalogue known = catalogue();
  REQUIRE(known.table_called("人才培养质量计分卡") != nullptr);
  CHECK(known.table_called("计分卡") == known.find_table("card"));
  CHECK(known.table_called("学生表") == nullptr);
}

TEST_CASE("The nearest names of a label nobody knows, the best first") {
  CHECK(catalogue().nearest_names("毕业人数", 2) == std::vector<std::string>{"毕业生人数", "升学人数"});
  CHECK(catalogue().nearest_names("甲乙丙", 3).empty());
}
