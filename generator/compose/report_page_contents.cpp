#include <algorithm>
#include <fmt/format.h>

#include "compose/addresses.h"
#include "compose/corrections_page.h"
#include "compose/json_ld.h"
#include "compose/open_data.h"
#include "compose/report_pages.h"
#include "compose/summary.h"
#include "model/counters.h"

/// What stands on the pages of a report, page by page; which pages there are is planned in report_pages.cpp.
namespace nianbao::compose {

using model::PartKind;
using model::Standing;
using model::Target;
using model::TargetKind;

namespace {

/// The prose at the end of a text, which its signature follows; headings and blocks before it stay.
std::string take_last_prose(std::vector<Component>& components) {
  if (components.empty() || !std::holds_alternative<Html>(components.back())) return {};
  std::string html = std::move(std::get<Html>(components.back()).html);
  components.pop_back();
  return html;
}

TableView corrections_view(const Context& context) {
  TableView view;
  view.id = corrections_anchor;
  view.title = context.strings["corrections"];
  view.grid = corrections_grid(shown_corrections(context), context.strings);
  return view;
}

}  // namespace

void ReportPages::fill_overview(Page& page) const {
  const model::ReportSettings& settings = context_.report.settings;
  const ReportSummary summary = summarise(context_, site_.catalogue);
  page.kind = PageKind::report;
  CoverView cover{settings.tag,
                  settings.title,
                  settings.edition,
                  parents_.back()->name,
                  settings.issued,
                  settings.issuer,
                  {}};
  for (const model::Part& part : context_.report.parts) {
    if (part.kind == PartKind::cover) cover.lines = part.lines;
  }
  page.components.push_back(std::move(cover));  // its title is the page's heading
  for (std::size_t i = 0; i < context_.report.parts.size(); ++i) {
    const model::Part& part = context_.report.parts[i];
    if (part.kind != PartKind::opening || !part.text) continue;
    for (Component& component :
         narrative_components(context_, *part.text, context_.labels.parts[i], page.address))
      page.components.push_back(std::move(component));
  }
  if (!summary.figures.empty()) {
    KeyFiguresView figures{std::string(context_.strings["key_figures"]), "", {}};
    for (const KeyFigureValue& figure : summary.figures)
      figures.items.push_back(
          {figure.label, figure.value, figure.unit, figure.year, figure.note, figure.address, "", {}});
    page.components.push_back(std::move(figures));
  }
  page.components.push_back(contents());
  if (!settings.note.empty()) {
    std::string html;
    for (const auto& segment : markdown::Document::parse(settings.note).render()) html += segment.html;
    page.components.push_back(NoteView{"note", html});
  }
  if (!context_.report.corrections.empty()) page.components.push_back(corrections_view(context_));
  if (!settings.source.empty() || !settings.data_year.empty()) {
    FactsView facts{"about", std::string(context_.strings["about"]), {}};
    if (!settings.data_year.empty())
      facts.facts.emplace_back(context_.strings["data_year"], settings.data_year);
    if (!settings.source.empty()) facts.facts.emplace_back(context_.strings["source"], settings.source);
    page.components.push_back(std::move(facts));
  }
  add_data_links(page);
  FactsView cite{std::string(citation_id),
                 std::string(context_.strings["cite"]),
                 {{std::string(context_.strings["cite_as"]), citation(settings, *parents_.back(), site_)}}};
  if (!site_.license.empty()) cite.facts.emplace_back(context_.strings["license"], site_.license);
  page.components.push_back(std::move(cite));
  page.json_ld =
      report_json_ld(settings, *parents_.back(), site_, page.address, !context_.report.tables.empty());
}

/// Where all data of the report can be had, for readers and for programs.
void ReportPages::add_data_links(Page& page) const {
  const model::Report& report = context_.report;
  if (report.tables.empty()) return;
  const std::string& address = report.settings.address;
  ListView links{std::string(data_links_id), std::string(context_.strings["data_download"]), {}};
  links.items.push_back({0, "", std::string(context_.strings["all_data"]), all_data(address)});
  links.items.push_back({0, "", std::string(context_.strings["data_package_title"]), data_package(address)});
  if (std::any_of(report.tables.begin(), report.tables.end(), is_rectangular))
    links.items.push_back({0, "", std::string(context_.strings["csvw_title"]), csvw_metadata(address)});
  page.components.push_back(std::move(links));
}

ListView ReportPages::contents() const {
  ListView view{"contents", std::string(context_.strings["contents"]), {}};
  for (const Job& job : jobs_) {
    if (job.what == What::chapter) {
      view.items.push_back({0, context_.labels.chapters[job.index].number,
                            context_.report.chapters[job.index].title, job.address});
      for (const Target& target : context_.labels.targets) {
        const bool section = target.kind == TargetKind::heading &&
                             target.standing == Standing{Standing::In::chapter, job.index} &&
                             target.level <= 3;
        if (!section) continue;
        view.items.push_back({target.level - 1, target.number, target.title,
                              address_of(context_.report, context_.labels, target)});
      }
    } else if (!job.reading.text.empty() && job.what != What::overview) {
      view.items.push_back({0, "", job.reading.text, job.address});
    }
  }
  return view;
}

void ReportPages::fill_narrative(Page& page, const model::Narrative& narrative,
                                 const model::NarrativeLabels& labels) const {
  if (page.title.empty()) page.title = narrative.title;
  if (!narrative.summary.empty()) page.description = narrative.summary;
  for (Component& component : narrative_components(context_, narrative, labels, page.address))
    page.components.push_back(std::move(component));
  const auto& headings = narrative.document.headings();
  for (std::size_t i = 0; i < headings.size() && i < labels.headings.size(); ++i) {
    if (headings[i].level > 3) continue;
    page.page_contents.push_back({labels.headings[i].number, headings[i].text,
                                  page.address + "#" + labels.headings[i].anchor, false,
                                  std::max(0, headings[i].level - 2)});
  }
}

void ReportPages::fill_case(Page& page, std::size_t index) const {
  page.kind = PageKind::case_narrative;
  page.label = context_.labels.cases[index].number;
  const Standing& anchor = context_.labels.case_anchors[index];
  const bool in_chapter = anchor.in == Standing::In::chapter;
  if (in_chapter)
    page.breadcrumb.push_back(
        {context_.report.chapters[anchor.index].title,
         fmt::format("{}#{}", page_of(context_.report, anchor), context_.report.cases[index].id)});
  fill_narrative(page, context_.report.cases[index], context_.labels.cases[index]);
  if (!context_.report.cases[index].organisation.empty()) {
    page.components.insert(
        page.components.begin(),
        FactsView{
            "", "", {{std::string(context_.strings["school"]), context_.report.cases[index].organisation}}});
  }
}

void ReportPages::fill_part(Page& page, std::size_t index) const {
  const model::Part& part = context_.report.parts[index];
  page.kind = part.kind == PartKind::article ? PageKind::article : PageKind::part;
  page.title = part_title(part);
  if (part.text) fill_narrative(page, *part.text, context_.labels.parts[index]);
  const bool is_signed = part.kind == PartKind::declaration || part.kind == PartKind::preface;
  const std::string html = is_signed ? take_last_prose(page.components) : std::string();
  if (part.kind == PartKind::declaration)
    page.components.push_back(DeclarationView{"declaration", "", html, part.date, part.signatures});
  if (part.kind == PartKind::preface)
    page.components.push_back(SignedTextView{"preface", "", html, part.signed_by, part.date});
  if (part.kind == PartKind::article) {
    FactsView facts{"", "", {}};
    if (!part.organisation.empty())
      facts.facts.emplace_back(context_.strings["organisation"], part.organisation);
    for (const std::string& author : part.authors)
      facts.facts.emplace_back(context_.strings["author"], author);
    for (const std::string& reviewer : part.reviewers)
      facts.facts.emplace_back(context_.strings["reviewer"], reviewer);
    if (!part.date.empty()) facts.facts.emplace_back(context_.strings["date"], part.date);
    if (!facts.facts.empty()) page.components.push_back(std::move(facts));
  }
  if (part.kind == PartKind::appendix) {
    for (std::size_t i = 0; i < part.tables.size(); ++i) {
      const model::Table* table = model::find_table(context_.report.tables, part.tables[i]);
      if (table != nullptr)
        page.components.push_back(appendix_view(context_, *table, context_.labels.parts[index].blocks[i]));
    }
  }
  if (part.kind == PartKind::contacts) page.components.push_back(contact_view(*parents_.back()));
}

void ReportPages::fill_case_list(Page& page, std::size_t index) const {
  page.kind = PageKind::part;
  page.title = part_title(context_.report.parts[index]);
  for (const std::size_t i : context_.labels.case_order) {
    const model::Narrative& narrative = context_.report.cases[i];
    page.components.push_back(CaseCard{narrative.id, context_.labels.cases[i].name, narrative.title,
                                       narrative.summary, narrative.organisation,
                                       case_page(context_.report, i)});
  }
}

void ReportPages::fill_target(Page& page, const Target& target) const {
  using In = Standing::In;
  page.kind = model::is_chart(target) ? PageKind::chart : PageKind::table;
  page.label = target.label;
  page.title = target.title;
  const std::string address = address_of(context_.report, context_.labels, target);
  const Standing& in = target.standing;
  const std::string context =
      in.in == In::chapter ? model::numbered_title(context_.labels.chapters[in.index].number,
                                                   context_.report.chapters[in.index].title)
      : in.in == In::case_narrative
          ? model::numbered_title(context_.labels.cases[in.index].name, context_.report.cases[in.index].title)
          : part_title(context_.report.parts[in.index]);
  page.breadcrumb.push_back({context, address});
  page.description = fmt::format("{} {} {} {}", parents_.back()->name, page.year, target.label, target.title);
  std::string data;
  if (target.kind == TargetKind::appendix_table) {
    data = target.id;
    const model::Table* table = model::find_table(context_.report.tables, target.id);
    if (table == nullptr) return;
    TableView view = appendix_view(context_, *table, target.label);
    view.context = context;
    view.address.clear();
    page.components.push_back(std::move(view));
  } else {
    const model::Block& block = narrative_of(context_.report, in)->blocks[target.block];
    if (const auto* chart = std::get_if<model::ChartBlock>(&block)) {
      ChartView view = chart_view(context_, *chart, target.label, target.title);
      view.address.clear();
      page.files = chart_files(view, chart_origin(context_));
      page.components.push_back(std::move(view));
    } else if (auto view = table_view(context_, std::get<model::TableBlock>(block), target.label)) {
      if (!view->download.empty()) data = std::get<model::TableBlock>(block).data;
      view->context = context;
      view->address.clear();
      page.components.push_back(std::move(*view));
    }
  }
  if (model::is_table(target))
    page.json_ld =
        dataset_json_ld(target, context_.report.settings, *parents_.back(), site_, page.address, data);
}

ListView ReportPages::list(std::string_view id, std::string_view title, const std::vector<TargetKind>& kinds,
                           bool own_pages) const {
  ListView view{std::string(id), std::string(context_.strings[title]), {}};
  const std::string& address = context_.report.settings.address;
  for (const Target& target : context_.labels.targets) {
    if (std::find(kinds.begin(), kinds.end(), target.kind) == kinds.end()) continue;
    std::string to = address_of(context_.report, context_.labels, target);
    if (own_pages && !target.id.empty() && model::is_chart(target)) to = chart_page(address, target.id);
    if (own_pages && !target.id.empty() && model::is_table(target)) to = table_page(address, target.id);
    view.items.push_back({0, target.label, target.title, std::move(to)});
  }
  return view;
}

/// The lists of the first part that states some, in its order; all of them where none does. Charts that are
/// counted with the figures are listed with them, unless the report has a list of charts.
void ReportPages::fill_lists(Page& page) const {
  page.kind = PageKind::lists;
  page.title = context_.strings["contents"];
  std::vector<std::string> names = {"contents", "cases", "figures", "tables", "charts", "appendix"};
  const model::Numbering& numbering = context_.report.settings.numbering;
  const bool charts_are_figures =
      model::leader(numbering, model::Counted::chart) == model::leader(numbering, model::Counted::figure);
  if (charts_are_figures) std::erase(names, "charts");
  const auto& parts = context_.report.parts;
  const auto stated =
      std::find_if(parts.begin(), parts.end(), [](const auto& p) { return !p.lists.empty(); });
  if (stated != parts.end()) names = stated->lists;
  const bool lists_charts = std::find(names.begin(), names.end(), "charts") != names.end();
  for (const std::string& name : names) {
    if (ListView view = named_list(name, charts_are_figures && !lists_charts); !view.items.empty())
      page.components.push_back(std::move(view));
  }
  add_data_links(page);
}

ListView ReportPages::named_list(std::string_view name, bool charts_among_figures) const {
  using enum TargetKind;
  if (name == "contents") return contents();
  if (name == "cases") return list("cases", "case_list", {case_narrative}, false);
  if (name == "tables") return list("tables", "table_list", {table}, true);
  if (name == "charts") return list("charts", "chart_list", {chart}, true);
  if (name == "appendix") return list("appendix", "appendix_list", {appendix_table}, true);
  return charts_among_figures ? list("figures", "figure_list", {figure, diagram, chart}, true)
                              : list("figures", "figure_list", {figure, diagram}, false);
}

}  // namespace nianbao::compose
