#pragma once

#include <cmark-gfm.h>
#include <memory>
#include <string_view>

#include "markdown/events.h"

namespace nianbao::markdown {

using NodePointer = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

/// The tree of cmark-gfm with our choice of extensions.
NodePointer parse_tree(std::string_view text);

/// For table, table_head, table_row, table_cell, strikethrough and task; `text` for everything else.
Kind extension_kind(cmark_node* node);
/// Of a cell, by its column.
Alignment cell_alignment(cmark_node* cell, int column);
bool is_task_done(cmark_node* item);

}  // namespace nianbao::markdown
