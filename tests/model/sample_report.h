#pragma once

#include <sstream>
#include <string>

#include "model/labels.h"

namespace nianbao::tests {

using namespace nianbao::model;

inline Numbering numbering(HeadingStyle headings = HeadingStyle::chinese) {
  Numbering numbering;
  numbering.headings = headings;
  numbering.counters = {{Counted::figure, {"图", Scope::chapter, 1, std::nullopt}},
                        {Counted::table, {"表", Scope::chapter, 1, std::nullopt}},
                        {Counted::chart, {"分析图", Scope::chapter, 1, std::nullopt}},
                        {Counted::diagram, {"图", Scope::chapter, 1, Counted::figure}},
                        {Counted::case_narrative, {"案例", Scope::report, 2, std::nullopt}},
                        {Counted::appendix, {"附表", Scope::report, 1, std::nullopt}}};
  return numbering;
}

/// A fence's body is "id" or "id number" here; the TOML of real fences is the source room's.
inline Block block(const markdown::Fence& fence) {
  BlockHead head;
  std::istringstream(fence.body) >> head.id >> head.number;
  head.place = {"", fence.position.line, fence.position.column};
  Block block = NoteBlock();
  if (fence.kind == "chart") block = ChartBlock();
  if (fence.kind == "table") block = TableBlock();
  if (fence.kind == "figure") block = FigureBlock();
  if (fence.kind == "diagram") block = DiagramBlock();
  if (fence.kind == "case") block = CaseBlock();
  if (fence.kind == "document") block = DocumentBlock{{}, "", "", "", "", "", "next"};
  std::visit([&](auto& read) { read.head = head; }, block);
  return block;
}

inline Narrative narrative(const std::string& id, const std::string& text) {
  Narrative narrative{
      id,
      "标题 " + id,
      "",
      "",
      markdown::Document::parse(text, {{"chart", "table", "figure", "diagram", "case", "document"}, 1}),
      {},
      {id + ".md", 1, 1}};
  for (const markdown::Fence& fence : narrative.document.fences()) {
    Block read = block(fence);
    std::visit([&](auto& b) { b.head.place.file = id + ".md"; }, read);
    narrative.blocks.push_back(std::move(read));
  }
  return narrative;
}

inline std::string fence(const std::string& kind, const std::string& body) {
  return "```" + kind + "\n" + body + "\n```\n\n";
}

inline Part part(PartKind kind) {
  Part part;
  part.kind = kind;
  part.place = {"report.toml", 5, 1};
  return part;
}

/// "table majors 表 2-9; case case-05 案例 05", in printed order; headings are left out.
inline std::string printed(const ReportLabels& labels) {
  std::string out;
  for (const Target& target : labels.targets) {
    if (target.kind != TargetKind::heading) out += (out.empty() ? "" : "; ") + target.id + " " + target.label;
  }
  return out;
}

/// Numbers of a narrative's headings, "(（一）) …": what stands before each, and its anchor.
inline std::string numbers(const NarrativeLabels& labels) {
  std::string out;
  for (const HeadingLabel& heading : labels.headings)
    out += (out.empty() ? "" : " | ") + heading.number + " #" + heading.anchor;
  return out;
}

}  // namespace nianbao::tests
