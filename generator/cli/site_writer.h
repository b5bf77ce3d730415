#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/timings.h"
#include "compose/feeds.h"
#include "compose/portal_pages.h"
#include "compose/report_pages.h"
#include "publish/staging.h"
#include "search/search.h"
#include "source/project_files.h"
#include "theme/theme.h"

namespace nianbao::cli {

/// The city of a school whose site stands by itself.
struct CityAround {
  const model::Site& portal;
  const model::Organisation& city;  ///< in the portal
  compose::Summaries summaries;     ///< of its schools
};

/// Takes pages, hands them to the theme, the search index and the staging folder. Without a staging folder
/// (`check`) it only counts them and looks for addresses that are taken twice. May be used by many threads.
class SiteWriter {
 public:
  /// `chart_js` is the library that goes with the site; without it no page offers the interactive view.
  /// `cache` is the folder for what is kept between builds.
  SiteWriter(const model::Site& site, const theme::Theme& theme, std::unique_ptr<publish::Staging> staging,
             std::optional<std::filesystem::path> chart_js, const std::filesystem::path& cache,
             DiagnosticSink& sink, Timings& timings);

  /// `report`: address of the report the page is of; empty for homes.
  void put(const compose::Page& page, const std::string& report = {});
  /// All pages of the report were put.
  void end_report(const std::string& report);
  void put(const std::vector<compose::Download>& downloads);
  void copy_images(const source::ProjectFiles& files, const model::ReportSettings& report);
  /// Portal, cities, schools, search page, 404. With `around`, a school is shown beside that city.
  void put_homes(const compose::Summaries& summaries, std::optional<CityAround> around = {});
  /// Search index, sitemap, feed, styles, scripts, Chart.js, the project's assets folder.
  void put_shared_files(const compose::Summaries& summaries, const source::ProjectFiles& files);

  bool has_interactive_charts() const { return chart_js_.has_value(); }
  std::size_t page_count() const { return addresses_.size(); }
  search::Batches search_batches() const { return index_.batches(); }
  publish::PublishReport publish() { return staging_->publish(); }

 private:
  void write(const compose::Page& page);
  /// Where an address of an organisation that was renamed stood before.
  std::vector<std::string> former_addresses(const std::string& address) const;
  void write_page_to_follow(const std::string& address);
  void write_download(const std::string& address, std::string_view bytes);
  void write_png(const compose::Download& drawing);
  void report_letters_without_font();
  void report_wanted_twice();
  void copy_folder(const std::filesystem::path& from, const std::string& to);
  std::string version() const;

  const model::Site& site_;
  const theme::Theme& theme_;
  theme::SiteFrame frame_;
  std::vector<theme::Asset> theme_assets_;
  std::unique_ptr<publish::Staging> staging_;
  std::optional<std::filesystem::path> chart_js_;
  DiagnosticSink& sink_;
  Timings& timings_;
  search::Builder index_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> addresses_, wanted_twice_;
  std::vector<std::pair<std::string, std::string>> former_;  ///< address now, address before
  std::string letters_without_font_;                         ///< of pictures, as they came
};

}  // namespace nianbao::cli
