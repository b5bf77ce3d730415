#include "sample_pages.h"

namespace sample {

using namespace nianbao::compose;

namespace {

const char* const first_prose =
    "<p>学校坚持以党建领航人才培养全过程，把立德树人的要求落实到课堂、实训与社团活动之中。现有专任教师"
    "<a class=\"datum\" href=\"tables/satisfaction.html\">529</a>人，其中双师型教师占专业课教师的 86.4%，"
    "<strong>“思政课程+课程思政”同向同行。</strong>全年开展主题教育 46 场，参加学生 5,400 人次，见<a "
    "class=\"reference\" "
    "href=\"#satisfaction\">表 2-9</a>与<a class=\"reference\" href=\"#staff-age\">分析图 2-1</a>。</p>\n"
    "<p>在课程建设方面，学校联合 12 家行业企业修订了 22 "
    "个专业的人才培养方案，完善岗课赛证综合育人机制，开发活页式教材 "
    "31 种，BIM技术、3D打印等课程进入省级在线精品课程名单<sup class=\"footnote-ref\"><a href=\"#fn-1\" "
    "id=\"fnref-1\">1</a></sup>。</p>\n";

const char* const second_prose =
    "<ul>\n<li>成立专业建设指导委员会，每学期召开两次会议；</"
    "li>\n<li>完善教师到企业实践制度，五年一周期、累计不少于六个月；</li>\n"
    "<li>建立毕业生跟踪调查机制。</li>\n</ul>\n<ol>\n<li>调研岗位需求</li>\n<li>分析职业能力</li>\n</ol>\n"
    "<blockquote>\n<p>职业教育与普通教育是两种不同教育类型，具有同等重要地位。</p>\n</blockquote>\n"
    "<table>\n<thead>\n<tr><th>项目</th><th>数量</th></tr>\n</thead>\n<tbody>\n<tr><td>社团</td><td>75</td></"
    "tr>\n</tbody>\n</table>\n";

const char* const footnotes =
    "<section class=\"footnotes\">\n<ol>\n<li id=\"fn-1\"><p>名单由省教育厅公布。 <a href=\"#fnref-1\" "
    "class=\"footnote-backref\" "
    "aria-label=\"返回正文\">↩</a></p></li>\n</ol>\n</section>\n";

}  // namespace

std::vector<Component> chapter_components() {
  return {
      SectionHeading{2, "（一）", "党建引领", "party"},
      Html{first_prose},
      SectionHeading{3, "1.", "聚力思想引领，强化学习", "learning"},
      Html{second_prose},
      wide_table(),
      NoteView{"contradiction",
               "<p>原文第 698 行称去向落实率为 95.8%，而按 1503／1533 计算为 98.04%。两处均照录。</p>"},
      SectionHeading{2, "（二）", "队伍建设", "staff"},
      age_chart(),
      unpublished_chart(),
      CaseCard{"case-05", "案例 05", "“五微五方”协同育人，培养现场工程师",
               "学校与三家企业共建实训基地，把生产任务变成教学项目，两年培养现场工程师 126 人。",
               "示例第一职业学校", "shili/first/2023/cases/case-05.html"},
      small_table(),
      steps_diagram(),
      QuoteView{"<p>学生到岗第一天就能上手，这是校企共同备课的结果。</p>", "王某", "企业培训主管",
                "座谈会记录"},
      TimelineView{"history",
                   "集团化办学大事记",
                   {{"2013 年", "<p>成立职业教育集团，成员单位 21 家。</p>"},
                    {"2021 年", "<p>成员单位增至 68 家，覆盖装备制造全产业链。</p>"}}},
      NoteView{"caveat", "<p>2022 年与 2023 年的统计口径不同，不宜直接比较。</p>"},
      DocumentView{"approval",
                   "图 2-4",
                   "关于公布产教融合实训基地名单的通知",
                   "示例省教育厅",
                   "示教职〔2023〕5 号",
                   "2023 年 3 月 2 日",
                   "<p>各市教育局：</p>\n<p>经学校申报、专家评审，现将名单予以公布。</p>",
                   stacked_form().grid,
                   {"首页扫描件。", "示例省教育厅网站"}},
      MediaView{"vr", "VR 全景看校园", "https://example.org/vr", "<p>全景漫游覆盖 14 个实训中心。</p>"},
      MeasuresView{"问题与对策",
                   {{"<p>高层次技能人才引进难。</p>",
                     {"<p>设立特聘技师岗位，年薪不低于同类企业；</p>", "<p>与高校联合培养。</p>"}},
                    {"<p>实训设备更新慢。</p>", {"<p>按生均标准逐年安排专项经费。</p>"}}}},
      FigureView{"workshop",
                 "图 2-3",
                 "数控车间实训",
                 "学校供图",
                 {{"assets/icon.svg", "学生在数控机床前操作", 320, 200}}},
      NoteView{"note", "<p>本节标题按目录补齐。</p>"},
      Html{footnotes},
  };
}

}  // namespace sample
