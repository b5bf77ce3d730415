#include <nlohmann/json.hpp>
#include <set>

#include "check/check.h"
#include "compose/report_pages.h"
#include "compose/search_entries.h"
#include "compose/summary.h"
#include "fuzzed_project.h"
#include "pieces.h"
#include "source/site_reader.h"
#include "table_rules.h"

using namespace nianbao;

namespace {

const fuzz::FuzzedProject& project() {
  static const fuzz::FuzzedProject made({"content/a/2023/report.toml", "content/a/2023/01-x.md",
                                         "content/a/2023/data/t.csv", "content/a/2023/cases/01-c.md",
                                         "content/a/2023/p.md", "content/a/2023/data/j.json"});
  static const bool once = [] {
    made.write_fixed("site.toml", "title = \"年报\"\n");
    made.write_fixed("content/a/school.toml", "name = \"甲校\"\n");
    return true;
  }();
  return once ? made : made;
}

void require_sound(const compose::ChartView& chart) {
  fuzz::require(chart.published || chart.svg.empty());
  fuzz::require(chart.svg.empty() || nlohmann::json::accept(chart.configuration));
}

/// Cells fill their rows without a hole and without lying over each other.
void require_sound(const compose::TableGrid& grid) {
  for (const compose::TableBand& band : grid.bands) {
    if (band.body.empty()) continue;
    int width = 0, area = 0;
    for (const compose::TableCell& cell : band.body[0].cells) width += cell.columns;
    for (const compose::TableRow& row : band.body)
      for (const compose::TableCell& cell : row.cells) area += cell.rows * cell.columns;
    fuzz::require(area == width * static_cast<int>(band.body.size()));
  }
}

/// `clean`: nothing was reported.
void require_sound(const compose::Page& page, bool clean) {
  for (const compose::Component& component : page.components) {
    if (const auto* chart = std::get_if<compose::ChartView>(&component)) require_sound(*chart);
    if (const auto* table = std::get_if<compose::TableView>(&component); table != nullptr && clean)
      require_sound(table->grid);
    const auto* html = std::get_if<compose::Html>(&component);
    if (html == nullptr) continue;
    fuzz::require(text::first_invalid_utf8(html->html) == std::string_view::npos);
    fuzz::require(html->html.find("<script") == std::string::npos);
  }
  fuzz::require(page.json_ld.empty() || nlohmann::json::accept(page.json_ld));
  for (const auto& entry : compose::search_entries(page)) fuzz::require(entry.url.starts_with(page.address));
}

}  // namespace

/// Any little report is read, checked and composed; two pages share an address only where that was reported.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 15) return 0;
  project().write(fuzz::pieces(data, size, project().size()));
  DiagnosticSink sink;
  const source::ProjectFiles files(project().folder());
  const model::Site site = source::read_site(files, sink);
  fuzz::require(!site.organisations.empty());
  const model::Organisation& school = site.organisations[0];
  if (school.reports.empty()) return 0;
  const model::Report report = source::read_report(files, school.reports[0], sink);
  const model::ReportLabels labels = model::label_report(report, sink);
  check::check_report(report, labels, check::KnownAddresses(site), sink);
  const compose::AddressTitles titles = compose::address_titles(site);
  const text::Strings strings;
  const compose::Context context{report, labels, titles, strings, site.lang, sink};
  const compose::ReportPages pages(context, site, {&school});
  std::set<std::string> addresses;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const compose::Page page = pages.make(i);
    fuzz::require(addresses.insert(page.address).second || sink.has_errors());
    require_sound(page, !sink.has_errors());
  }
  compose::summarise(context, site.catalogue);
  pages.downloads();
  fuzz::require_told(sink);
  return 0;
}
