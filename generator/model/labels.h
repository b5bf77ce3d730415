#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/report.h"

/// The printed numbers of a report: chapters, headings, and the separate counters of figures, tables, charts,
/// diagrams, cases and appendix tables, given in the order of the report's parts. Nobody types a number by
/// hand.
namespace nianbao::model {

enum class TargetKind {
  chapter,
  heading,
  article,
  case_narrative,
  table,
  chart,
  figure,
  diagram,
  appendix_table
};

/// Which narrative something stands in.
struct Standing {
  enum class In { chapter, case_narrative, part } in = In::chapter;
  std::size_t index = 0;  ///< into chapters, cases or parts
  bool operator==(const Standing&) const = default;
};

/// Something a reference can name.
struct Target {
  TargetKind kind = TargetKind::chapter;
  std::string id, label, title;
  Standing standing;
  std::size_t block = 0;    ///< index of the block, or of the heading
  int level = 1;            ///< of headings: 2 for ## …
  std::string number = {};  ///< of headings: as printed before them
};

/// What has a page of its own beside the place where it is printed.
inline bool is_chart(const Target& target) { return target.kind == TargetKind::chart; }
inline bool is_table(const Target& target) {
  return target.kind == TargetKind::table || target.kind == TargetKind::appendix_table;
}

struct HeadingLabel {
  std::string number;  ///< as printed before the heading: "（一）", "2.1"; may be empty
  std::string anchor;
};

struct NarrativeLabels {
  std::string number;  ///< before the title: "二、", "2", "案例 05"; may be empty
  std::string name;    ///< what a reference prints: "第二章", "案例 05"
  std::vector<HeadingLabel> headings;
  std::vector<std::string> blocks;  ///< label of each block; empty for uncounted ones
};

struct ReportLabels {
  std::vector<NarrativeLabels> chapters, cases, parts;
  /// Everything that counts, in printed order: the generated lists are read off here.
  std::vector<Target> targets;
  /// Where a case is anchored; in == part with index parts.size() when nowhere.
  std::vector<Standing> case_anchors;
  std::vector<std::size_t> case_order;  ///< cases in printed order

  const Target* find(std::string_view id) const;
};

/// Numbers a report. Ids that stand twice, cases that are anchored nowhere or twice, and printed numbers that
/// go backwards are reported.
ReportLabels label_report(const Report& report, DiagnosticSink& sink);

/// "二、人才培养", "2 人才培养", "案例 05 …": a title behind its printed number, which may be empty.
std::string numbered_title(const std::string& number, const std::string& title);

/// 1 -> 一, 12 -> 十二, 21 -> 二十一 (1 to 99).
std::string chinese_numeral(int number);

}  // namespace nianbao::model
