#include "compose/feeds.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/addresses.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

constexpr std::string_view not_found_address = "404.html";

std::string absolute(const model::Site& site, std::string_view address) {
  return text::html(site.base_url + text::url_path(address));
}

/// Midnight UTC of the printed day, of the first day of the printed month, or of the first day of the year.
std::string timestamp(const ReportSummary& report) {
  std::string date = iso_date(report.issued);
  if (date.empty()) date = fmt::format("{:04}", report.year);
  while (date.size() < 10) date += "-01";
  return date + "T00:00:00Z";
}

}  // namespace

std::string sitemap(const model::Site& site, const std::vector<std::string>& addresses) {
  if (site.base_url.empty()) return {};
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& address : addresses) {
    if (address == not_found_address) continue;
    out += fmt::format("<url><loc>{}</loc></url>\n", absolute(site, address));
  }
  return out + "</urlset>\n";
}

std::string feed(const model::Site& site, const Summaries& summaries) {
  if (site.base_url.empty()) return {};
  std::vector<const ReportSummary*> reports;
  for (const auto& [address, report] : summaries) reports.push_back(&report);
  std::stable_sort(reports.begin(), reports.end(),
                   [](const auto* a, const auto* b) { return timestamp(*a) > timestamp(*b); });
  const std::string updated = reports.empty() ? "1970-01-01T00:00:00Z" : timestamp(*reports.front());
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed "
      "xmlns=\"http://www.w3.org/2005/Atom\">\n<title>{}</title>\n<id>{}</id>\n"
      "<link rel=\"self\" href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
      text::html(site.title), absolute(site, ""), absolute(site, "feed.xml"), updated,
      text::html(site.publisher.empty() ? site.title : site.publisher));
  for (const ReportSummary* report : reports) {
    const std::string address = absolute(site, report_page(report->address));
    out += fmt::format(
        "<entry><title>{}</title><id>{}</id><link "
        "href=\"{}\"/><updated>{}</updated><summary>{}</summary></entry>\n",
        text::html(report->title + (report->edition.empty() ? "" : "（" + report->edition + "）")), address,
        address, timestamp(*report), text::html(report->summary));
  }
  return out + "</feed>\n";
}

}  // namespace nianbao::compose
