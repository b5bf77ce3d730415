#include "markdown/address.h"
#include "markdown/renderer.h"
#include "text/escape.h"

namespace nianbao::markdown {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + text::html(value) + "\"";
}

}  // namespace

void Renderer::inline_piece(const Event& event) {
  if (hides_link_text_ && event.kind != Kind::link) return;
  if (open_images_ > 0 && event.kind != Kind::image) {
    image_text_ += event.kind == Kind::soft_break || event.kind == Kind::line_break ? " " : event.text;
    return;
  }
  switch (event.kind) {
    case Kind::text:
      return out_.text(event.text);
    case Kind::code:
      out_.markup("<code>");
      out_.text(event.text);
      return out_.markup("</code>");
    case Kind::soft_break:
      return out_.soft_break();
    case Kind::line_break:
      return out_.line_break();
    case Kind::emphasis:
      return tags(event, "<em>", "</em>");
    case Kind::strong:
      return tags(event, "<strong>", "</strong>");
    case Kind::strikethrough:
      return tags(event, "<del>", "</del>");
    case Kind::link:
      return event.phase == Event::Phase::enter ? enter_link(event) : leave_link();
    case Kind::image:
      return event.phase == Event::Phase::enter ? enter_image(event) : leave_image(event);
    case Kind::footnote_reference:
      return footnote_reference(event);
    default:
      return;
  }
}

ResolvedLink Renderer::resolve(const Event& event) const {
  const Link& link = parsed_.links[static_cast<std::size_t>(event.number)];
  ResolvedLink resolved{
      .url = link.url, .label = {}, .css_class = {}, .title = event.text, .hides_text = false};
  if (hooks_.resolve_link) resolved = hooks_.resolve_link(link, link.is_image);
  if (hooks_.resolve_link && resolved.title.empty()) resolved.title = event.text;
  const bool safe = link.is_image ? is_safe_image_address(resolved.url) : is_safe_address(resolved.url);
  if (!safe) resolved.url.clear();
  return resolved;
}

void Renderer::enter_link(const Event& event) {
  const Link& link = parsed_.links[static_cast<std::size_t>(event.number)];
  const ResolvedLink resolved = resolve(event);
  const std::string attributes = attribute("class", resolved.css_class) + attribute("title", resolved.title);
  if (!resolved.url.empty()) {
    const std::string_view relation = is_external(resolved.url) ? " rel=\"noopener noreferrer\"" : "";
    out_.markup("<a" + attribute("href", encoded_address(resolved.url)) + attributes + std::string(relation) +
                ">");
    closing_tags_.push_back("</a>");
  } else {
    out_.markup(attributes.empty() ? "" : "<span" + attributes + ">");
    closing_tags_.push_back(attributes.empty() ? "" : "</span>");
  }
  hides_link_text_ = resolved.hides_text;
  if (link.text.empty() || hides_link_text_) out_.text(resolved.label);
}

void Renderer::leave_link() {
  hides_link_text_ = false;
  out_.markup(closing_tags_.back());
  closing_tags_.pop_back();
}

void Renderer::enter_image(const Event&) {
  if (open_images_++ == 0) image_text_.clear();
}

void Renderer::leave_image(const Event& event) {
  if (--open_images_ > 0) return;
  const ResolvedLink resolved = resolve(event);
  const std::string& words = image_text_.empty() ? resolved.label : image_text_;
  if (resolved.url.empty()) return out_.text(words);
  out_.hidden_text(words);
  out_.markup("<img src=\"" + text::html(encoded_address(resolved.url)) + "\" alt=\"" + text::html(words) +
              "\"" + attribute("class", resolved.css_class) + attribute("title", resolved.title) +
              " loading=\"lazy\">");
}

void Renderer::footnote_reference(const Event& event) {
  const std::string number = std::to_string(event.number);
  const int occurrence = ++references_[event.number];
  const std::string id =
      hooks_.footnote_prefix + "fnref-" + number + (occurrence == 1 ? "" : "-" + std::to_string(occurrence));
  out_.markup("<sup class=\"footnote-ref\"><a" +
              attribute("href", "#" + hooks_.footnote_prefix + "fn-" + number) + attribute("id", id) +
              " role=\"doc-noteref\">" + number + "</a></sup>");
}

/// The definitions stand at the end of the text, in the order of their numbers.
void Renderer::footnote(const Event& event) {
  const std::string number = std::to_string(event.number);
  if (event.phase == Event::Phase::enter && !in_footnotes_) {
    in_footnotes_ = true;
    out_.markup("<section class=\"footnotes\" role=\"doc-endnotes\"" +
                attribute("aria-label", hooks_.footnotes_label) + ">\n<ol>\n");
  }
  if (event.phase == Event::Phase::enter) {
    out_.markup("<li" + attribute("id", hooks_.footnote_prefix + "fn-" + number) + ">");
  } else {
    out_.markup("<p class=\"footnote-back\"><a" +
                attribute("href", "#" + hooks_.footnote_prefix + "fnref-" + number) +
                attribute("aria-label", hooks_.footnote_back_label + " " + number) +
                " role=\"doc-backlink\">↩</a></p></li>\n");
  }
  out_.separate();
}

}  // namespace nianbao::markdown
