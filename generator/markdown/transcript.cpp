#include <algorithm>
#include <cstdlib>
#include <utility>

#include "markdown/chinese.h"
#include "markdown/events.h"
#include "markdown/heading_attributes.h"
#include "markdown/line_index.h"
#include "markdown/parser.h"
#include "markdown/places.h"
#include "markdown/prepare.h"
#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// Images may nest without end (`![![![`), and each level repeats the text of those below it.
constexpr std::size_t deepest_link_text = 4;

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string_view first_word(std::string_view info) {
  info = text::trim(info);
  return info.substr(0, info.find_first_of(" \t{"));
}

/// An author's remark, which is not meant to be printed anyway.
bool is_comment(std::string_view html) {
  html = text::trim(html);
  return html.starts_with("<!--") && html.find("-->") == html.size() - 3;
}

/// 0 for code that is indented and not fenced.
std::size_t fence_length(cmark_node* code_block) {
  int length = 0, offset = 0;
  char character = 0;
  cmark_node_get_fenced(code_block, &length, &offset, &character);
  return static_cast<std::size_t>(length);
}

bool is_line_break(std::string_view html) { return html == "<br>" || html == "<br/>" || html == "<br />"; }

bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

bool holds_text(Kind kind) {
  return kind == Kind::paragraph || kind == Kind::heading || kind == Kind::table_cell;
}

bool is_ordered(cmark_node* list) { return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST; }

/// The plain text of a document as it grows; a soft break waits for the character behind it.
class PlainText {
 public:
  void add(std::string_view text) {
    if (text.empty()) return;
    if (break_waits_ && !joins_without_space(last_code_point(text_), first_code_point(text))) text_ += ' ';
    break_waits_ = false;
    text_ += text;
  }
  void add_break() { break_waits_ = true; }
  void cut(std::size_t bytes) { text_.resize(text_.size() - std::min(bytes, text_.size())); }
  std::size_t size() const { return text_.size(); }
  std::string since(std::size_t begin) const {
    return std::string(text::trim(std::string_view(text_).substr(begin)));
  }

 private:
  std::string text_;
  bool break_waits_ = false;
};

/// Walks through the parser's tree once and writes down what the rest of the room needs.
class Transcript {
 public:
  Transcript(cmark_node* root, const PreparedText& prepared, const ParseOptions& options)
      : root_(root),
        prepared_(prepared),
        options_(options),
        lines_(prepared, options.first_line),
        places_(lines_) {}

  ParsedText take() {
    const IteratorPointer iterator(cmark_iter_new(root_), cmark_iter_free);
    for (auto step = cmark_iter_next(iterator.get()); step != CMARK_EVENT_DONE;
         step = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (node == root_) continue;
      if (step == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
    return std::move(result_);
  }

 private:
  /// Something that was entered and has to be left.
  struct Open {
    Event event;
    std::size_t text_begin = 0;
    int columns = 0;  ///< of a table row: cells seen so far
  };

  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        return open(node, {.kind = Kind::paragraph, .tight = is_in_tight_list(node)});
      case CMARK_NODE_HEADING:
        return enter_heading(node);
      case CMARK_NODE_BLOCK_QUOTE:
        return open(node, {.kind = Kind::block_quote});
      case CMARK_NODE_LIST:
        return open(
            node, {.kind = Kind::list, .flag = is_ordered(node), .number = cmark_node_get_list_start(node)});
      case CMARK_NODE_ITEM:
        return enter_item(node);
      case CMARK_NODE_CODE_BLOCK:
        return add_code_block(node);
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        return drop_html(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return add({.kind = Kind::thematic_break});
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        return open(node, {.kind = Kind::footnote, .number = ++footnotes_});
      case CMARK_NODE_TEXT:
        return add_text(node, Kind::text);
      case CMARK_NODE_CODE:
        return add_text(node, Kind::code);
      case CMARK_NODE_SOFTBREAK:
        plain_.add_break();
        return add({.kind = Kind::soft_break});
      case CMARK_NODE_LINEBREAK:
        plain_.add_break();
        return add({.kind = Kind::line_break});
      case CMARK_NODE_EMPH:
        return open(node, {.kind = Kind::emphasis});
      case CMARK_NODE_STRONG:
        return open(node, {.kind = Kind::strong});
      case CMARK_NODE_LINK:
        return enter_link(node, Kind::link);
      case CMARK_NODE_IMAGE:
        return enter_link(node, Kind::image);
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        return add_footnote_reference(node);
      default:
        return enter_extension(node);
    }
  }

  void leave(cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE) return;
    Open left = std::move(open_.back());
    open_.pop_back();
    const auto index = static_cast<std::size_t>(left.event.number);
    if (left.event.kind == Kind::text) return;
    if (left.event.kind == Kind::heading && left.event.top_level)
      leave_heading(result_.headings[index], left.text_begin);
    if (left.event.kind == Kind::link || left.event.kind == Kind::image)
      leave_link(result_.links[index], left.text_begin);
    left.event.phase = Event::Phase::leave;
    result_.events.push_back(std::move(left.event));
  }

  void add(Event event) { result_.events.push_back(std::move(event)); }

  void open(cmark_node* node, Event event) {
    event.phase = Event::Phase::enter;
    event.top_level = cmark_node_parent(node) == root_;
    if (holds_text(event.kind)) places_.enter_text_block(node);
    open_.push_back({event, plain_.size()});
    if (event.kind != Kind::text) result_.events.push_back(std::move(event));
  }

  std::string clean(const char* text) const { return original(view(text), prepared_); }

  void add_text(cmark_node* node, Kind kind) {
    add({.kind = kind, .text = clean(cmark_node_get_literal(node))});
    plain_.add(result_.events.back().text);
  }

  // --- headings ---
  void enter_heading(cmark_node* node) {
    const int index = static_cast<int>(result_.headings.size());
    open(node, {.kind = Kind::heading, .number = index});
    if (!open_.back().event.top_level) return;
    Heading heading;
    heading.level = cmark_node_get_heading_level(node);
    heading.position = places_.of_block(node);
    result_.headings.push_back(std::move(heading));
  }

  void leave_heading(Heading& heading, std::size_t text_begin) {
    Event& last = result_.events.back();
    if (last.kind == Kind::text) {
      const std::size_t bytes = last.text.size();
      take_heading_attributes(last.text, heading);
      plain_.cut(bytes - last.text.size());
    }
    heading.text = plain_.since(text_begin);
  }

  // --- lists and tables ---
  void enter_item(cmark_node* node) {
    if (extension_kind(node) != Kind::task) return open(node, {.kind = Kind::item});
    open(node, {.kind = Kind::task, .flag = is_task_done(node)});
  }

  void enter_extension(cmark_node* node) {
    const Kind kind = extension_kind(node);
    if (kind != Kind::table_cell) return open(node, {.kind = kind});
    Open& row = open_.back();
    const Alignment alignment = cell_alignment(node, row.columns++);
    open(node,
         {.kind = kind, .flag = row.event.kind == Kind::table_head, .number = static_cast<int>(alignment)});
  }

  // --- fences and code ---
  void add_code_block(cmark_node* node) {
    Fence fence = read_fence(node);
    if (!is_asked_for(node, fence.kind)) {
      return add({.kind = Kind::code_block, .text = std::move(fence.body), .info = std::move(fence.kind)});
    }
    if (cmark_node_parent(node) == root_) {
      add({.kind = Kind::fence, .top_level = true, .number = static_cast<int>(result_.fences.size())});
      result_.fences.push_back(std::move(fence));
    } else {
      add({.kind = Kind::code_block, .text = fence.body, .info = fence.kind});
      result_.misplaced_fences.push_back(std::move(fence));
    }
  }

  bool is_asked_for(cmark_node* node, const std::string& kind) const {
    const auto& kinds = options_.fence_kinds;
    return fence_length(node) > 0 && std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  Fence read_fence(cmark_node* node) {
    Fence fence;
    fence.kind = first_word(clean(cmark_node_get_fence_info(node)));
    fence.body = clean(cmark_node_get_literal(node));
    fence.position = places_.of_block(node);
    fence.body_position = {fence.position.line + 1, 1};
    fence.unterminated = !is_closed(node);
    return fence;
  }

  /// The parser ends a fence that is not closed where its container ends, and does not tell.
  bool is_closed(cmark_node* node) const {
    const int end_line = cmark_node_get_end_line(node);
    std::string_view last = text::trim(lines_.line(end_line));
    last.remove_prefix(std::min(last.find_first_not_of("> \t"), last.size()));
    const bool only_fence = last.find_first_not_of("`~") == std::string_view::npos;
    return end_line > cmark_node_get_start_line(node) && only_fence && last.size() >= fence_length(node);
  }

  /// The one element that is let through is <br>: cells of a table have no other way to break a line.
  void drop_html(cmark_node* node) {
    const std::string_view html = view(cmark_node_get_literal(node));
    const bool is_inline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
    if (is_inline && is_line_break(html)) {
      plain_.add_break();
      return add({.kind = Kind::line_break});
    }
    if (!is_comment(html))
      result_.dropped_html.push_back(is_inline ? places_.of_inline(node) : places_.of_block(node));
  }

  // --- links ---
  void enter_link(cmark_node* node, Kind kind) {
    const int index = static_cast<int>(result_.links.size());
    open(node, {.kind = kind, .number = index, .text = clean(cmark_node_get_title(node))});
    Link link;
    link.url = clean(cmark_node_get_url(node));
    link.position = places_.of_inline(node);
    link.is_image = kind == Kind::image;
    result_.links.push_back(std::move(link));
    ++open_links_;
  }

  /// The parser replaces the name of the footnote by its number.
  void add_footnote_reference(cmark_node* node) {
    add({.kind = Kind::footnote_reference, .number = std::atoi(cmark_node_get_literal(node))});
  }

  void leave_link(Link& link, std::size_t text_begin) {
    if (open_links_-- <= deepest_link_text) link.text = plain_.since(text_begin);
  }

  cmark_node* root_;
  const PreparedText& prepared_;
  const ParseOptions& options_;
  LineIndex lines_;
  Places places_;
  ParsedText result_;
  PlainText plain_;
  std::vector<Open> open_;
  std::size_t open_links_ = 0;
  int footnotes_ = 0;
};

}  // namespace

ParsedText parse_text(std::string_view text, const ParseOptions& options) {
  const PreparedText prepared = prepare(text);
  const NodePointer root = parse_tree(prepared.text);
  return Transcript(root.get(), prepared, options).take();
}

}  // namespace nianbao::markdown
