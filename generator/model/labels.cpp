#include "model/labels.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "model/counters.h"

namespace nianbao::model {
namespace {

std::optional<Counted> counted_kind(const Block& block) {
  if (std::holds_alternative<ChartBlock>(block)) return Counted::chart;
  if (std::holds_alternative<TableBlock>(block)) return Counted::table;
  if (std::holds_alternative<FigureBlock>(block)) return Counted::figure;
  if (std::holds_alternative<DiagramBlock>(block)) return Counted::diagram;
  if (const auto* document = std::get_if<DocumentBlock>(&block); document && !document->figure.empty())
    return Counted::figure;
  return std::nullopt;
}

TargetKind target_kind(Counted counted) {
  switch (counted) {
    case Counted::chart:
      return TargetKind::chart;
    case Counted::table:
      return TargetKind::table;
    case Counted::figure:
      return TargetKind::figure;
    case Counted::diagram:
      return TargetKind::diagram;
    case Counted::case_narrative:
      return TargetKind::case_narrative;
    case Counted::appendix:
      return TargetKind::appendix_table;
  }
  return TargetKind::figure;
}

class Labeller {
 public:
  Labeller(const Report& report, DiagnosticSink& sink)
      : report_(report), sink_(sink), counters_(report.settings.numbering) {
    labels_.chapters.resize(report.chapters.size());
    labels_.cases.resize(report.cases.size());
    labels_.parts.resize(report.parts.size());
    labels_.case_anchors.assign(report.cases.size(), {Standing::In::part, report.parts.size()});
    is_labelled_.assign(report.cases.size(), false);
  }

  ReportLabels run() {
    for (std::size_t i = 0; i < report_.parts.size(); ++i) label_part(i);
    label_left_over_cases();
    report_duplicate_tables();
    return std::move(labels_);
  }

 private:
  void label_part(std::size_t index) {
    const Part& part = report_.parts[index];
    switch (part.kind) {
      case PartKind::chapters:
        for (std::size_t i = 0; i < report_.chapters.size(); ++i) label_chapter(i);
        return;
      case PartKind::cases:
        counters_.begin_chapter(0);
        for (std::size_t i = 0; i < report_.cases.size(); ++i) {
          if (!is_labelled_[i]) label_case(i, {Standing::In::part, index}, "", part.place);
        }
        return;
      case PartKind::article:
        return label_article(index);
      case PartKind::appendix:
        return label_appendix(index);
      default:
        break;
    }
    counters_.begin_chapter(0);
    if (part.text)
      label_narrative(*part.text, labels_.parts[index], {Standing::In::part, index}, HeadingStyle::none, 0,
                      counters_);
  }

  void label_chapter(std::size_t index) {
    const Narrative& chapter = report_.chapters[index];
    const int number = static_cast<int>(index) + 1;
    NarrativeLabels& labels = labels_.chapters[index];
    const HeadingStyle style = report_.settings.numbering.headings;
    if (style == HeadingStyle::chinese) {
      labels.number = chinese_numeral(number) + "、";
      labels.name = fmt::format("第{}章", chinese_numeral(number));
    } else if (style == HeadingStyle::decimal) {
      labels.number = fmt::format("{}", number);
      labels.name = fmt::format("第 {} 章", number);
    }
    add({TargetKind::chapter, chapter.id, labels.name, chapter.title, {Standing::In::chapter, index}, 0, 1},
        chapter.place);
    counters_.begin_chapter(number);
    label_narrative(chapter, labels, {Standing::In::chapter, index}, style, number, counters_);
  }

  void label_article(std::size_t index) {
    const Part& part = report_.parts[index];
    if (!part.text) return;
    const HeadingStyle style = part.headings == "decimal" ? HeadingStyle::decimal
                               : part.headings == "none"  ? HeadingStyle::none
                                                          : HeadingStyle::chinese;
    const std::string& title = part.title.empty() ? part.text->title : part.title;
    add({TargetKind::article, part.text->id, title, title, {Standing::In::part, index}, 0, 1}, part.place);
    Counters own(report_.settings.numbering);
    label_narrative(*part.text, labels_.parts[index], {Standing::In::part, index}, style, -1, own);
  }

  void label_appendix(std::size_t index) {
    const Part& part = report_.parts[index];
    counters_.begin_chapter(0);
    for (std::size_t i = 0; i < part.tables.size(); ++i) {
      const Table* table = find_table(report_.tables, part.tables[i]);
      const std::string printed = i < part.numbers.size() ? std::to_string(part.numbers[i]) : "";
      const std::string label = counters_.next(Counted::appendix, printed, part.place, sink_);
      labels_.parts[index].blocks.push_back(label);
      add({TargetKind::appendix_table,
           part.tables[i],
           label,
           table == nullptr ? "" : table->title,
           {Standing::In::part, index},
           i,
           1},
          part.place);
    }
  }

  /// `chapter` is the number of the chapter, 0 where headings are not numbered, -1 in an article.
  void label_narrative(const Narrative& narrative, NarrativeLabels& labels, Standing standing,
                       HeadingStyle style, int chapter, Counters& counters) {
    label_headings(narrative, labels, standing, style, chapter);
    labels.blocks.resize(narrative.blocks.size());
    for (std::size_t i = 0; i < narrative.blocks.size(); ++i) {
      const Block& block = narrative.blocks[i];
      const BlockHead& head = head_of(block);
      if (std::holds_alternative<CaseBlock>(block)) {
        anchor_case(head, standing, labels.blocks[i]);
      } else if (const auto counted = counted_kind(block)) {
        labels.blocks[i] = counters.next(*counted, head.number, head.place, sink_);
        add({target_kind(*counted), head.id, labels.blocks[i], title_of(block), standing, i, 1}, head.place);
      }
    }
  }

  /// A table or chart without a title of its own has its data's.
  std::string title_of(const Block& block) const {
    const BlockHead& head = head_of(block);
    if (!head.title.empty()) return head.title;
    const auto* table_block = std::get_if<TableBlock>(&block);
    const auto* chart_block = std::get_if<ChartBlock>(&block);
    const std::string& data = table_block != nullptr   ? table_block->data
                              : chart_block != nullptr ? chart_block->data
                                                       : head.id;
    const Table* table = find_table(report_.tables, data);
    return table == nullptr ? "" : table->title;
  }

  void label_headings(const Narrative& narrative, NarrativeLabels& labels, Standing standing,
                      HeadingStyle style, int chapter) {
    int counts[7] = {};
    int unnumbered = 0;
    std::set<std::string> taken = given_ids(narrative);
    for (const markdown::Heading& heading : narrative.document.headings()) {
      const int level = std::clamp(heading.level, 2, 6);
      HeadingLabel label;
      const bool counts_here = !heading.unnumbered && style != HeadingStyle::none;
      if (!heading.unnumbered) {
        counts[level] = heading.number > 0 ? heading.number : counts[level] + 1;
        std::fill(counts + level + 1, counts + 7, 0);
      }
      if (counts_here) label.number = printed_number(style, chapter, level, counts);
      label.anchor = heading.id;
      if (label.anchor.empty()) {
        label.anchor = heading.unnumbered ? fmt::format("u-{}", ++unnumbered) : "s";
        for (int i = 2; !heading.unnumbered && i <= level; ++i) label.anchor += fmt::format("-{}", counts[i]);
        while (!taken.insert(label.anchor).second) label.anchor += "-more";  // printed numbers may repeat
      }
      const Place place{narrative.place.file, heading.position.line, heading.position.column};
      add({TargetKind::heading, heading.id, reference_name(style, chapter, level, counts, heading),
           heading.text, standing, labels.headings.size(), level, label.number},
          place);
      labels.headings.push_back(std::move(label));
    }
  }

  static std::set<std::string> given_ids(const Narrative& narrative) {
    std::set<std::string> ids;
    for (const Block& block : narrative.blocks) ids.insert(head_of(block).id);
    for (const markdown::Heading& heading : narrative.document.headings()) ids.insert(heading.id);
    return ids;
  }

  static std::string printed_number(HeadingStyle style, int chapter, int level, const int* counts) {
    if (style == HeadingStyle::decimal) {
      std::string number = chapter > 0 ? std::to_string(chapter) : "";
      for (int i = 2; i <= level; ++i) number += (number.empty() ? "" : ".") + std::to_string(counts[i]);
      return number;
    }
    const int depth = chapter < 0 ? level - 1 : level;  // an article's ## is 一、
    switch (depth) {
      case 1:
        return chinese_numeral(counts[level]) + "、";
      case 2:
        return fmt::format("（{}）", chinese_numeral(counts[level]));
      case 3:
        return fmt::format("{}.", counts[level]);
      default:
        return fmt::format("（{}）", counts[level]);
    }
  }

  static std::string reference_name(HeadingStyle style, int chapter, int level, const int* counts,
                                    const markdown::Heading& heading) {
    if (heading.unnumbered || style == HeadingStyle::none) return heading.text;
    if (style == HeadingStyle::decimal) return printed_number(style, chapter, level, counts);
    std::string name = chapter > 0 ? chinese_numeral(chapter) : "";
    for (int i = 2; i <= level; ++i) name += printed_number(style, chapter, i, counts);
    return name;
  }

  void anchor_case(const BlockHead& head, Standing standing, std::string& label) {
    const auto found = std::find_if(report_.cases.begin(), report_.cases.end(),
                                    [&](const Narrative& n) { return n.id == head.id; });
    if (found == report_.cases.end()) return;  // reported by the check of references
    const auto index = static_cast<std::size_t>(found - report_.cases.begin());
    Standing& anchor = labels_.case_anchors[index];
    if (!is_labelled_[index]) {
      label_case(index, standing, head.number, head.place);
    } else if (anchor.in == Standing::In::part && anchor.index < report_.parts.size()) {
      anchor = standing;  // numbered where the report prints its cases together, told of here
    } else {
      sink_.error("N311", head.place,
                  {fmt::format("案例 {} 已经放在别处", head.id),
                   fmt::format("the case {} is anchored twice", head.id)},
                  {"只保留一处", "keep one of the two"});
      return;
    }
    label = labels_.cases[index].name;
  }

  void label_case(std::size_t index, Standing anchor, const std::string& printed, const Place& place) {
    const Narrative& narrative = report_.cases[index];
    NarrativeLabels& labels = labels_.cases[index];
    is_labelled_[index] = true;
    labels.name = labels.number = counters_.next(Counted::case_narrative, printed, place, sink_);
    labels_.case_anchors[index] = anchor;
    labels_.case_order.push_back(index);
    add({TargetKind::case_narrative,
         narrative.id,
         labels.name,
         narrative.title,
         {Standing::In::case_narrative, index},
         0,
         1},
        narrative.place);
    label_narrative(narrative, labels, {Standing::In::case_narrative, index}, HeadingStyle::none, 0,
                    counters_);
  }

  void label_left_over_cases() {
    counters_.begin_chapter(0);
    for (std::size_t i = 0; i < report_.cases.size(); ++i) {
      if (is_labelled_[i]) continue;
      const Narrative& narrative = report_.cases[i];
      sink_.warning("N306", narrative.place,
                    {fmt::format("没有章节放置案例 {}", narrative.id),
                     fmt::format("no chapter anchors the case {}", narrative.id)},
                    {fmt::format("在章节里写 ```case 块，id = \"{}\"", narrative.id),
                     fmt::format("write a ```case block with id = \"{}\" in a chapter", narrative.id)});
      label_case(i, {Standing::In::part, report_.parts.size()}, "", narrative.place);
    }
  }

  /// An appendix table is named by its data's id, which may be the id of a chapter too: the chapter goes
  /// first.
  void add(Target target, const Place& place) {
    if (!target.id.empty() && target.kind != TargetKind::appendix_table) {
      const auto [first, is_new] = places_.emplace(target.id, place);
      if (!is_new) report_duplicate(target.id, first->second, place);
    }
    labels_.targets.push_back(std::move(target));
  }

  /// A printed table and an appendix table of one id would share a page of their own.
  void report_duplicate_tables() {
    std::map<std::string_view, Place> tables;
    for (const Target& target : labels_.targets) {
      if (target.kind == TargetKind::table && !target.id.empty())
        tables.emplace(target.id, places_.at(target.id));
    }
    for (const Target& target : labels_.targets) {
      if (target.kind != TargetKind::appendix_table) continue;
      const Place& place = report_.parts[target.standing.index].place;
      const auto [first, is_new] = tables.emplace(target.id, place);
      if (!is_new) report_duplicate(target.id, first->second, place);
    }
  }

  void report_duplicate(const std::string& id, const Place& first, const Place& place) {
    sink_.error("N305", place,
                {fmt::format("标识 {} 重复（第一次在 {}:{}）", id, first.file, first.line),
                 fmt::format("the id {} stands twice (first in {}:{})", id, first.file, first.line)},
                {"改成全报告唯一的标识", "give it an id that is unique in the report"});
  }

  const Report& report_;
  DiagnosticSink& sink_;
  Counters counters_;
  ReportLabels labels_;
  std::vector<bool> is_labelled_;  ///< of the cases
  std::map<std::string, Place, std::less<>> places_;
};

}  // namespace

const Target* ReportLabels::find(std::string_view id) const {
  const Target* appendix = nullptr;
  for (const Target& target : targets) {
    if (id.empty() || target.id != id) continue;
    if (target.kind != TargetKind::appendix_table) return &target;
    if (appendix == nullptr) appendix = &target;
  }
  return appendix;
}

std::string numbered_title(const std::string& number, const std::string& title) {
  const bool tight = number.empty() || number.ends_with("、") || number.ends_with("）");
  return number + (tight ? "" : " ") + title;
}

std::string chinese_numeral(int number) {
  static constexpr std::string_view digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 0 || number > 99) return std::to_string(number);
  if (number < 10) return std::string(digits[number]);
  std::string out = number < 20 ? "" : std::string(digits[number / 10]);
  out += "十";
  if (number % 10 != 0) out += digits[number % 10];
  return out;
}

ReportLabels label_report(const Report& report, DiagnosticSink& sink) { return Labeller(report, sink).run(); }

}  // namespace nianbao::model
