#include "check/narrative_links.h"

namespace nianbao::check {
namespace {

/// The Markdown that stands inside a block.
std::vector<std::string> texts_of(const model::Block& block) {
  std::vector<std::string> texts;
  if (const auto* quote = std::get_if<model::QuoteBlock>(&block)) texts.push_back(quote->text);
  if (const auto* note = std::get_if<model::NoteBlock>(&block)) texts.push_back(note->text);
  if (const auto* document = std::get_if<model::DocumentBlock>(&block)) texts.push_back(document->text);
  if (const auto* media = std::get_if<model::MediaBlock>(&block)) texts.push_back(media->text);
  if (const auto* diagram = std::get_if<model::DiagramBlock>(&block)) texts.push_back(diagram->text);
  if (const auto* timeline = std::get_if<model::TimelineBlock>(&block)) {
    for (const auto& event : timeline->events) texts.push_back(event.text);
  }
  if (const auto* measures = std::get_if<model::MeasuresBlock>(&block)) {
    for (const auto& item : measures->items) {
      texts.push_back(item.problem);
      texts.insert(texts.end(), item.measures.begin(), item.measures.end());
    }
  }
  return texts;
}

void visit_links_of(const model::Narrative& narrative,
                    const std::function<void(const markdown::Link&, const Place&)>& visit) {
  for (const markdown::Link& link : narrative.document.links())
    visit(link, {narrative.place.file, link.position.line, link.position.column});
  for (const model::Block& block : narrative.blocks) {
    for (const std::string& text : texts_of(block)) {
      const auto document = markdown::Document::parse(text);
      for (const markdown::Link& link : document.links()) visit(link, model::head_of(block).place);
    }
  }
}

}  // namespace

void visit_links(const model::Report& report,
                 const std::function<void(const markdown::Link&, const Place&)>& visit) {
  model::for_each_narrative(report,
                            [&](const model::Narrative& narrative) { visit_links_of(narrative, visit); });
}

}  // namespace nianbao::check
