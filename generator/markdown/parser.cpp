#include "markdown/parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <map>
#include <mutex>

namespace nianbao::markdown {
namespace {

using ParserPointer = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;

/// cmark-gfm keeps the characters that its extensions listen to in process-wide tables, which every parse
/// fills and empties again: two parses at once would disturb each other.
std::mutex parser_mutex;

/// Single tildes are ranges in Chinese (40~49岁), so only double ones strike through.
constexpr int parser_options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

}  // namespace

NodePointer parse_tree(std::string_view text) {
  const std::scoped_lock lock(parser_mutex);
  cmark_gfm_core_extensions_ensure_registered();
  const ParserPointer parser(cmark_parser_new(parser_options), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  NodePointer root(cmark_parser_finish(parser.get()), cmark_node_free);
  cmark_consolidate_text_nodes(root.get());
  return root;
}

Kind extension_kind(cmark_node* node) {
  static const std::map<std::string_view, Kind> kinds = {
      {"table", Kind::table},
      {"table_header", Kind::table_head},
      {"table_row", Kind::table_row},
      {"table_cell", Kind::table_cell},
      {"strikethrough", Kind::strikethrough},
      {"tasklist", Kind::task},
  };
  const auto found = kinds.find(cmark_node_get_type_string(node));
  return found == kinds.end() ? Kind::text : found->second;
}

Alignment cell_alignment(cmark_node* cell, int column) {
  cmark_node* table = cmark_node_parent(cmark_node_parent(cell));
  if (column >= cmark_gfm_extensions_get_table_columns(table)) return Alignment::none;
  switch (cmark_gfm_extensions_get_table_alignments(table)[column]) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

bool is_task_done(cmark_node* item) { return cmark_gfm_extensions_get_tasklist_item_checked(item); }

}  // namespace nianbao::markdown
