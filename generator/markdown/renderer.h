#pragma once

#include <map>
#include <string>
#include <vector>

#include "markdown/events.h"
#include "markdown/output.h"

namespace nianbao::markdown {

/// Writes a parsed text as segments. One object for one walk.
class Renderer {
 public:
  Renderer(const ParsedText& parsed, const RenderHooks& hooks) : parsed_(parsed), hooks_(hooks) {}

  std::vector<Segment> render();

 private:
  void block(const Event& event);
  void inline_piece(const Event& event);

  void paragraph(const Event& event);
  void heading(const Event& event);
  void list(const Event& event);
  void code_block(const Event& event);
  void table(const Event& event);
  void table_row(const Event& event);
  void table_cell(const Event& event);
  void footnote(const Event& event);
  void footnote_reference(const Event& event);
  void enter_link(const Event& event);
  void leave_link();
  void enter_image(const Event& event);
  void leave_image(const Event& event);

  ResolvedLink resolve(const Event& event) const;
  void tags(const Event& event, std::string_view enter, std::string_view leave);
  /// Ends the segment that was being written.
  void finish_html();
  void add_segment(Segment::Kind kind, std::size_t index);
  std::string table_name();

  const ParsedText& parsed_;
  const RenderHooks& hooks_;
  Output out_;
  std::vector<Segment> segments_;
  std::size_t at_ = 0;                          ///< index of the event being written
  std::vector<std::string_view> closing_tags_;  ///< of the links that are open
  std::string image_text_;
  bool hides_link_text_ = false;
  int open_images_ = 0;
  std::string_view task_mark_;  ///< waits for the first paragraph of its item
  bool in_table_body_ = false;
  bool in_footnotes_ = false;
  std::map<int, int> references_;  ///< by footnote: how often it was referred to
  std::map<std::string, int> table_names_;
};

}  // namespace nianbao::markdown
