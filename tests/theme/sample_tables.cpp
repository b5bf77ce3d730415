#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "sample_pages.h"

namespace sample {

using namespace nianbao::compose;

namespace {

TableCell head(std::string text, int rows = 1, int columns = 1) {
  return {std::move(text), {}, rows, columns, true, false, ""};
}
TableCell words(std::string text, int rows = 1) { return {std::move(text), {}, rows, 1, false, false, ""}; }
TableCell name(std::string text, int rows = 1) { return {std::move(text), {}, rows, 1, true, false, ""}; }
TableCell figure(std::string text, std::string state = "") {
  return {std::move(text), {}, 1, 1, false, true, std::move(state)};
}
TableRow row(std::vector<TableCell> cells, int level = 0) { return {level, false, false, std::move(cells)}; }

TableGrid satisfaction() {
  TableBand band;
  band.header = {row({head("序号", 2), head("指标", 2), head("单位", 2), head("满意度", 1, 2),
                      head("目标学生人数", 2), head("调查人次", 2), head("调查方式", 2)}),
                 row({head("2023 年"), head("2022 年")})};
  band.body = {
      row({words("1"), name("在校生满意度"), words("%"), figure("96.80"), figure("95.5"), figure("5,400"),
           figure("4,986"), words("网上问卷")}),
      row({words(""), name("其中：课堂育人满意度"), words("%"), figure("97.10"), figure("96.2"),
           figure("5,400"), figure("4,986"), words("网上问卷")},
          1),
      row({words(""), name("课外育人满意度"), words("%"), figure("95.00"), figure("-", "not-applicable"),
           figure("5,400"), figure("4,986"), words("网上问卷")},
          1),
      row({words(""), name("思想政治课教学满意度"), words("%"), figure("96.44"), figure("", "missing"),
           figure("5,400"), figure("4,986"), words("网上问卷")},
          2),
      row({words("2"), name("毕业生满意度"), words("%"), figure("94.20"), figure("约94", "approximate"),
           figure("1,533"), figure("保密", "withheld"), words("电话回访")}),
  };
  TableRow total = row({words(""), name("合计"), words("人次"), figure(""), figure(""), figure("6,933"),
                        figure("4,986"), words("")});
  total.total = true;
  band.body.push_back(total);
  return {{band}, {"“-”表示不适用", "空白表示未公布"}};
}

TableGrid ages() {
  TableBand band;
  band.header = {row({head("年龄段"), head("人数（人）")})};
  for (const auto& [label, value] : std::vector<std::pair<std::string, std::string>>{{"29 岁及以下", "86"},
                                                                                     {"30—39 岁", "141"},
                                                                                     {"40—49 岁", "202"},
                                                                                     {"50—59 岁", "98"},
                                                                                     {"60 岁及以上", "2"}})
    band.body.push_back(row({name(label), figure(value)}));
  return {{band}, {}};
}

}  // namespace

TableView wide_table() {
  TableView table{"satisfaction",
                  "表 2-9",
                  "在校生满意度",
                  "“目标学生人数”按学籍系统口径统计。",
                  "学校学生工作处问卷",
                  "shili/first/2023/tables/satisfaction.html",
                  "名称：示例第一职业学校（00712）",
                  "shili/first/2023/tables/satisfaction.csv",
                  "第二章 人才培养",
                  satisfaction(),
                  {"问卷于 2023 年 6 月发放。"}};
  return table;
}

TableView small_table() {
  TableBand band;
  band.header = {row({head("系部"), head("专业大类"), head("专业名称"), head("专业特色")})};
  band.body = {row({name("机电工程系", 2),
                    words("装备制造大类", 2),
                    words("机电技术应用（660301）"),
                    {"", {"省级品牌专业", "1+X 证书试点"}, 1, 1, false, false, ""}}),
               row({words("数控技术应用（660103）"), words("市级特色专业")}),
               row({name("信息工程系"), words("电子与信息大类"), words("计算机应用（710201）"), words("")})};
  return {"majors", "表 2-2", "开设中职专业情况一览表", "", "", "", "", "", "", {{band}, {}}, {}};
}

TableView stacked_form() {
  TableBand first, second;
  first.header = {row({head("学校类别", 2), head("合计", 2), head("办学性质", 1, 2)}),
                  row({head("公办"), head("民办")})};
  first.body = {row({name("中职学校"), figure("15"), figure("8"), figure("7")}),
                row({name("其中：国家级示范"), figure("2"), figure("2"), figure("0")}, 1)};
  second.header = {row({head("招生数"), head("在校生数"), head("毕业生数")})};
  second.body = {row({figure("1,802"), figure("5,904"), figure("1,743")})};
  return {"schools", "表 2", "全市中职学校情况表", "", "", "", "", "", "", {{first, second}, {}}, {}};
}

ChartView age_chart() {
  ChartView chart{"staff-age",
                  "分析图 2-1",
                  "专任教师年龄结构",
                  "40—49 岁教师最多，占 38.2%。",
                  "人",
                  "",
                  "学校人事处",
                  "shili/first/2023/charts/staff-age.html",
                  true,
                  "",
                  "",
                  ages(),
                  {"查看数据", "shili/first/2023/tables/satisfaction.html"}};
  chart.configuration =
      R"({"type":"bar","data":{"labels":["29 岁及以下","30—39 岁","40—49 岁","50—59 岁","60 岁及以上"],)"
      R"("datasets":[{"label":"人数","data":[86,141,202,98,2]}]},"options":{"indexAxis":"y"},)"
      R"("nianbao":{"unit":"人","printed":[["86","141","202","98","2"]]}})";
  nianbao::chart::RenderOptions options;
  options.id = "chart-staff-age";
  options.width = 480;
  options.title = chart.title;
  chart.svg = nianbao::chart::render_svg(
      nianbao::chart::read_configuration(nlohmann::json::parse(chart.configuration)).chart, options);
  chart.interactive = chart.configuration;
  const std::string charts = "shili/first/2023/charts/";
  chart.files = {charts + "staff-age.svg",
                 charts + "staff-age.csv",
                 "",
                 charts + "staff-age.js",
                 "1",
                 "shili/first/2023/embed/staff-age.html"};
  return chart;
}

ChartView unpublished_chart() {
  ChartView chart;
  chart.id = "staff-department";
  chart.label = "分析图 2-3";
  chart.title = "各系部教师数量";
  chart.published = false;
  return chart;
}

DiagramView steps_diagram() {
  std::string svg =
      R"(<svg viewBox="0 0 620 70" width="620" height="70" role="img" aria-labelledby="steps-t"><title id="steps-t">三阶六环培育路径</title>)";
  const std::vector<std::string> steps = {"岗位调研", "能力分析", "课程重构", "实训评价"};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto x = std::to_string(i * 160 + 1), middle = std::to_string(i * 160 + 61);
    svg +=
        "<rect x=\"" + x +
        "\" y=\"10\" width=\"120\" height=\"50\" rx=\"6\" fill=\"none\" stroke=\"currentColor\"/><text x=\"" +
        middle + "\" y=\"41\" text-anchor=\"middle\" fill=\"currentColor\" font-size=\"16\">" + steps[i] +
        "</text>";
  }
  return {"steps", "图 2-5", "三阶六环培育路径", svg + "</svg>",
          "<p>先做岗位调研，再做能力分析，据此重构课程，最后以实训评价检验。</p>"};
}

}  // namespace sample
