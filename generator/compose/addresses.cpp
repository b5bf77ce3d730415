#include "compose/addresses.h"

#include <fmt/format.h>

namespace nianbao::compose {
namespace {

std::string_view part_name(model::PartKind kind) {
  using enum model::PartKind;
  switch (kind) {
    case declaration:
      return "declaration";
    case notice:
      return "notice";
    case preface:
      return "preface";
    case opening:
      return "opening";
    case article:
      return "article";
    case appendix:
      return "appendix";
    case contacts:
      return "contacts";
    case contents:
      return "lists";
    case cases:
      return "cases/index";
    default:
      return "index";
  }
}

/// Id of the data that a table of the report prints; empty for other targets.
std::string printed_data(const model::Report& report, const model::Target& target) {
  if (target.kind == model::TargetKind::appendix_table) return target.id;
  if (target.kind != model::TargetKind::table) return {};
  const auto* narrative = narrative_of(report, target.standing);
  const auto* block =
      narrative == nullptr ? nullptr : std::get_if<model::TableBlock>(&narrative->blocks[target.block]);
  return block == nullptr ? std::string() : block->data;
}

}  // namespace

const model::Narrative* narrative_of(const model::Report& report, const model::Standing& standing) {
  using In = model::Standing::In;
  if (standing.in == In::chapter) return &report.chapters[standing.index];
  if (standing.in == In::case_narrative) return &report.cases[standing.index];
  const auto& text = report.parts[standing.index].text;
  return text ? &*text : nullptr;
}

std::string organisation_page(std::string_view address) {
  return address.empty() ? "index.html" : fmt::format("{}/index.html", address);
}

std::string report_page(std::string_view address) { return fmt::format("{}/index.html", address); }
std::string lists_page(std::string_view address) { return fmt::format("{}/lists.html", address); }

std::string chapter_page(const model::Report& report, std::size_t chapter) {
  return fmt::format("{}/{}.html", report.settings.address, report.chapters[chapter].id);
}

std::string case_page(const model::Report& report, std::size_t index) {
  return fmt::format("{}/cases/{}.html", report.settings.address, report.cases[index].id);
}

std::string part_page(const model::Report& report, std::size_t index) {
  const model::Part& part = report.parts[index];
  const bool named = part.kind == model::PartKind::article && part.text && !part.text->id.empty();
  const std::string name = named ? part.text->id : std::string(part_name(part.kind));
  int same = 0;
  for (std::size_t i = 0; i < index; ++i) same += !named && report.parts[i].kind == part.kind;
  return fmt::format("{}/{}{}.html", report.settings.address, name,
                     same > 0 ? fmt::format("-{}", same + 1) : "");
}

std::string table_page(std::string_view address, std::string_view id) {
  return fmt::format("{}/tables/{}.html", address, id);
}
std::string chart_page(std::string_view address, std::string_view id) {
  return fmt::format("{}/charts/{}.html", address, id);
}
std::string table_download(std::string_view address, std::string_view id) {
  return fmt::format("{}/data/{}.csv", address, id);
}

std::string table_json(std::string_view address, std::string_view id) {
  return fmt::format("{}/data/{}.json", address, id);
}
std::string data_package(std::string_view address) {
  return fmt::format("{}/data/datapackage.json", address);
}
std::string csvw_metadata(std::string_view address) {
  return fmt::format("{}/data/csv-metadata.json", address);
}
std::string all_data(std::string_view address) { return fmt::format("{}/data/all.zip", address); }

std::string page_of(const model::Report& report, const model::Standing& standing) {
  using In = model::Standing::In;
  if (standing.in == In::chapter) return chapter_page(report, standing.index);
  if (standing.in == In::case_narrative) return case_page(report, standing.index);
  return standing.index < report.parts.size() ? part_page(report, standing.index)
                                              : report_page(report.settings.address);
}

std::string address_of(const model::Report& report, const model::ReportLabels& labels,
                       const model::Target& target) {
  using enum model::TargetKind;
  const std::string page = page_of(report, target.standing);
  switch (target.kind) {
    case chapter:
    case article:
    case case_narrative:
      return page;
    case heading:
      break;
    default:
      return page + "#" + target.id;
  }
  if (!target.id.empty()) return page + "#" + target.id;
  const auto& narratives = target.standing.in == model::Standing::In::chapter          ? labels.chapters
                           : target.standing.in == model::Standing::In::case_narrative ? labels.cases
                                                                                       : labels.parts;
  return page + "#" + narratives[target.standing.index].headings[target.block].anchor;
}

const model::Target* table_printing(const model::Report& report, const model::ReportLabels& labels,
                                    std::string_view data) {
  for (const model::Target& target : labels.targets) {
    if (printed_data(report, target) == data) return &target;
  }
  return nullptr;
}

}  // namespace nianbao::compose
