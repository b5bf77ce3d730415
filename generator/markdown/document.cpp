#include "markdown/events.h"
#include "markdown/markdown.h"
#include "markdown/renderer.h"

namespace nianbao::markdown {

struct Document::Implementation {
  ParsedText parsed;
};

Document::Document(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Document Document::parse(std::string_view text, const ParseOptions& options) {
  return Document(std::make_unique<Implementation>(Implementation{parse_text(text, options)}));
}

const std::vector<Heading>& Document::headings() const { return implementation_->parsed.headings; }
const std::vector<Fence>& Document::fences() const { return implementation_->parsed.fences; }
const std::vector<Link>& Document::links() const { return implementation_->parsed.links; }
const std::vector<Fence>& Document::misplaced_fences() const {
  return implementation_->parsed.misplaced_fences;
}
const std::vector<Position>& Document::dropped_html() const { return implementation_->parsed.dropped_html; }

std::vector<Segment> Document::render(const RenderHooks& hooks) const {
  return Renderer(implementation_->parsed, hooks).render();
}

}  // namespace nianbao::markdown
