#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"

namespace nianbao::markdown {

enum class Kind {
  // blocks
  paragraph,
  heading,  ///< number: index into headings
  block_quote,
  list,  ///< number: first number when ordered; flag: ordered
  item,
  task,        ///< an item; flag: done
  code_block,  ///< text: the code; info: first word of the info string
  fence,       ///< number: index into fences
  thematic_break,
  table,
  table_head,
  table_row,
  table_cell,  ///< number: Alignment; flag: of the head
  footnote,    ///< number: its printed number
  // inlines
  text,
  code,
  soft_break,
  line_break,
  emphasis,
  strong,
  strikethrough,
  link,                ///< number: index into links
  image,               ///< number: index into links
  footnote_reference,  ///< number: the footnote's
};

enum class Alignment { none, left, center, right };

/// A step of the walk through the text, in reading order. What contains something is entered and left.
struct Event {
  enum class Phase : std::uint8_t { enter, leave, leaf };
  Kind kind = Kind::text;
  Phase phase = Phase::leaf;
  bool flag = false;
  bool tight = false;      ///< paragraph inside a tight list: printed without <p>
  bool top_level = false;  ///< a block that stands in no other
  int number = 0;
  std::string text{};
  std::string info{};
};

/// A parsed text, free of the parser: read-only and complete.
struct ParsedText {
  std::vector<Event> events;
  std::vector<Heading> headings;
  std::vector<Fence> fences, misplaced_fences;
  std::vector<Link> links;
  std::vector<Position> dropped_html;
};

ParsedText parse_text(std::string_view text, const ParseOptions& options);

}  // namespace nianbao::markdown
