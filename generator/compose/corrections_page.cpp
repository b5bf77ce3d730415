#include "compose/corrections_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "compose/addresses.h"
#include "compose/origin.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

TableCell correction_cell(std::string text, std::string address = {}, bool header = false) {
  TableCell cell;
  cell.text = std::move(text);
  cell.address = std::move(address);
  cell.header = header;
  return cell;
}

/// An organisation with its reports that were corrected, newest year first.
struct Corrected {
  const model::Organisation* organisation;
  std::vector<const ReportSummary*> reports;
  std::string newest;  ///< date of its last correction
};

std::vector<Corrected> corrected(const Portal& portal) {
  std::vector<Corrected> found;
  model::for_each_organisation(portal.site.organisations, [&](const model::Organisation& one, const auto&) {
    Corrected group{&one, {}, {}};
    for (const model::ReportSettings& settings : one.reports) {
      const auto report = portal.summaries.find(settings.address);
      if (report == portal.summaries.end() || report->second.corrections.empty()) continue;
      group.reports.push_back(&report->second);
      group.newest = std::max(group.newest, report->second.corrections.front().date);
    }
    if (!group.reports.empty()) found.push_back(std::move(group));
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const Corrected& a, const Corrected& b) { return a.newest > b.newest; });
  return found;
}

/// "demo/tech" as the name of a place on the page.
std::string anchor(std::string address) {
  std::replace(address.begin(), address.end(), '/', '-');
  return address;
}

}  // namespace

TableGrid corrections_grid(const std::vector<model::Correction>& corrections, const text::Strings& strings) {
  TableGrid grid;
  TableBand& band = grid.bands.emplace_back();
  TableRow& header = band.header.emplace_back();
  for (const std::string_view key : {"date", "corrected", "before_correction", "after_correction", "reason"})
    header.cells.push_back(correction_cell(std::string(strings[key]), {}, true));
  for (const model::Correction& one : corrections)
    band.body.emplace_back().cells = {correction_cell(one.date), correction_cell(one.what, one.address),
                                      correction_cell(one.before), correction_cell(one.after),
                                      correction_cell(one.reason)};
  return grid;
}

std::size_t count_corrections(const Portal& portal) {
  std::size_t count = 0;
  for (const auto& [address, report] : portal.summaries) count += report.corrections.size();
  return count;
}

std::optional<Page> corrections_page(const Portal& portal) {
  const std::vector<Corrected> groups = corrected(portal);
  if (groups.empty()) return std::nullopt;
  const text::Strings& strings = portal.strings;
  Page page = page_below_home(PageKind::corrections, corrections_page_address, strings, "corrections",
                              "corrections_description");
  page.components.push_back(Html{fmt::format("<p>{}</p>", text::html(page.description)), page.description});
  for (const Corrected& group : groups) {
    const std::string id = anchor(group.organisation->address);
    page.page_contents.push_back({"", group.organisation->name, page.address + "#" + id});
    page.components.push_back(SectionHeading{2, "", text::html(group.organisation->name), id});
    for (const ReportSummary* report : group.reports) {
      TableView view;
      view.id = anchor(report->address);
      view.label = std::to_string(report->year);
      view.title = report->title;
      view.address = fmt::format("{}#{}", report_page(report->address), corrections_anchor);
      view.grid = corrections_grid(report->corrections, strings);
      page.components.push_back(std::move(view));
    }
  }
  return page;
}

}  // namespace nianbao::compose
