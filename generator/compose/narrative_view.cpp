#include "compose/narrative_view.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/addresses.h"
#include "compose/chart_view.h"
#include "compose/table_grid.h"
#include "diagram/diagram.h"
#include "text/escape.h"
#include "text/relative_address.h"

namespace nianbao::compose {
namespace {

using check::Reference;

class NarrativeView {
 public:
  NarrativeView(const Context& context, const model::Narrative& narrative,
                const model::NarrativeLabels& labels, std::string_view page)
      : context_(context), narrative_(narrative), labels_(labels), page_(page) {
    hooks_.resolve_link = [this](const markdown::Link& link, bool is_image) {
      return resolve(link, is_image);
    };
    if (!narrative.id.empty()) hooks_.footnote_prefix = narrative.id + "-";
    hooks_.table_label = context.strings["table_region"];
    hooks_.colon = context.strings["colon"];
    hooks_.footnotes_label = context.strings["footnotes"];
    hooks_.footnote_back_label = context.strings["footnote_back"];
  }

  std::vector<Component> components() {
    for (markdown::Segment& segment : narrative_.document.render(hooks_)) {
      switch (segment.kind) {
        case markdown::Segment::Kind::html:
          out_.push_back(Html{std::move(segment.html), std::move(segment.text)});
          break;
        case markdown::Segment::Kind::heading:
          add_heading(segment);
          break;
        case markdown::Segment::Kind::fence:
          add_block(segment.index);
          break;
      }
    }
    return std::move(out_);
  }

 private:
  markdown::ResolvedLink resolve(const markdown::Link& link, bool is_image) const {
    if (is_image) return {text::relative_address(page_, image_address(link.url)), "", "", ""};
    const Reference reference = check::read_reference(link.url);
    switch (reference.kind) {
      case Reference::Kind::report_id:
        return resolve_id(reference.id);
      case Reference::Kind::address:
        return resolve_address(reference);
      case Reference::Kind::datum:
        return resolve_datum(reference.id);
      case Reference::Kind::other:
        return {link.url, "", "", ""};
    }
    return {link.url, "", "", ""};
  }

  markdown::ResolvedLink resolve_id(const std::string& id) const {
    const model::Target* target = context_.labels.find(id);
    if (target == nullptr) return {"", id, "broken", ""};
    return {text::relative_address(page_, address_of(context_.report, context_.labels, *target)),
            target->label, "reference", target->title};
  }

  markdown::ResolvedLink resolve_address(const Reference& reference) const {
    const auto title = context_.titles.find(reference.address);
    if (title == context_.titles.end()) return {"", reference.address, "broken", ""};
    if (context_.elsewhere != nullptr && context_.elsewhere->addresses.contains(reference.address)) {
      const std::string& base = context_.elsewhere->base_url;
      return {base.empty() ? "" : base + organisation_page(reference.address), title->second, "reference",
              ""};
    }
    return {text::relative_address(page_, organisation_page(reference.address)), title->second, "reference",
            ""};
  }

  /// A bound number leads to the table it comes from, where that table is printed.
  markdown::ResolvedLink resolve_datum(const std::string& address) const {
    model::AddressProblem problem;
    const auto datum = model::find_datum(context_.report.tables, address, problem);
    if (!datum) return {"", "", "broken", ""};
    const model::Target* target = table_printing(context_.report, context_.labels, datum->table->id);
    const std::string title = fmt::format("{} · {}", datum->table->title, datum->row->label);
    markdown::ResolvedLink link{"", "", "datum", title};
    if (target != nullptr) {
      link.url = text::relative_address(page_, address_of(context_.report, context_.labels, *target));
      link.title = fmt::format("{} {}", target->label, title);
    }
    link.hides_text = datum->cell->value.kept_back.has_value();  // what the table does not show
    if (link.hides_text) link.label = context_.strings["value_withheld"];
    return link;
  }

  std::string image_address(std::string_view src) const {
    return fmt::format("{}/{}", context_.report.settings.address, src);
  }

  void add_heading(markdown::Segment& segment) {
    const markdown::Heading& heading = narrative_.document.headings()[segment.index];
    const model::HeadingLabel& label = labels_.headings[segment.index];
    out_.push_back(
        SectionHeading{std::clamp(heading.level, 2, 6), label.number, std::move(segment.html), label.anchor});
  }

  void add_block(std::size_t index) {
    const std::string& label = labels_.blocks[index];
    std::visit([&](const auto& block) { add(block, label); }, narrative_.blocks[index]);
  }

  void add(const model::BrokenBlock&, const std::string&) {}

  void add(const model::ChartBlock& block, const std::string& label) {
    const model::Target* target = context_.labels.find(block.head.id);
    out_.push_back(chart_view(context_, block, label, target == nullptr ? block.head.title : target->title));
  }

  void add(const model::TableBlock& block, const std::string& label) {
    if (auto view = table_view(context_, block, label)) out_.push_back(std::move(*view));
  }

  void add(const model::FigureBlock& block, const std::string& label) {
    FigureView view{block.head.id, label, block.head.title, block.credit, {}, remarks(block.head)};
    for (const auto& image : block.images) view.images.push_back({image_address(image.src), image.alt, 0, 0});
    out_.push_back(std::move(view));
  }

  void add(const model::DiagramBlock& block, const std::string& label) {
    const diagram::Drawing drawing =
        diagram::draw({block.head.id, block.head.title, block.text, block.dot, block.steps, block.engine});
    if (!drawing.error.empty()) {
      Place place = block.head.place;
      if (drawing.error_line > 0) place.line += drawing.error_line;
      context_.sink.error(
          "N402", place,
          {fmt::format("画不出示意图：{}", drawing.error.zh),
           fmt::format("the diagram cannot be drawn: {}", drawing.error.en)},
          {"检查 dot 的写法：digraph { a -> b }", "check the description: digraph { a -> b }"});
    }
    out_.push_back(DiagramView{block.head.id, label, block.head.title, drawing.svg, prose(block.text),
                               remarks(block.head)});
  }

  void add(const model::CaseBlock& block, const std::string&) {
    const auto& cases = context_.report.cases;
    const auto found =
        std::find_if(cases.begin(), cases.end(), [&](const auto& n) { return n.id == block.head.id; });
    if (found == cases.end()) return;
    const auto index = static_cast<std::size_t>(found - cases.begin());
    out_.push_back(CaseCard{found->id, context_.labels.cases[index].name, found->title, found->summary,
                            found->organisation, case_page(context_.report, index)});
  }

  void add(const model::QuoteBlock& block, const std::string&) {
    const model::BlockHead& head = block.head;
    out_.push_back(
        QuoteView{prose(block.text), block.speaker, block.role, head.source, head.id, head.title, head.note});
  }

  void add(const model::TimelineBlock& block, const std::string&) {
    TimelineView view{block.head.id, block.head.title, {}, remarks(block.head)};
    for (const auto& event : block.events) view.events.push_back({event.date, prose(event.text)});
    out_.push_back(std::move(view));
  }

  void add(const model::NoteBlock& block, const std::string&) {
    out_.push_back(
        NoteView{block.kind, prose(block.text), block.head.id, block.head.title, remarks(block.head)});
  }

  void add(const model::DocumentBlock& block, const std::string& label) {
    DocumentView view{block.head.id,     label,        block.head.title,
                      block.issuer,      block.number, block.date,
                      prose(block.text), std::nullopt, remarks(block.head)};
    if (const auto* table = model::find_table(context_.report.tables, block.data))
      view.grid = make_grid(*table, {}, context_.strings, small_counts_below());
    out_.push_back(std::move(view));
  }

  void add(const model::MediaBlock& block, const std::string&) {
    out_.push_back(
        MediaView{block.head.id, block.head.title, block.url, prose(block.text), remarks(block.head)});
  }

  void add(const model::MeasuresBlock& block, const std::string&) {
    MeasuresView view{block.head.title, {}, block.head.id, remarks(block.head)};
    for (const auto& item : block.items) {
      MeasuresView::Item& made = view.items.emplace_back();
      made.problem_html = prose(item.problem);
      for (const std::string& measure : item.measures) made.measures_html.push_back(prose(measure));
    }
    out_.push_back(std::move(view));
  }

  int small_counts_below() const { return context_.report.settings.small_counts.below; }

  static Remarks remarks(const model::BlockHead& head) { return {head.note, head.source}; }

  /// Text given inside a block is Markdown too; its footnotes are counted apart.
  std::string prose(const std::string& text) {
    if (text.empty()) return {};
    markdown::RenderHooks hooks = hooks_;
    hooks.footnote_prefix += fmt::format("block-{}-", ++prose_texts_);
    std::string html;
    for (const auto& segment : markdown::Document::parse(text).render(hooks)) html += segment.html;
    return html;
  }

  const Context& context_;
  const model::Narrative& narrative_;
  const model::NarrativeLabels& labels_;
  std::string_view page_;
  markdown::RenderHooks hooks_;
  int prose_texts_ = 0;
  std::vector<Component> out_;
};

TableView view_of(const Context& context, const model::Table& table, std::string_view id,
                  std::string_view label, const TableSelection& selection) {
  TableView view;
  const std::string& address = context.report.settings.address;
  view.id = id;
  view.label = label;
  view.title = table.title;
  view.source = table.source;
  view.address = table_page(address, id);
  view.download = table_download(address, table.id);
  view.json = table_json(address, table.id);
  view.grid = make_grid(table, selection, context.strings, context.report.settings.small_counts.below);
  view.notes = table.notes;
  if (!table.institution_name.empty()) {
    view.institution = table.institution_code.empty()
                           ? table.institution_name
                           : fmt::format("{}（{}）", table.institution_name, table.institution_code);
  }
  for (const auto& band : table.bands) {
    for (const auto& row : band.rows) {
      if (!row.note.empty()) view.notes.push_back(fmt::format("{}：{}", row.label, row.note));
    }
  }
  return view;
}

}  // namespace

AddressTitles address_titles(const model::Site& site) {
  AddressTitles titles;
  titles.emplace("", site.title);
  model::for_each_organisation(site.organisations, [&](const model::Organisation& organisation, const auto&) {
    titles.emplace(organisation.address, organisation.name);
    for (const auto& report : organisation.reports) titles.emplace(report.address, report.title);
  });
  return titles;
}

std::vector<Component> narrative_components(const Context& context, const model::Narrative& narrative,
                                            const model::NarrativeLabels& labels, std::string_view page) {
  return NarrativeView(context, narrative, labels, page).components();
}

std::optional<TableView> table_view(const Context& context, const model::TableBlock& block,
                                    std::string_view label) {
  const model::Table* table = model::find_table(context.report.tables, block.data);
  if (table == nullptr) return std::nullopt;
  TableView view = view_of(context, *table, block.head.id, label, {block.columns, block.rows});
  if (!block.head.title.empty()) view.title = block.head.title;
  if (!block.head.source.empty()) view.source = block.head.source;
  view.note = block.head.note;
  if (!block.download) view.download.clear(), view.json.clear();
  return view;
}

TableView appendix_view(const Context& context, const model::Table& table, std::string_view label) {
  return view_of(context, table, table.id, label, {});
}

ChartOrigin chart_origin(const Context& context) {
  const model::ReportSettings& report = context.report.settings;
  const std::string year = report.edition.empty() ? std::to_string(report.year) : report.edition;
  return {report.address, context.strings.format("title_of_year", {report.title, year}),
          std::string(context.notice), context.png};
}

ChartView chart_view(const Context& context, const model::ChartBlock& block, std::string_view label,
                     std::string_view title) {
  ChartView view = make_chart_view(block, context.report.tables, label, title, context.lang, context.sink,
                                   chart_origin(context));
  view.address = chart_page(context.report.settings.address, view.id);
  if (const model::Table* table = model::find_table(context.report.tables, block.data)) {
    view.data = {table->title, table_download(context.report.settings.address, table->id)};
  }
  return view;
}

}  // namespace nianbao::compose
