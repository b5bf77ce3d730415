#include "cli/site_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <tbb/parallel_for.h>

#include "compose/addresses.h"
#include "compose/chart_files.h"
#include "compose/compare_page.h"
#include "compose/corrections_page.h"
#include "compose/indicator_pages.h"
#include "compose/major_pages.h"
#include "compose/name_index.h"
#include "compose/partner_page.h"
#include "compose/search_entries.h"
#include "compose/search_facts.h"
#include "picture/picture.h"
#include "source/synonyms.h"
#include "text/utf8.h"
#include "theme/moved_page.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// FNV-1a, 64 bit: a short fingerprint for "?v=", not for security.
std::uint64_t fingerprint(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

}  // namespace

SiteWriter::SiteWriter(const model::Site& site, const theme::Theme& theme,
                       std::unique_ptr<publish::Staging> staging, std::optional<fs::path> chart_js,
                       const fs::path& cache, DiagnosticSink& sink, Timings& timings)
    : site_(site),
      theme_(theme),
      staging_(std::move(staging)),
      chart_js_(std::move(chart_js)),
      sink_(sink),
      timings_(timings),
      index_(search::Sizes{}, staging_ == nullptr || cache.empty() ? fs::path() : cache / "search") {
  if (staging_ != nullptr) theme_assets_ = theme_.assets();
  frame_.title = site.title;
  frame_.description = site.description;
  frame_.lang = site.lang;
  frame_.base_url = site.base_url;
  frame_.publisher = site.publisher;
  frame_.license = site.license;
  frame_.version = version();
  frame_.interactive_charts = chart_js_.has_value();
  model::for_each_organisation(site.organisations, [&](const model::Organisation& one, const auto&) {
    for (const std::string& former : one.former_addresses) former_.emplace_back(one.address, former);
  });
  for (const auto& organisation : site.organisations) {
    frame_.navigation.push_back(
        {organisation.short_name.empty() ? organisation.name : organisation.short_name,
         compose::organisation_page(organisation.address)});
  }
}

std::string SiteWriter::version() const {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const theme::Asset& asset : theme_assets_)
    hash = fingerprint(fingerprint(hash, asset.path), asset.bytes);
  return fmt::format("{:010x}", hash >> 24);
}

void SiteWriter::put(const compose::Page& page, const std::string& report) {
  {
    const std::lock_guard lock(mutex_);
    if (!addresses_.insert(page.address).second) {
      wanted_twice_.insert(page.address);
      return;
    }
  }
  if (staging_ == nullptr) return;
  write(page);
  put(page.files);
  for (const compose::Page& embed : compose::embed_pages(page)) write(embed);
  timings_.time_inside(Stage::search, [&] { index_.add(report, compose::search_entries(page)); });
}

void SiteWriter::end_report(const std::string& report) {
  timings_.time_inside(Stage::search, [&] { index_.end_batch(report); });
}

std::vector<std::string> SiteWriter::former_addresses(const std::string& address) const {
  std::vector<std::string> found;
  for (const auto& [present, former] : former_) {
    if (address.starts_with(present + "/")) found.push_back(former + address.substr(present.size()));
  }
  return found;
}

void SiteWriter::write_page_to_follow(const std::string& address) {
  for (const std::string& old : former_addresses(address))
    staging_->write(old, theme::moved_page(old, address, site_.lang, theme_.strings()));
}

/// A file cannot lead on as a page does: it stands where it was, too. Scripts are only asked for by pages.
void SiteWriter::write_download(const std::string& address, std::string_view bytes) {
  staging_->write(address, bytes);
  if (address.ends_with(".js")) return;
  for (const std::string& old : former_addresses(address)) staging_->link(old, address);
}

void SiteWriter::write(const compose::Page& page) {
  write_page_to_follow(page.address);
  const std::string html = timings_.time(Stage::theme, [&] { return theme_.render(page, frame_); });
  timings_.time(Stage::write, [&] { staging_->write(page.address, html); });
}

void SiteWriter::put(const std::vector<compose::Download>& downloads) {
  for (const compose::Download& download : downloads) {
    if (staging_ == nullptr) return;
    timings_.time(Stage::write, [&] { write_download(download.address, download.bytes); });
    if (site_.png && download.address.ends_with(".svg")) write_png(download);
  }
}

void SiteWriter::write_png(const compose::Download& drawing) {
  const picture::Png png =
      timings_.time(Stage::pictures, [&] { return picture::png_of(drawing.bytes, picture::usual_scale); });
  const std::string address = drawing.address.substr(0, drawing.address.rfind('.')) + ".png";
  if (png.error.empty())
    timings_.time(Stage::write, [&] { write_download(address, png.bytes); });
  else
    sink_.error("N403", {address, 0, 0}, png.error);
  if (const std::string letters = picture::letters_without_font(drawing.bytes); !letters.empty()) {
    const std::lock_guard lock(mutex_);
    letters_without_font_ += letters;
  }
}

/// Once for the whole site: which of its pictures show boxes matters less than that a font is missing.
void SiteWriter::report_letters_without_font() {
  if (letters_without_font_.empty()) return;
  const std::string some = text::ellipsis(picture::letters_without_font(letters_without_font_), 12);
  sink_.warning("N404", {"site.toml", 0, 0},
                {fmt::format("本机字体里没有“{}”等字，PNG 图中会是方框", some),
                 fmt::format("no font of this machine has “{}”: PNG pictures show boxes there", some)},
                {"安装 fonts-noto-cjk，或去掉 [charts] 的 png = true",
                 "install fonts-noto-cjk, or leave out png = true of [charts]"});
}

void SiteWriter::copy_images(const source::ProjectFiles& files, const model::ReportSettings& report) {
  const std::string folder = source::join(report.folder, "images");
  if (staging_ != nullptr && files.is_folder(folder))
    copy_folder(files.root() / folder, report.address + "/images");
}

/// Copies regular files; symbolic links are left out, so that nothing from outside the project is published.
void SiteWriter::copy_folder(const fs::path& from, const std::string& to) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (entry.is_regular_file() && !entry.is_symlink() && !entry.path().filename().string().starts_with("."))
      found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    const std::string relative = path.lexically_relative(from).generic_string();
    staging_->copy(to.empty() ? relative : to + "/" + relative, path);
  }
}

void SiteWriter::put_homes(const compose::Summaries& summaries, std::optional<CityAround> around) {
  if (around) {
    for (const auto& [address, summary] : summaries) around->summaries.insert_or_assign(address, summary);
  }
  const compose::Portal portal{site_,
                               summaries,
                               theme_.strings(),
                               sink_,
                               around ? compose::IndicatorBook(around->portal, around->summaries)
                                      : compose::IndicatorBook(site_, summaries),
                               around ? &around->city : nullptr};
  std::vector<std::pair<const model::Organisation*, std::vector<const model::Organisation*>>> organisations;
  model::for_each_organisation(site_.organisations,
                               [&](const model::Organisation& organisation, const auto& parents) {
                                 organisations.emplace_back(&organisation, parents);
                               });
  tbb::parallel_for(std::size_t{0}, organisations.size(), [&](std::size_t i) {
    put(timings_.time(Stage::compose, [&] {
      return compose::organisation_page_of(portal, *organisations[i].first, organisations[i].second);
    }));
    if (organisations[i].first->kind == model::OrganisationKind::school) return;
    for (const compose::Page& page : timings_.time(Stage::compose, [&] {
           return compose::indicator_pages(portal, *organisations[i].first, organisations[i].second);
         }))
      put(page);
    const auto compare = timings_.time(Stage::compose, [&] {
      return compose::compare_page_of(portal, *organisations[i].first, organisations[i].second);
    });
    if (compare) put(*compare);
  });
  for (const compose::Page& page : compose::major_pages(portal)) put(page);
  if (const auto partners = compose::partner_page(portal)) put(*partners);
  if (const auto corrections = compose::corrections_page(portal)) put(*corrections);
  put(compose::portal_page(portal));
  put(compose::search_page(portal));
  put(compose::name_index_page(portal));
  put(compose::not_found_page(portal));
  timings_.time(Stage::search, [&] {
    compose::SearchFacts facts = compose::search_facts(portal);
    for (search::Party& party : facts.parties) index_.add_party(std::move(party));
    for (search::Subject& subject : facts.subjects) index_.add_subject(std::move(subject));
  });
}

/// Ids that stand twice were reported where they stand; what is left has no other name than the address.
void SiteWriter::report_wanted_twice() {
  if (sink_.has_errors()) return;
  for (const std::string& address : wanted_twice_) {
    sink_.error(
        "N701", {site_.content, 0, 0},
        {fmt::format("两个页面都要放在 {}", address), fmt::format("two pages want the address {}", address)},
        {"改一个章节、案例或部分的 id", "change the id of a chapter, case or part"});
  }
}

void SiteWriter::put_shared_files(const compose::Summaries& summaries, const source::ProjectFiles& files) {
  report_wanted_twice();
  report_letters_without_font();
  for (std::vector<std::string>& words : source::read_synonyms(files, sink_))
    index_.add_synonyms(std::move(words));
  if (staging_ == nullptr) return;
  timings_.time_all_threads(Stage::search, [&] {
    index_.finish([&](const search::File& file) {
      timings_.time_inside(Stage::write, [&] { staging_->write("search/" + file.name, file.bytes); });
    });
  });
  timings_.time(Stage::write, [&] {
    for (const theme::Asset& asset : theme_assets_) staging_->write(asset.path, asset.bytes);
    if (chart_js_) {
      staging_->copy("assets/chart.js/chart.umd.js", *chart_js_);
      const fs::path license = chart_js_->parent_path().parent_path() / "LICENSE.md";
      if (fs::exists(license)) staging_->copy("assets/chart.js/LICENSE.md", license);
    }
    const std::vector<std::string> pages(addresses_.begin(), addresses_.end());
    if (const std::string text = compose::sitemap(site_, pages); !text.empty()) {
      staging_->write("sitemap.xml", text);
      staging_->write("robots.txt",
                      fmt::format("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site_.base_url));
    }
    staging_->write("feed.xml", compose::feed(site_, summaries, theme_.strings()));
    if (!site_.assets.empty() && files.is_folder(site_.assets)) copy_folder(files.root() / site_.assets, "");
  });
}

}  // namespace nianbao::cli
