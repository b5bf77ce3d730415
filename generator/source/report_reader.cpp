#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

#include "source/block_reader.h"
#include "source/fields.h"
#include "source/site_reader.h"
#include "source/table_reader.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Narrative;
using model::Part;
using model::PartKind;

const std::vector<std::pair<std::string_view, PartKind>>& part_kinds() {
  using enum PartKind;
  static const std::vector<std::pair<std::string_view, PartKind>> table = {
      {"cover", cover},     {"declaration", declaration}, {"notice", notice},     {"preface", preface},
      {"opening", opening}, {"contents", contents},       {"chapters", chapters}, {"cases", cases},
      {"article", article}, {"appendix", appendix},       {"contacts", contacts}};
  return table;
}

/// "cases/03-welding-week.md" -> "03-welding-week".
std::string stem(std::string_view file) {
  std::string_view name = file.substr(file.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

/// "03-welding-week" -> {"03", "welding-week"}.
std::pair<std::string, std::string> split_number(const std::string& stem) {
  const std::size_t digits = stem.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos || stem[digits] != '-') return {"", stem};
  return {stem.substr(0, digits), stem.substr(digits + 1)};
}

class ReportReader {
 public:
  ReportReader(const ProjectFiles& files, const model::ReportSettings& settings, DiagnosticSink& sink)
      : files_(files), folder_(settings.folder), sink_(sink) {
    report_.settings = settings;
  }

  model::Report read() {
    report_.tables = read_tables(files_, join(folder_, "data"), sink_);
    read_cases();
    read_parts();
    return std::move(report_);
  }

 private:
  std::optional<Narrative> read_narrative(const std::string& path, const Place& asked_at, bool needs_title) {
    const auto text = files_.read(path, sink_, false, asked_at);
    if (!text) return std::nullopt;
    const markdown::FrontMatter front = markdown::split_front_matter(*text);
    if (front.unterminated) {
      sink_.error("N302", {path, 1, 1}, {"文件开头的 +++ 没有结束", "the front matter +++ is never closed"},
                  {"在设置之后另起一行写 +++", "write +++ on a line of its own behind the settings"});
    }
    Narrative narrative{
        {}, {},          {}, {}, markdown::Document::parse(front.body, {block_kinds(), front.body_line}),
        {}, {path, 1, 1}};
    if (const auto document = parse_toml(std::string(front.toml), path, front.toml_line, sink_)) {
      Fields fields(*document, document->root, sink_, {path, 1, 1});
      narrative.title = needs_title ? fields.required_text("title") : fields.text("title");
      narrative.id = fields.text("id");
      narrative.summary = fields.text("summary");
      narrative.organisation = fields.text("organisation");
      if (fields.has("title")) narrative.place = fields.place_of("title");
      fields.finish();
    }
    for (const markdown::Fence& fence : narrative.document.fences())
      narrative.blocks.push_back(read_block(fence, path, sink_));
    for (model::Block& block : narrative.blocks) read_configuration(block);
    report_markdown_slips(narrative, path);
    return narrative;
  }

  void read_configuration(model::Block& block) {
    auto* chart = std::get_if<model::ChartBlock>(&block);
    if (chart == nullptr || chart->config_file.empty()) return;
    const auto path = files_.resolve(join(folder_, "data"), chart->config_file, chart->head.place, sink_);
    if (path) chart->config = files_.read(*path, sink_, false, chart->head.place).value_or("");
  }

  void report_markdown_slips(const Narrative& narrative, const std::string& path) {
    for (const markdown::Fence& fence : narrative.document.misplaced_fences()) {
      sink_.error(
          "N303", {path, fence.position.line, fence.position.column},
          {fmt::format("{} 块不能放在列表、引用或表格里", fence.kind),
           fmt::format("a {} block cannot stand inside a list, a quotation or a table", fence.kind)},
          {"把它移到最左边，前后各空一行", "move it to the left margin with a blank line before and after"});
    }
    for (const markdown::Position& at : narrative.document.dropped_html()) {
      sink_.warning("N304", {path, at.line, at.column}, {"HTML 标记不会发布", "HTML is not passed on"},
                    {"用 Markdown 写法代替", "write it in Markdown"});
    }
  }

  void read_cases() {
    const std::string folder = join(folder_, "cases");
    if (!files_.is_folder(folder)) return;
    for (const std::string& name : files_.files_in(folder, sink_)) {
      if (!name.ends_with(".md")) continue;
      auto narrative = read_narrative(join(folder, name), {}, true);
      if (!narrative) continue;
      const auto [number, rest] = split_number(stem(name));
      if (narrative->id.empty()) narrative->id = number.empty() ? rest : "case-" + number;
      report_.cases.push_back(std::move(*narrative));
    }
  }

  void read_parts() {
    const std::string path = join(folder_, "report.toml");
    auto text = files_.read(path, sink_);
    if (!text) return;
    DiagnosticSink already_reported;  // the settings were read, and their problems reported, with the site
    const auto document = parse_toml(std::move(*text), path, 1, already_reported);
    if (!document) return;
    Fields root(*document, document->root, sink_, {path, 1, 1});
    for (Fields& fields : root.tables("parts")) read_part(fields);
    if (report_.parts.empty()) {
      report_.parts.push_back(
          {PartKind::cover, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {path, 1, 1}});
      report_.parts.push_back(
          {PartKind::chapters, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {path, 1, 1}});
      read_chapters({}, {path, 1, 1});
    }
  }

  void read_part(Fields& fields) {
    Part part;
    part.place = fields.place();
    const auto kind = part_kind(fields);
    if (!kind) return;
    part.kind = *kind;
    part.title = fields.text("title");
    part.date = fields.text("date");
    part.signed_by = fields.text("signed");
    part.organisation = fields.text("organisation");
    part.headings = fields.text("headings");
    part.lines = fields.texts("lines");
    part.signatures = fields.texts("signatures");
    part.authors = fields.texts("authors");
    part.reviewers = fields.texts("reviewers");
    part.lists = fields.texts("lists");
    part.tables = fields.texts("tables");
    for (const std::string& number : fields.texts("numbers"))
      part.numbers.push_back(std::atoi(number.c_str()));
    const std::string file = fields.text("file");
    if (!file.empty()) {
      const auto path = files_.resolve(folder_, file, fields.place_of("file"), sink_);
      if (path) part.text = read_narrative(*path, fields.place_of("file"), false);
    }
    const std::vector<std::string> chapter_files = fields.texts("files");
    if (part.kind == PartKind::chapters) read_chapters(chapter_files, fields.place_of("files"));
    fields.finish();
    report_.parts.push_back(std::move(part));
  }

  std::optional<PartKind> part_kind(Fields& fields) {
    const std::string name = fields.required_text("kind");
    std::vector<std::string> known;
    for (const auto& [candidate, kind] : part_kinds()) {
      if (candidate == name) return kind;
      known.emplace_back(candidate);
    }
    if (name.empty()) return std::nullopt;
    const auto near = text::nearest(name, known);
    sink_.error("N203", fields.place_of("kind"),
                {fmt::format("没有 {} 这种部分", name), fmt::format("there is no part of kind {}", name)},
                near ? Wording{fmt::format("是不是想写 {}？", *near), fmt::format("did you mean {}?", *near)}
                     : Wording{fmt::format("可用的有：{}", fmt::join(known, "、")),
                               fmt::format("known here: {}", fmt::join(known, ", "))});
    return std::nullopt;
  }

  void read_chapters(std::vector<std::string> names, const Place& asked_at) {
    if (names.empty()) {
      for (const std::string& name : files_.files_in(folder_, sink_)) {
        if (name.ends_with(".md") && !split_number(stem(name)).first.empty()) names.push_back(name);
      }
    }
    for (const std::string& name : names) {
      const auto path = files_.resolve(folder_, name, asked_at, sink_);
      auto narrative = path ? read_narrative(*path, asked_at, true) : std::nullopt;
      if (!narrative) continue;
      if (narrative->id.empty()) narrative->id = split_number(stem(name)).second;
      report_.chapters.push_back(std::move(*narrative));
    }
  }

  const ProjectFiles& files_;
  std::string folder_;
  DiagnosticSink& sink_;
  model::Report report_;
};

}  // namespace

model::Report read_report(const ProjectFiles& files, const model::ReportSettings& settings,
                          DiagnosticSink& sink) {
  return ReportReader(files, settings, sink).read();
}

}  // namespace nianbao::source
