#include "facts.h"

namespace nianbao::search {

std::vector<File> index_with_facts(const Sizes& sizes) {
  Builder builder(sizes);
  Entry entry;
  entry.url = "city/2025/index.html";
  entry.title = "示例市";
  entry.text = "升学率61.2%，焊接技术应用";
  builder.add(entry);
  builder.add_party({"city", "示例市", {"示例"}, ""});
  builder.add_party({"city/one", "示例市第一职业学校", {"示例一职"}, "city"});
  builder.add_party({"city/two", "示例市第二职业学校", {}, "city"});
  const std::string table = "city/one/2025/tables/scorecard.html";
  builder.add_subject(
      {"indicator",
       "升学率",
       {"升学比例"},
       "%",
       "以毕业生人数为基数",
       "",
       false,
       {{"city", {{"2025", "58.8", "city/2025/index.html"}}},
        {"city/one", {{"2025", "61.2", table}, {"2024", "60.5", table}, {"2023", "59", table}}},
        {"city/two", {{"2025", "55", "city/two/2025/tables/scorecard.html"}}}}});
  builder.add_subject(
      {"indicator", "本省升学率", {}, "%", "", "", false, {{"city/one", {{"2025", "30", table}}}}});
  builder.add_subject({"major",
                       "焊接技术应用",
                       {"焊接"},
                       "",
                       "",
                       "majors/660104.html",
                       true,
                       {{"city/one", {{"2025", "200人", "city/one/index.html#majors"}}},
                        {"city/two", {{"2025", "80人", "city/two/index.html#majors"}}}}});
  return builder.finish();
}

}  // namespace nianbao::search
