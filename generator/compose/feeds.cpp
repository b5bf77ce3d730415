#include "compose/feeds.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/addresses.h"
#include "compose/name_uuid.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

constexpr std::string_view not_found_address = "404.html";

std::string absolute(const model::Site& site, std::string_view address) {
  return text::html(site.base_url + text::url_path(address));
}

/// Names of entries are made of addresses where the portal has one of its own, and of its title otherwise.
constexpr UuidBytes portals = {0x79, 0x6b, 0xa3, 0x22, 0x76, 0xcc, 0x49, 0xc0,
                               0xb7, 0xb3, 0xa2, 0x47, 0x9c, 0xf4, 0x37, 0x58};

std::string link_to(const model::Site& site, std::string_view address) {
  return site.base_url.empty() ? text::html(text::url_path(address)) : absolute(site, address);
}

/// What `address` is called for ever, and a place on it. Without base_url no other portal of another title
/// has the same name.
std::string id_of(const model::Site& site, std::string_view address, std::string_view place = {}) {
  return site.base_url.empty() ? name_uuid(portals, fmt::format("{}\n{}{}", site.title, address, place))
                               : absolute(site, address) + std::string(place);
}

/// Midnight UTC of the printed day, of the first day of the printed month, or of the first day of the year.
std::string timestamp(const ReportSummary& report) {
  std::string date = iso_date(report.issued);
  if (date.empty()) date = fmt::format("{:04}", report.year);
  while (date.size() < 10) date += "-01";
  return date + "T00:00:00Z";
}

struct FeedEntry {
  std::string updated, title, summary;
  std::string id, link;  ///< escaped
};

/// The entry of a report, and of its corrections: those of one day are told apart by their order in the file,
/// so that adding one later changes the name of none.
void add_entries(std::vector<FeedEntry>& entries, const model::Site& site, const ReportSummary& report,
                 const text::Strings& strings) {
  const std::string page = report_page(report.address);
  const std::string title = report.title + (report.edition.empty() ? "" : "（" + report.edition + "）");
  entries.push_back({timestamp(report), title, report.summary, id_of(site, page), link_to(site, page)});
  std::map<std::string, int> of_day;
  for (const model::Correction& correction : report.corrections) {
    const int number = ++of_day[correction.date];
    entries.push_back(
        {correction.date + "T00:00:00Z", strings.format("correction_of", {correction.what, title}),
         strings.format("corrected_from_to", {correction.before, correction.after, correction.reason}),
         id_of(site, page, fmt::format("#correction-{}-{}", correction.date, number)),
         fmt::format("{}#{}", link_to(site, page), corrections_anchor)});
  }
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

std::string feed(const model::Site& site, const Summaries& summaries, const text::Strings& strings) {
  std::vector<FeedEntry> entries;
  for (const auto& [address, report] : summaries) add_entries(entries, site, report, strings);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const FeedEntry& a, const FeedEntry& b) { return a.updated > b.updated; });
  const std::string updated = entries.empty() ? "1970-01-01T00:00:00Z" : entries.front().updated;
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed "
      "xmlns=\"http://www.w3.org/2005/Atom\">\n<title>{}</title>\n<id>{}</id>\n"
      "<link rel=\"self\" href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
      text::html(site.title), id_of(site, ""), link_to(site, "feed.xml"), updated,
      text::html(site.publisher.empty() ? site.title : site.publisher));
  for (const FeedEntry& entry : entries) {
    out += fmt::format(
        "<entry><title>{}</title><id>{}</id><link "
        "href=\"{}\"/><updated>{}</updated><summary>{}</summary></entry>\n",
        text::html(entry.title), entry.id, entry.link, entry.updated, text::html(entry.summary));
  }
  return out + "</feed>\n";
}

}  // namespace nianbao::compose
