#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "diagnostics/suggestion.h"
#include "source/corrections.h"
#include "source/fields.h"
#include "source/ids.h"
#include "source/narrative_reader.h"
#include "source/site_reader.h"
#include "source/table_reader.h"

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

bool has_text(PartKind kind) {
  using enum PartKind;
  return kind == declaration || kind == notice || kind == preface || kind == opening || kind == article ||
         kind == contacts;
}

bool has_title(PartKind kind) {
  return kind != PartKind::cover && kind != PartKind::opening && kind != PartKind::chapters;
}

/// Names of the other pages of a report and of its cases.
const std::set<std::string_view> report_pages = {"index",   "lists",   "declaration", "notice",  "preface",
                                                 "opening", "article", "appendix",    "contacts"};
const std::set<std::string_view> case_pages = {"index"};

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
      : files_(files), folder_(settings.folder), sink_(sink), narratives_(files_, folder_, sink_) {
    report_.settings = settings;
  }

  model::Report read() {
    report_.tables = read_data(files_, report_.settings, sink_).tables;
    read_cases();
    read_parts();
    report_.corrections = read_corrections(files_, folder_, sink_);
    report_unread_files();
    return std::move(report_);
  }

 private:
  void read_cases() {
    const std::string folder = join(folder_, "cases");
    if (!files_.is_folder(folder)) return;
    for (const std::string& name : files_.files_in(folder, sink_)) {
      if (!name.ends_with(".md")) continue;
      auto narrative = narratives_.read(join(folder, name), {}, true);
      if (!narrative) continue;
      const auto [number, rest] = split_number(stem(name));
      name_narrative(*narrative, number.empty() ? rest : "case-" + number, case_pages);
      report_.cases.push_back(std::move(*narrative));
    }
  }

  /// Gives a narrative the id of its file where it has none. Ids are the names of pages: those of other pages
  /// are taken.
  void name_narrative(Narrative& narrative, const std::string& of_file,
                      const std::set<std::string_view>& taken) {
    if (narrative.id.empty()) {
      if (!is_plain_id(of_file)) report_id(of_file, narrative.place, sink_);
      narrative.id = is_plain_id(of_file)
                         ? of_file
                         : fmt::format("page-{}", report_.chapters.size() + report_.cases.size() + 1);
    }
    if (!taken.contains(narrative.id)) return;
    sink_.error("N301", narrative.place,
                {fmt::format("标识 {} 是另一个页面的名称", narrative.id),
                 fmt::format("the id {} is the name of another page", narrative.id)},
                {fmt::format("改成例如 id = \"{}-1\"", narrative.id),
                 fmt::format("write for example id = \"{}-1\"", narrative.id)});
    narrative.id += "-1";
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
    if (!report_.parts.empty()) return;
    for (const PartKind kind : {PartKind::cover, PartKind::chapters}) {
      Part& part = report_.parts.emplace_back();
      part.kind = kind;
      part.place = {path, 1, 1};
    }
    read_chapters({}, {path, 1, 1});
  }

  void read_part(Fields& fields) {
    Part part;
    part.place = fields.place();
    const auto kind = part_kind(fields);
    if (!kind) return;
    part.kind = *kind;
    if (has_title(part.kind)) part.title = fields.text("title");
    if (has_text(part.kind)) part.text = read_part_text(fields, part.kind);
    read_own_keys(fields, part);
    const std::vector<std::string> chapter_files =
        part.kind == PartKind::chapters ? fields.texts("files") : std::vector<std::string>{};
    fields.finish();
    if (part.kind == PartKind::chapters && !read_chapters_once(chapter_files, fields)) return;
    report_.parts.push_back(std::move(part));
  }

  /// Keys that only this kind of part has: anywhere else they are unknown, and not lost in silence.
  static void read_own_keys(Fields& fields, Part& part) {
    switch (part.kind) {
      case PartKind::cover:
        part.lines = fields.texts("lines");
        break;
      case PartKind::declaration:
        part.date = fields.text("date");
        part.signatures = fields.texts("signatures");
        break;
      case PartKind::preface:
        part.date = fields.text("date");
        part.signed_by = fields.text("signed");
        break;
      case PartKind::contents:
        part.lists =
            fields.choices("lists", {"contents", "cases", "figures", "tables", "charts", "appendix"});
        break;
      case PartKind::article:
        read_article_keys(fields, part);
        break;
      case PartKind::appendix:
        part.tables = fields.texts("tables");
        part.numbers = fields.integers("numbers");
        break;
      default:
        break;
    }
  }

  static void read_article_keys(Fields& fields, Part& part) {
    part.authors = fields.texts("authors");
    part.reviewers = fields.texts("reviewers");
    part.organisation = fields.text("organisation");
    part.date = fields.text("date");
    part.headings = fields.choice("headings", {"chinese", "decimal", "none"}, "chinese");
  }

  std::optional<Narrative> read_part_text(Fields& fields, PartKind kind) {
    const std::string file = fields.text("file");
    if (file.empty()) return std::nullopt;
    const auto path = files_.resolve(folder_, file, fields.place_of("file"), sink_);
    auto narrative = path ? narratives_.read(*path, fields.place_of("file"), false) : std::nullopt;
    if (narrative && kind == PartKind::article && !narrative->id.empty())
      name_narrative(*narrative, "", report_pages);
    return narrative;
  }

  bool read_chapters_once(const std::vector<std::string>& names, const Fields& fields) {
    const bool is_first = std::none_of(report_.parts.begin(), report_.parts.end(),
                                       [](const Part& part) { return part.kind == PartKind::chapters; });
    if (is_first) {
      read_chapters(names, fields.place_of("files"));
    } else {
      sink_.error("N213", fields.place(), {"chapters 部分写了两次", "the part chapters stands twice"},
                  {"留一个；附文用 kind = \"article\"", "keep one; an appended text is kind = \"article\""});
    }
    return is_first;
  }

  std::optional<PartKind> part_kind(Fields& fields) {
    const std::string name = fields.required_text("kind");
    std::vector<std::string> known;
    for (const auto& [candidate, kind] : part_kinds()) {
      if (candidate == name) return kind;
      known.emplace_back(candidate);
    }
    if (name.empty()) return std::nullopt;
    sink_.error("N203", fields.place_of("kind"),
                {fmt::format("没有 {} 这种部分", name), fmt::format("there is no part of kind {}", name)},
                suggest(name, known));
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
      auto narrative = path ? narratives_.read(*path, asked_at, true) : std::nullopt;
      if (!narrative) continue;
      name_narrative(*narrative, split_number(stem(name)).second, report_pages);
      report_.chapters.push_back(std::move(*narrative));
    }
  }

  /// A chapter that no part prints would be missed by readers only.
  void report_unread_files() {
    for (const std::string& name : files_.files_in(folder_, sink_)) {
      const std::string path = join(folder_, name);
      if (!name.ends_with(".md") || narratives_.has_read(path)) continue;
      sink_.warning(
          "N212", {path, 0, 0}, {"没有哪个部分用到这个文件", "no part of the report names this file"},
          {"章节的文件名要像 03-xxxx.md；其他的写在 report.toml 的 [[parts]] 里",
           "chapters are named like 03-xxxx.md; other files are named in [[parts]] of report.toml"});
    }
  }

  const ProjectFiles& files_;
  std::string folder_;
  DiagnosticSink& sink_;
  NarrativeReader narratives_;
  model::Report report_;
};

}  // namespace

model::Report read_report(const ProjectFiles& files, const model::ReportSettings& settings,
                          DiagnosticSink& sink) {
  return ReportReader(files, settings, sink).read();
}

model::Report read_data(const ProjectFiles& files, const model::ReportSettings& settings,
                        DiagnosticSink& sink) {
  model::Report report;
  report.settings = settings;
  report.tables = read_tables(files, join(settings.folder, "data"), sink);
  return report;
}

}  // namespace nianbao::source
