#include "theme/component_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/escape.h"
#include "theme/labels.h"
#include "theme/outline_html.h"
#include "theme/table_html.h"
#include "theme/title_html.h"

namespace nianbao::theme {
namespace {

using namespace compose;

/// In the order of compose::Component.
constexpr std::array<std::string_view, std::variant_size_v<Component>> template_names = {
    "",
    "components/section-heading",
    "components/table",
    "components/chart",
    "components/diagram",
    "components/figure",
    "components/case-card",
    "components/quote",
    "components/timeline",
    "components/note",
    "components/document",
    "components/media",
    "components/measures",
    "components/cover",
    "components/declaration",
    "components/signed-text",
    "components/contact",
    "components/key-figures",
    "components/cards",
    "components/list",
    "components/facts",
    "components/search"};

std::string table_of(const TableGrid& grid, std::string_view name, const Surroundings& around) {
  std::string out;
  append_table(out, grid, name, around.strings, around.language(), around.page.address);
  return out;
}

/// "表 2-9 在校生满意度": what a screen reader calls a region.
std::string spoken_name(const std::string& label, const std::string& title) {
  return label.empty() || title.empty() ? label + title : label + " " + title;
}

/// A table or chart needs no caption where the page's heading already says it.
bool has_caption(const std::string& title, const Surroundings& around) {
  return !title.empty() && title != around.page.title;
}

/// Width of an SVG's view box in CSS pixels; 0 when it has none.
int view_box_width(std::string_view svg) {
  constexpr std::string_view mark = "viewBox=\"0 0 ";
  const auto at = svg.find(mark);
  int width = 0;
  if (at != std::string_view::npos)
    std::from_chars(svg.data() + at + mark.size(), svg.data() + svg.size(), width);
  return width;
}

/// Up to this width a picture is readable on a phone as it stands.
constexpr int narrow_picture = 520;

/// A chart's picture and its table stand side by side where both are small enough to stay readable.
bool fits_beside_table(const ChartView& chart) {
  constexpr std::size_t narrow_table = 3, short_table = 14;
  const auto& bands = chart.grid.bands;
  return view_box_width(chart.svg) <= narrow_picture && bands.size() == 1 && !bands[0].body.empty() &&
         bands[0].body[0].cells.size() <= narrow_table && bands[0].body.size() <= short_table;
}

void add_texts(Fields& fields, const char* list, const std::vector<std::string>& texts, const char* name) {
  fields.list(list, texts, [name](Fields& item, const std::string& text) { item.text(name, text); });
}

void add_pairs(Fields& fields, const char* list,
               const std::vector<std::pair<std::string, std::string>>& pairs, const LanguageMarks& marks) {
  fields.list(list, pairs, [&marks](Fields& item, const auto& pair) {
    item.text("name", pair.first, marks);
    item.text("value", pair.second, marks);
  });
}

void describe(Fields&, const Html&, const Surroundings&) {}

void describe(Fields& fields, const SectionHeading& heading, const Surroundings&) {
  fields.text("level", std::to_string(std::clamp(heading.level, 2, 6)));
  fields.text("number", heading.number);
  fields.flag("is_close", stands_close(heading.number));
  // Inside markup a break could land in a tag: only plain text is helped.
  const bool plain = heading.html.find_first_of("<&") == std::string::npos;
  fields.text("heading_html", plain ? title_html(heading.html) : heading.html);
  fields.text("id", heading.id);
}

void describe(Fields& fields, const TableView& table, const Surroundings& around) {
  const LanguageMarks marks = around.language();
  fields.text("id", table.id);
  const bool caption = has_caption(table.title, around);
  fields.flag("has_caption", caption);
  fields.flag("has_figcaption", caption || !table.context.empty() || !table.institution.empty());
  fields.text("label", table.label, marks);
  fields.text("title", table.title, marks);
  fields.text("note", table.note);
  fields.text("source", table.source);
  fields.text("address", around.link(table.address));
  fields.text("institution", table.institution);
  fields.text("download", around.link(table.download));
  fields.text("json", around.link(table.json));
  fields.text("context", table.context);
  fields.text("table_html", table_of(table.grid, spoken_name(table.label, table.title), around));
  add_texts(fields, "notes", table.notes, "text");
}

void describe(Fields& fields, const ChartFiles& files, const Surroundings& around) {
  fields.text("svg_address", around.link(files.svg));
  fields.text("csv_address", around.link(files.csv));
  fields.text("png_address", around.link(files.png));
  fields.text("embed_address", around.page.kind == PageKind::embed ? "" : around.link(files.embed));
  fields.text("script_address",
              files.script.empty() ? "" : around.link(files.script) + "?v=" + files.script_version);
  fields.flag("is_embedded", around.page.kind == PageKind::embed);
}

void describe(Fields& fields, const ChartView& chart, const Surroundings& around) {
  const LanguageMarks marks = around.language();
  fields.text("id", chart.id);
  fields.flag("has_caption", has_caption(chart.title, around));
  fields.text("label", chart.label, marks);
  fields.text("title", chart.title, marks);
  fields.text("finding", chart.finding);
  fields.text("finding_lang_html", chart.finding_is_ours ? marks.of_interface() : marks.of(chart.finding));
  fields.text("unit", chart.unit);
  fields.text("note", chart.note);
  fields.text("source", chart.source);
  fields.text("address", around.link(chart.address));
  fields.flag("published", chart.published);
  fields.text("svg", chart.svg);
  fields.flag("is_narrow", view_box_width(chart.svg) <= narrow_picture);
  fields.flag("is_beside", fits_beside_table(chart));
  fields.flag("is_interactive",
              around.frame.interactive_charts && !chart.interactive.empty() && !chart.files.script.empty());
  describe(fields, chart.files, around);
  const std::string spoken = spoken_name(chart.label, chart.title);
  fields.text("name", spoken);
  const auto name = spoken + " " + std::string(around.strings["data_table"]);
  fields.text("table_html", chart.grid.bands.empty() ? "" : table_of(chart.grid, name, around));
  fields.text("data_text", chart.data.text);
  fields.text("data_lang_html", marks.of_content());
  fields.text("data_address", around.link(chart.data.address));
  fields.flag("has_actions", !chart.files.script.empty() || !chart.data.address.empty());
}

void describe(Fields& fields, const Remarks& remarks) {
  fields.text("note", remarks.note);
  fields.text("source", remarks.source);
}

void describe(Fields& fields, const DiagramView& diagram, const Surroundings&) {
  fields.text("id", diagram.id);
  fields.text("label", diagram.label);
  fields.text("title", diagram.title);
  fields.text("svg", diagram.svg);
  fields.text("text_html", diagram.text_html);
  describe(fields, diagram.remarks);
}

void describe(Fields& fields, const FigureView& figure, const Surroundings& around) {
  fields.text("id", figure.id);
  fields.text("label", figure.label);
  fields.text("title", figure.title);
  fields.text("credit", figure.credit);
  describe(fields, figure.remarks);
  fields.list("images", figure.images, [&around](Fields& item, const FigureView::Image& image) {
    item.text("address", around.link(image.address));
    item.text("alt", image.alt);
    item.text("width", image.width > 0 ? std::to_string(image.width) : "");
    item.text("height", image.height > 0 ? std::to_string(image.height) : "");
  });
}

void describe(Fields& fields, const CaseCard& card, const Surroundings& around) {
  fields.text("id", card.id);
  fields.text("label", card.label);
  fields.text("title", card.title);
  fields.text("summary", card.summary);
  fields.text("organisation", card.organisation);
  fields.text("address", around.link(card.address));
}

void describe(Fields& fields, const QuoteView& quote, const Surroundings&) {
  fields.text("id", quote.id);
  fields.text("title", quote.title);
  fields.text("note", quote.note);
  fields.text("text_html", quote.html);
  fields.text("speaker", quote.speaker);
  fields.text("role", quote.role);
  fields.text("source", quote.source);
}

void describe(Fields& fields, const TimelineView& timeline, const Surroundings&) {
  fields.text("id", timeline.id);
  fields.text("title", timeline.title);
  describe(fields, timeline.remarks);
  fields.list("events", timeline.events, [](Fields& item, const TimelineView::Event& event) {
    item.text("date", event.date);
    item.text("text_html", event.html);
  });
}

void describe(Fields& fields, const NoteView& note, const Surroundings& around) {
  const bool contradiction = note.kind == "contradiction", caveat = note.kind == "caveat";
  fields.text("kind", contradiction ? "contradiction" : caveat ? "caveat" : "editor");
  fields.text("kind_title", around.strings[contradiction ? "contradiction"
                                           : caveat      ? "caveat"
                                                         : "editor_note"]);
  fields.text("id", note.id);
  fields.text("title", note.title);
  fields.text("text_html", note.html);
  describe(fields, note.remarks);
}

void describe(Fields& fields, const DocumentView& document, const Surroundings& around) {
  fields.text("id", document.id);
  fields.text("label", document.label);
  fields.text("title", document.title);
  fields.text("issuer", document.issuer);
  fields.text("number", document.number);
  fields.text("date", document.date);
  fields.text("text_html", document.html);
  fields.text("table_html", document.grid ? table_of(*document.grid, document.title, around) : "");
  describe(fields, document.remarks);
}

void describe(Fields& fields, const MediaView& media, const Surroundings& around) {
  fields.text("id", media.id);
  fields.text("title", media.title.empty() ? media.url : media.title);
  fields.text("address", around.link(media.url));
  fields.text("text_html", media.html);
  describe(fields, media.remarks);
}

void describe(Fields& fields, const MeasuresView& measures, const Surroundings&) {
  fields.text("id", measures.id);
  fields.text("title", measures.title);
  describe(fields, measures.remarks);
  fields.list("items", measures.items, [](Fields& item, const MeasuresView::Item& measure) {
    item.text("problem_html", measure.problem_html);
    add_texts(item, "measures", measure.measures_html, "measure_html");
  });
}

void describe(Fields& fields, const CoverView& cover, const Surroundings& around) {
  fields.flag("is_heading", around.page.title.empty());
  fields.text("tag", cover.tag);
  fields.text("title_html", title_html(cover.title));
  fields.text("edition", cover.edition);
  fields.text("organisation", cover.organisation);
  fields.text("issued", cover.issued);
  fields.text("issuer", cover.issuer == cover.organisation ? "" : cover.issuer);
  add_texts(fields, "lines", cover.lines, "text");
}

void describe(Fields& fields, const DeclarationView& declaration, const Surroundings&) {
  fields.text("id", declaration.id);
  fields.text("title", declaration.title);
  fields.text("text_html", declaration.html);
  fields.text("date", declaration.date);
  add_texts(fields, "signatures", declaration.signatures, "text");
}

void describe(Fields& fields, const SignedTextView& text, const Surroundings&) {
  fields.text("id", text.id);
  fields.text("title", text.title);
  fields.text("text_html", text.html);
  fields.text("signed_by", text.signed_by);
  fields.text("date", text.date);
}

/// What a phone dials: digits, "+" and nothing else; a second number or an extension is left to the reader.
std::string dialled(std::string_view number) {
  std::string out;
  for (const char c : number)
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty()))
      out += c;
    else if (c != '-' && c != ' ' && c != '(' && c != ')' && !out.empty())
      break;
  return out;
}

void describe(Fields& fields, const ContactView& contact, const Surroundings& around) {
  const LanguageMarks marks = around.language();
  fields.text("id", contact.id);
  fields.text("title", contact.title.empty() ? around.strings["contact"] : std::string_view(contact.title),
              marks);
  fields.text("organisation", contact.organisation, marks);
  fields.text("address", contact.address, marks);
  fields.text("postcode", contact.postcode);
  fields.text("website", contact.website);
  fields.text("website_address", contact.website.empty() || contact.website.find("://") != std::string::npos
                                     ? contact.website
                                     : "http://" + contact.website);
  fields.text("email", contact.email);
  fields.list("phones", contact.phones, [&](Fields& item, const ContactView::Phone& phone) {
    item.text("label", phone.label.empty() ? around.strings["phone"] : std::string_view(phone.label), marks);
    item.text("number", phone.number);
    item.text("dialled", dialled(phone.number));
  });
}

void describe(Fields& fields, const KeyFiguresView& figures, const Surroundings& around) {
  const LanguageMarks marks = around.language();
  fields.text("id", figures.id);
  fields.text("title", figures.title, marks);
  fields.text("note", figures.note, marks);
  fields.list("items", figures.items, [&](Fields& item, const KeyFiguresView::Item& figure) {
    item.text("label", figure.label, marks);
    item.text("value", figure.value);
    item.text("unit", figure.unit, marks);
    item.text("year", figure.year, marks);
    item.text("note", figure.note, marks);
    item.text("address", around.link(figure.address));
    item.text("coverage", figure.coverage, marks);
    item.flag("has_earlier", !figure.earlier.empty());
    add_pairs(item, "earlier", figure.earlier, marks);
  });
}

/// A telephone number with an extension, or two of them, is left to the reader.
std::string detail_address(std::string_view address, const Surroundings& around) {
  constexpr std::string_view telephone = "tel:";
  if (!address.starts_with(telephone)) return around.link(address);
  const std::string digits = dialled(address.substr(telephone.size()));
  return digits.empty() ? digits : std::string(telephone) + digits;
}

void describe(Fields& fields, const CardsView& cards, const Surroundings& around) {
  const LanguageMarks marks = around.language();
  fields.text("id", cards.id);
  fields.text("title", cards.title, marks);
  fields.text("note", cards.note, marks);
  fields.text("more", cards.more.text, marks);
  fields.text("more_address", around.link(cards.more.address));
  fields.flag("folded", cards.folded);
  fields.flag("has_letters", !cards.letters.empty());
  fields.list("letters", cards.letters, [&](Fields& letter, const Link& link) {
    letter.text("letter", link.text);
    letter.text("letter_address", around.link(link.address));
  });
  fields.list("cards", cards.cards, [&](Fields& item, const CardsView::Card& card) {
    item.text("card_id", card.id);
    item.text("title", card.title, marks);
    item.text("title_html", title_html(card.title));
    item.text("subtitle", card.subtitle, marks);
    item.text("text", card.text, marks);
    item.text("badge", card.badge, marks);
    item.text("address", around.link(card.address));
    item.flag("has_facts", !card.facts.empty());
    item.list("facts", card.facts,
              [&marks](Fields& fact, const std::string& words) { fact.text("fact", words, marks); });
    item.flag("has_details", !card.details.empty());
    item.list("details", card.details, [&](Fields& line, const CardsView::Detail& detail) {
      line.text("name", detail.name, marks);
      line.flag("begins", detail.begins);
      line.list("values", detail.values, [&](Fields& value, const Link& link) {
        value.text("value", link.text, marks);
        value.text("value_address", detail_address(link.address, around));
      });
    });
  });
}

void describe(Fields& fields, const ListView& list, const Surroundings& around) {
  fields.text("id", list.id);
  // The first list of a page may be what the page is: its heading says so already.
  fields.text("title", list.title == around.page.title ? "" : list.title, around.language());
  fields.text("entries_html", outline_html(list.items, around.page.address, around.language()));
}

void describe(Fields& fields, const FactsView& facts, const Surroundings& around) {
  fields.text("id", facts.id);
  fields.text("title", facts.title, around.language());
  add_pairs(fields, "facts", facts.facts, around.language());
}

void describe(Fields& fields, const SearchView& search, const Surroundings& around) {
  fields.flag("is_live", around.page.kind == PageKind::search);
  fields.text("root", around.root());
  fields.text("search_address", around.link("search.html"));
  fields.flag("has_suggestions", !search.suggestions.empty());
  fields.list("suggestions", search.suggestions, [&around](Fields& item, const std::string& words) {
    item.text("text", words, around.language());
    item.text("address", around.link("search.html") + "?q=" + text::url_path(words));
  });
}

}  // namespace

std::string Surroundings::root() const {
  std::string out;
  for (const char c : page.address)
    if (c == '/') out += "../";
  return out.empty() ? "./" : out;
}

std::string_view template_name(std::size_t component_index) { return template_names.at(component_index); }

Fields component_fields(const Component& component, const Surroundings& around) {
  Fields fields;
  fields.text("interface_lang_html", around.language().of_interface());
  fields.text("content_lang_html", around.language().of_content());
  std::visit([&](const auto& value) { describe(fields, value, around); }, component);
  return fields;
}

}  // namespace nianbao::theme
