#include "compose/report_pages.h"

#include <tuple>

#include "compose/addresses.h"
#include "compose/open_data.h"
#include "compose/organisation_pages.h"
#include "compose/origin.h"

namespace nianbao::compose {

using model::PartKind;

namespace {

/// Parts that have a page of their own.
bool has_page(const model::Part& part) {
  switch (part.kind) {
    case PartKind::declaration:
    case PartKind::notice:
    case PartKind::preface:
    case PartKind::article:
    case PartKind::appendix:
    case PartKind::contacts:
      return true;
    default:
      return false;
  }
}

}  // namespace

ReportPages::ReportPages(const Context& context, const model::Site& site,
                         std::vector<const model::Organisation*> parents)
    : context_(context), site_(site), parents_(std::move(parents)) {
  plan();
}

std::string ReportPages::part_title(const model::Part& part) const {
  if (!part.title.empty()) return part.title;
  if (part.text && !part.text->title.empty()) return part.text->title;
  switch (part.kind) {
    case PartKind::declaration:
      return std::string(context_.strings["declaration"]);
    case PartKind::notice:
      return std::string(context_.strings["notice_page"]);
    case PartKind::preface:
      return std::string(context_.strings["preface"]);
    case PartKind::appendix:
      return std::string(context_.strings["appendix"]);
    case PartKind::contacts:
      return std::string(context_.strings["contact"]);
    case PartKind::cases:
      return std::string(context_.strings["cases"]);
    default:
      return {};
  }
}

void ReportPages::plan() {
  const model::Report& report = context_.report;
  const auto add = [&](What what, std::size_t index, std::string address, std::string reading) {
    jobs_.push_back({what, index, address, {std::move(reading), address}});
  };
  add(What::overview, 0, report_page(report.settings.address), report.settings.title);
  for (std::size_t i = 0; i < report.parts.size(); ++i) {
    const model::Part& part = report.parts[i];
    if (part.kind == PartKind::chapters) {
      for (std::size_t c = 0; c < report.chapters.size(); ++c)
        add(What::chapter, c, chapter_page(report, c),
            model::numbered_title(context_.labels.chapters[c].number, report.chapters[c].title));
    } else if (part.kind == PartKind::cases && !report.cases.empty()) {
      add(What::case_list, i, part_page(report, i), part_title(part));
    } else if (has_page(part)) {
      add(What::part, i, part_page(report, i), part_title(part));
    }
  }
  for (const std::size_t i : context_.labels.case_order)
    add(What::case_narrative, i, case_page(report, i), "");
  const auto& targets = context_.labels.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i].id.empty()) continue;
    if (model::is_table(targets[i]))
      add(What::table, i, table_page(report.settings.address, targets[i].id), "");
    if (model::is_chart(targets[i]))
      add(What::chart, i, chart_page(report.settings.address, targets[i].id), "");
  }
  add(What::lists, 0, lists_page(report.settings.address), "");
}

Page ReportPages::frame(const Job& job) const {
  const model::ReportSettings& settings = context_.report.settings;
  const model::Organisation& organisation = *parents_.back();
  Page page;
  page.address = job.address;
  page.organisation = organisation.name;
  std::tie(page.city, page.school) = city_and_school(parents_);
  page.year = std::to_string(settings.year);
  page.report_title = settings.title;
  page.notice = organisation.notice;
  page.published = iso_date(settings.issued);
  page.description = settings.summary;
  page.breadcrumb.push_back({std::string(context_.strings["home"]), "index.html"});
  for (const model::Organisation* parent : parents_)
    page.breadcrumb.push_back({short_name(*parent), organisation_page(parent->address)});
  if (job.what != What::overview)
    page.breadcrumb.push_back(
        {settings.edition.empty() ? page.year : settings.edition, report_page(settings.address)});
  return page;
}

Page ReportPages::make(std::size_t index) const {
  const Job& job = jobs_[index];
  const model::Report& report = context_.report;
  Page page = frame(job);
  std::string in_navigation = job.address;
  switch (job.what) {
    case What::overview:
      fill_overview(page);
      break;
    case What::chapter:
      page.kind = PageKind::chapter;
      page.label = context_.labels.chapters[job.index].number;
      fill_narrative(page, report.chapters[job.index], context_.labels.chapters[job.index]);
      break;
    case What::case_narrative:
      fill_case(page, job.index);
      break;
    case What::part:
      fill_part(page, job.index);
      break;
    case What::case_list:
      fill_case_list(page, job.index);
      break;
    case What::table:
    case What::chart:
      fill_target(page, context_.labels.targets[job.index]);
      in_navigation = page_of(report, context_.labels.targets[job.index].standing);
      break;
    case What::lists:
      fill_lists(page);
      break;
  }
  page.report_navigation = navigation(in_navigation);
  add_neighbours(page, index);
  return page;
}

/// The next and previous page in reading order; cases follow each other, in their printed order.
void ReportPages::add_neighbours(Page& page, std::size_t index) const {
  const Job& job = jobs_[index];
  const auto reads = [&](const Job& other) {
    return job.what == What::case_narrative ? other.what == What::case_narrative
                                            : !other.reading.text.empty();
  };
  if (!reads(job)) return;
  const auto link = [&](const Job& other) {
    if (other.what != What::case_narrative) return other.reading;
    return Link{model::numbered_title(context_.labels.cases[other.index].name,
                                      context_.report.cases[other.index].title),
                other.address};
  };
  for (std::size_t i = index; i-- > 0;) {
    if (!reads(jobs_[i])) continue;
    page.previous = link(jobs_[i]);
    break;
  }
  for (std::size_t i = index + 1; i < jobs_.size(); ++i) {
    if (!reads(jobs_[i])) continue;
    page.next = link(jobs_[i]);
    break;
  }
}

std::vector<NavigationItem> ReportPages::navigation(const std::string& current) const {
  std::vector<NavigationItem> items;
  for (const Job& job : jobs_) {
    if (job.reading.text.empty() && job.what != What::lists) continue;
    NavigationItem item{"", job.reading.text, job.address, job.address == current, 0};
    if (job.what == What::overview) item.title = context_.strings["overview"];
    if (job.what == What::lists) item.title = context_.strings["contents"];
    if (job.what == What::chapter) {
      item.label = context_.labels.chapters[job.index].number;
      item.title = context_.report.chapters[job.index].title;
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<Download> ReportPages::downloads() const {
  return open_data(context_.report, *parents_.back(), site_);
}

}  // namespace nianbao::compose
