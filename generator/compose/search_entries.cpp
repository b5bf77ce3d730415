#include "compose/search_entries.h"

#include <string>

#include "compose/named_rows.h"

namespace nianbao::compose {
namespace {

std::string_view kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::portal:
      return "portal";
    case PageKind::city:
      return "city";
    case PageKind::school:
      return "school";
    case PageKind::report:
      return "report";
    case PageKind::part:
      return "part";
    case PageKind::chapter:
      return "chapter";
    case PageKind::case_narrative:
      return "case";
    case PageKind::article:
      return "article";
    case PageKind::table:
      return "table";
    case PageKind::chart:
      return "chart";
    case PageKind::lists:
      return "lists";
    case PageKind::major:
      return "major";
    case PageKind::partners:
    case PageKind::corrections:
      return "lists";
    case PageKind::indicator:
      return "indicator";
    default:
      return "";
  }
}

/// Text of finished HTML: tags out, the five entities back. Only for markup made by the generator itself.
std::string plain(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<') {
      const std::size_t end = html.find('>', i);
      const std::string_view tag = html.substr(i, end == std::string_view::npos ? end : end - i);
      const bool inline_tag = tag.starts_with("<a") || tag.starts_with("</a") || tag.starts_with("<strong") ||
                              tag.starts_with("</strong") || tag.starts_with("<em") ||
                              tag.starts_with("</em") || tag.starts_with("<code") ||
                              tag.starts_with("</code") || tag.starts_with("<span") ||
                              tag.starts_with("</span") || tag.starts_with("<sup") ||
                              tag.starts_with("</sup") || tag.starts_with("<del") || tag.starts_with("</del");
      if (!inline_tag && !out.empty() && out.back() != '\n') out += '\n';
      if (end == std::string_view::npos) break;
      i = end;
    } else if (html[i] == '&') {
      static constexpr std::pair<std::string_view, char> entities[] = {
          {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
      bool known = false;
      for (const auto& [entity, c] : entities) {
        if (html.substr(i, entity.size()) != entity) continue;
        out += c;
        i += entity.size() - 1;
        known = true;
        break;
      }
      if (!known) out += '&';
    } else {
      out += html[i];
    }
  }
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

class EntryMaker {
 public:
  explicit EntryMaker(const Page& page) : page_(page) {
    begin(page.address,
          page.label.empty() ? heading() : page.label + (page.label.ends_with("、") ? "" : " ") + heading(),
          kind_name(page.kind));
    line(page.notice);
  }

  std::vector<search::Entry> run() {
    for (const Component& component : page_.components) std::visit([&](const auto& c) { add(c); }, component);
    return std::move(entries_);
  }

 private:
  /// The cover of a report carries the title that other pages have as their own.
  const std::string& heading() const { return page_.title.empty() ? page_.report_title : page_.title; }

  void begin(std::string url, std::string title, std::string_view kind) {
    search::Entry entry;
    entry.url = std::move(url);
    entry.title = std::move(title);
    entry.context = entries_.empty() ? page_.report_title : heading();
    entry.organisation = page_.organisation;
    entry.year = page_.year;
    entry.kind = kind;
    entry.city = page_.city;
    entry.school = page_.school;
    entries_.push_back(std::move(entry));
  }

  /// Tables and charts of these pages say the same thing in other forms: the page is found, not its parts.
  bool is_one_thing() const { return page_.kind == PageKind::major || page_.kind == PageKind::indicator; }

  void line(std::string_view text) {
    if (text.empty()) return;
    std::string& body = entries_[current_].text;
    if (!body.empty() && body.back() != '\n') body += '\n';
    body += text;
  }

  /// An entry of its own for a thing inside a section; the section goes on behind it.
  template <typename Fill>
  void inside(const std::string& id, std::string_view label, const std::string& title, std::string_view kind,
              Fill fill) {
    if (is_one_thing()) {
      line(title);
      return fill();
    }
    const std::size_t section = current_;
    std::string name(label);
    if (!label.empty() && !title.empty()) name += ' ';
    begin(page_.address + (id.empty() ? "" : "#" + id), name + title, kind);
    current_ = entries_.size() - 1;
    fill();
    current_ = section;
  }

  void lines(const TableGrid& grid) {
    for (const TableBand& band : grid.bands) {
      for (const auto* rows : {&band.header, &band.body}) {
        for (const TableRow& row : *rows) {
          for (const TableCell& cell : row.cells) {
            if (cell.items.empty()) line(cell.text);
            for (const std::string& item : cell.items) line(item);
          }
        }
      }
    }
    for (const std::string& legend : grid.legend) line(legend);
  }

  void add(const Html& c) { line(c.text.empty() ? plain(c.html) : c.text); }

  void add(const SectionHeading& c) {
    begin(page_.address + "#" + c.id, c.number + plain(c.html), kind_name(page_.kind));
    current_ = entries_.size() - 1;
  }

  void add(const TableView& c) {
    inside(c.id, c.label, c.title, "table", [&] {
      line(c.institution);
      line(c.context);
      lines(c.grid);
      for (const std::string& note : c.notes) line(note);
      line(c.note);
      line(c.source);
    });
    if (page_.kind == PageKind::table) add_rows(c);
  }

  /// On the page of a table each major and each indicator can be found by its name.
  void add_rows(const TableView& c) {
    for (const NamedRow& row : named_rows(c.grid))
      inside(c.id, "", row.name, row.kind, [&] { line(row.text); });
  }

  void add(const ChartView& c) {
    inside(c.id, c.label, c.title, "chart", [&] {
      line(c.finding);
      lines(c.grid);
      line(c.note);
      line(c.source);
    });
  }

  void add(const DiagramView& c) {
    inside(c.id, c.label, c.title, "figure", [&] {
      line(plain(c.text_html));
      add(c.remarks);
    });
  }

  void add(const FigureView& c) {
    inside(c.id, c.label, c.title, "figure", [&] {
      for (const auto& image : c.images) line(image.alt);
      line(c.credit);
      add(c.remarks);
    });
  }

  void add(const CaseCard& c) { line(c.label + " " + c.title), line(c.organisation), line(c.summary); }
  void add(const Remarks& c) { line(c.note), line(c.source); }
  void add(const QuoteView& c) {
    line(c.title), line(plain(c.html)), line(c.speaker), line(c.role), line(c.note), line(c.source);
  }
  void add(const TimelineView& c) {
    line(c.title);
    for (const auto& event : c.events) line(event.date + " " + plain(event.html));
    add(c.remarks);
  }
  void add(const NoteView& c) { line(c.title), line(plain(c.html)), add(c.remarks); }
  void add(const DocumentView& c) {
    if (c.id.empty()) return add_document(c);
    inside(c.id, c.label, c.title, c.label.empty() ? kind_name(page_.kind) : "figure",
           [&] { add_document(c); });
  }
  void add_document(const DocumentView& c) {
    line(c.title), line(c.issuer), line(c.number), line(c.date), line(plain(c.html));
    if (c.grid) lines(*c.grid);
    add(c.remarks);
  }
  void add(const MediaView& c) { line(c.title), line(plain(c.html)), add(c.remarks); }
  void add(const MeasuresView& c) {
    line(c.title);
    for (const auto& item : c.items) {
      line(plain(item.problem_html));
      for (const std::string& measure : item.measures_html) line(plain(measure));
    }
    add(c.remarks);
  }
  void add(const CoverView& c) {
    line(c.tag), line(c.title), line(c.edition), line(c.organisation), line(c.issuer), line(c.issued);
    for (const std::string& text : c.lines) line(text);
  }
  void add(const DeclarationView& c) {
    line(c.title), line(plain(c.html)), line(c.date);
    for (const std::string& signature : c.signatures) line(signature);
  }
  void add(const SignedTextView& c) { line(c.title), line(plain(c.html)), line(c.signed_by), line(c.date); }
  void add(const ContactView& c) {
    line(c.title), line(c.organisation), line(c.address), line(c.postcode), line(c.website), line(c.email);
    for (const auto& phone : c.phones) line(phone.label + " " + phone.number);
  }
  void add(const KeyFiguresView& c) {
    line(c.title), line(c.note);
    for (const auto& item : c.items) {
      line(item.label + " " + item.value + item.unit), line(item.year), line(item.note), line(item.coverage);
      for (const auto& [year, value] : item.earlier) line(year + " " + value);
    }
  }
  void add(const CardsView& c) {
    line(c.title), line(c.note);
    for (const auto& card : c.cards) {
      line(card.title), line(card.subtitle), line(card.text), line(card.badge);
      for (const std::string& fact : card.facts) line(fact);
      for (const auto& detail : card.details) {
        std::string said = detail.name;
        for (const Link& value : detail.values) said += " " + value.text;
        line(said);
      }
    }
  }
  void add(const ListView& c) {
    if (c.id == data_links_id) return;
    line(c.title);
    for (const auto& item : c.items) line(item.label + (item.label.empty() ? "" : " ") + item.title);
  }
  void add(const FactsView& c) {
    if (c.id == citation_id) return;
    line(c.title);
    for (const auto& [name, value] : c.facts) line(name + " " + value);
  }
  void add(const SearchView&) {}

  const Page& page_;
  std::vector<search::Entry> entries_;
  std::size_t current_ = 0;
};

}  // namespace

std::vector<search::Entry> search_entries(const Page& page) {
  if (page.kind == PageKind::search || page.kind == PageKind::names || page.kind == PageKind::majors ||
      page.kind == PageKind::indicators || page.kind == PageKind::compare ||
      page.kind == PageKind::not_found || page.kind == PageKind::embed)
    return {};
  return EntryMaker(page).run();
}

}  // namespace nianbao::compose
