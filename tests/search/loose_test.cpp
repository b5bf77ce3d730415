#include <algorithm>
#include <catch2/catch.hpp>

#include "corpus.h"

using namespace nianbao::search;

namespace {

const std::vector<Entry>& school_entries() {
  static const std::vector<Entry> entries = {
      {"a/2024/majors.html", "焊接技术应用", "专业", "甲校", "2024", "major", "三年制", "东市", "甲校"},
      {"a/2024/welding.html", "校内竞赛", "", "甲校", "2024", "case", "焊接选手训练", "东市", "甲校"},
      {"a/2024/table.html", "毕业去向落实率", "", "甲校", "2024", "table", "95.8%", "东市", "甲校"},
      {"b/2023/table.html", "毕业去向落实率", "", "乙校", "2023", "table", "94.1%", "西市", "乙校"},
      {"b/2023/table.html#more", "会计事务", "", "乙校", "2023", "major", "三年", "西市", "乙校"},
      {"b/2023/fees.html", "学费", "", "乙校", "2023", "chapter", "双师型教师的專業", "西市", "乙校"},
  };
  return entries;
}

Answer ask_school(const std::string& query, const Options& options = {}) {
  static const auto reader = open_index(build_index(school_entries()));
  return reader->ask(query, 10, options);
}

std::vector<std::string> addresses_of(const Answer& answer) {
  std::vector<std::string> out;
  for (const Result& result : answer.results) out.push_back((result.loose ? "~" : "") + result.url);
  return out;
}

std::string counts_of_facet(const std::vector<FacetCount>& counts) {
  std::string out;
  for (const FacetCount& count : counts) out += count.value + " " + std::to_string(count.pages) + ";";
  return out;
}

using Addresses = std::vector<std::string>;

}  // namespace

TEST_CASE("traditional characters find simplified ones, and the other way round") {
  CHECK(addresses_of(ask_school("學費")) == Addresses{"b/2023/fees.html"});
  CHECK(addresses_of(ask_school("教师的专业")) == Addresses{"b/2023/fees.html"});
  CHECK(addresses_of(ask_school("雙師型")) == Addresses{"b/2023/fees.html"});
}

TEST_CASE("other words for the same come behind what has the word itself, and say so") {
  const Answer answer = ask_school("焊工");
  CHECK(answer.total == 0);
  CHECK(answer.partial);
  CHECK(answer.loose_total == 2);
  CHECK(answer.also == std::vector<std::string>{"焊接"});
  CHECK(addresses_of(answer) == Addresses{"~a/2024/majors.html", "~a/2024/welding.html"});
  Builder builder;
  for (const Entry& entry : school_entries()) builder.add(entry);
  builder.add_synonyms({"电光匠", "焊接"});
  CHECK(open_index(builder.finish())->ask("电光匠", 10).results.size() == 2);
  CHECK(ask_school("电光匠").results.empty());
}

TEST_CASE("a question finds the pages that have its pieces") {
  CHECK(addresses_of(ask_school("哪个学校有焊接选手？")) ==
        Addresses{"~a/2024/welding.html", "~a/2024/majors.html"});
  const Answer answer = ask_school("就业率多少");
  CHECK(addresses_of(answer) == Addresses{"~a/2024/table.html", "~b/2023/table.html"});
}

TEST_CASE("names are found by their readings and initials") {
  for (const char* query : {"hanjie", "hj", "HanJie", "hanjiejishu", "hjjsyy"}) {
    INFO(query);
    const Answer answer = ask_school(query);
    REQUIRE_FALSE(answer.results.empty());
    CHECK(answer.results[0].url == "a/2024/majors.html");
    CHECK(answer.results[0].loose);
  }
  CHECK(ask_school("kuaiji").results.at(0).url == "b/2023/table.html#more");
  CHECK(ask_school("xuefei").results.at(0).title == "学费");
}

TEST_CASE("for a word that stands nowhere a near one is suggested, and shown when there is nothing else") {
  const Answer sounds_alike = ask_school("汉接");
  CHECK(sounds_alike.suggestions == std::vector<std::string>{"焊接"});
  CHECK(addresses_of(sounds_alike) == Addresses{"~a/2024/majors.html", "~a/2024/welding.html"});
  CHECK(ask_school("焊结").suggestions.at(0) == "焊接");
  CHECK(ask_school("双师形教").suggestions.at(0) == "双师型教");
  CHECK(ask_school("焊接").suggestions.empty());
  CHECK(ask_school("龘龘").suggestions.empty());
}

TEST_CASE("pages are counted and chosen by city, school, year and kind") {
  const Answer all = ask_school("校", {.count = true});
  CHECK(all.total == 5);
  CHECK(counts_of_facet(all.facets.cities) == "东市 3;西市 2;");
  CHECK(counts_of_facet(all.facets.schools) == "甲校 3;乙校 2;");
  CHECK(counts_of_facet(all.facets.years) == "2024 3;2023 2;");
  CHECK(counts_of_facet(all.facets.kinds) == "major 2;table 2;case 1;chapter 1;");

  const Answer east = ask_school("校", {.filter = {.cities = {"东市"}}, .count = true});
  CHECK(east.total == 3);
  CHECK(counts_of_facet(east.facets.cities) == "东市 3;西市 2;");
  CHECK(counts_of_facet(east.facets.years) == "2024 3;");

  const Answer majors = ask_school("校", {.filter = {.kinds = {"major"}}, .count = true});
  CHECK(addresses_of(majors) == Addresses{"a/2024/majors.html", "b/2023/table.html#more"});
  CHECK(counts_of_facet(majors.facets.kinds) == "major 2;table 2;case 1;chapter 1;");
  CHECK(counts_of_facet(majors.facets.schools) == "乙校 1;甲校 1;");

  CHECK(addresses_of(ask_school("校", {.filter = {{"西市"}, {"乙校", "甲校"}, {"2023"}, {"table"}}})) ==
        Addresses{"b/2023/table.html"});
  CHECK(ask_school("校", {.filter = {.cities = {"北市"}}}).results.empty());
}

TEST_CASE("looser matches never stand before exact ones") {
  const auto reader = open_index(build_index(make_corpus(21, {.pages = 150})));
  for (const char* query : {"焊接 学校", "双师型教师 获奖", "就业率", "技能大赛获奖学校", "龍門 café"}) {
    const Answer answer = reader->ask(query, 1000);
    const auto loose = [](const Result& result) { return result.loose; };
    CHECK(std::is_partitioned(answer.results.begin(), answer.results.end(), std::not_fn(loose)));
    CHECK(static_cast<std::size_t>(std::count_if(answer.results.begin(), answer.results.end(),
                                                 std::not_fn(loose))) == answer.total);
  }
}
