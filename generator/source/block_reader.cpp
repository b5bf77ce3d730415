#include "source/block_reader.h"

#include <fmt/format.h>
#include <map>

#include "source/chart_block.h"
#include "source/fields.h"
#include "source/ids.h"

namespace nianbao::source {
namespace {

using namespace model;

BlockHead read_id(Fields& fields, bool is_needed) {
  BlockHead head;
  head.place = fields.place();
  head.id = is_needed ? fields.required_text("id") : fields.text("id");
  if (!head.id.empty() && !is_plain_id(head.id)) {
    report_id(head.id, fields.place_of("id"), fields.sink());
    head.id.clear();
  }
  return head;
}

BlockHead read_head(Fields& fields, bool needs_id = false) {
  BlockHead head = read_id(fields, needs_id);
  head.title = fields.text("title");
  head.note = fields.text("note");
  head.source = fields.text("source");
  return head;
}

/// Of a block that may be counted.
BlockHead read_numbered_head(Fields& fields) {
  BlockHead head = read_head(fields, true);
  head.number = fields.text("number");
  return head;
}

Block read_chart(Fields& fields) {
  BlockHead head = read_numbered_head(fields);
  return read_chart_block(fields, std::move(head));
}

Block read_table(Fields& fields) {
  TableBlock table;
  table.head = read_numbered_head(fields);
  table.data = fields.required_text("data");
  table.columns = fields.texts("columns");
  table.rows = fields.texts("rows");
  table.download = fields.boolean("download", true);
  return table;
}

Block read_figure(Fields& fields) {
  FigureBlock figure;
  figure.head = read_numbered_head(fields);
  figure.credit = fields.text("credit");
  figure.consent = fields.text("consent");
  if (fields.has("src")) figure.images.push_back({fields.text("src"), fields.required_text("alt")});
  for (Fields& image : fields.tables("images")) {
    figure.images.push_back({image.required_text("src"), image.required_text("alt")});
    image.finish();
  }
  if (figure.images.empty()) fields.required_text("src");
  return figure;
}

Block read_diagram(Fields& fields) {
  DiagramBlock diagram;
  diagram.head = read_numbered_head(fields);
  diagram.dot = fields.text("dot");
  diagram.steps = fields.texts("steps");
  diagram.text = fields.required_text("text");
  diagram.engine = fields.choice("engine", {"dot", "neato", "circo", "twopi", "fdp"}, "dot");
  if (diagram.dot.empty() && diagram.steps.empty()) fields.required_text("dot");
  return diagram;
}

Block read_case(Fields& fields) {
  CaseBlock block;
  block.head = read_id(fields, true);
  block.head.number = fields.text("number");
  return block;
}

Block read_quote(Fields& fields) {
  QuoteBlock quote;
  quote.head = read_head(fields);
  quote.text = fields.required_text("text");
  quote.speaker = fields.text("speaker");
  quote.role = fields.text("role");
  return quote;
}

Block read_timeline(Fields& fields) {
  TimelineBlock timeline;
  timeline.head = read_head(fields);
  for (Fields& event : fields.tables("events")) {
    timeline.events.push_back({event.required_text("date"), event.required_text("text")});
    event.finish();
  }
  return timeline;
}

Block read_note(Fields& fields) {
  NoteBlock note;
  note.kind = fields.choice("kind", {"note", "caveat", "contradiction"}, "note");
  note.text = fields.required_text("text");
  note.head = read_head(fields);
  return note;
}

Block read_document(Fields& fields) {
  DocumentBlock document;
  document.head = read_head(fields);
  document.issuer = fields.text("issuer");
  document.number = fields.text("number");
  document.figure = fields.text("figure");
  if (!document.figure.empty()) {
    if (document.head.id.empty()) fields.required_text("id");
    if (document.figure != "next") document.head.number = document.figure;
  }
  document.date = fields.text("date");
  document.text = fields.text("text");
  document.data = fields.text("data");
  return document;
}

Block read_media(Fields& fields) {
  MediaBlock media;
  media.head = read_head(fields);
  media.url = fields.text("url");
  media.text = fields.required_text("text");
  return media;
}

Block read_measures(Fields& fields) {
  MeasuresBlock measures;
  measures.head = read_head(fields);
  for (Fields& item : fields.tables("items")) {
    measures.items.push_back({item.required_text("problem"), item.texts("measures")});
    item.finish();
  }
  return measures;
}

using Read = Block (*)(Fields&);
const std::map<std::string_view, Read>& readers() {
  static const std::map<std::string_view, Read> table = {
      {"chart", read_chart},       {"table", read_table},      {"figure", read_figure},
      {"diagram", read_diagram},   {"case", read_case},        {"quote", read_quote},
      {"timeline", read_timeline}, {"note", read_note},        {"document", read_document},
      {"media", read_media},       {"measures", read_measures}};
  return table;
}

}  // namespace

const std::vector<std::string>& block_kinds() {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : readers()) names.emplace_back(name);
    return names;
  }();
  return kinds;
}

Block read_block(const markdown::Fence& fence, const std::string& file, DiagnosticSink& sink) {
  const Place place{file, fence.position.line, fence.position.column};
  const auto reader = readers().find(fence.kind);
  const auto document = parse_toml(fence.body, file, fence.body_position.line, sink);
  if (reader == readers().end() || !document) return BrokenBlock{{"", "", "", "", "", place}};
  Fields fields(*document, document->root, sink, place);
  Block block = reader->second(fields);
  fields.finish();
  return block;
}

}  // namespace nianbao::source
