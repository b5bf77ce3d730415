#include "diagram/text_layout.h"

#include <array>
#include <gvplugin.h>
#include <gvplugin_textlayout.h>

#include "diagram/text_metrics.h"

namespace nianbao::diagram {
namespace {

/// In em; the room at the ends keeps labels off their edges.
constexpr double line_height = 1.35, middle_of_line = 0.1, room_at_ends = 0.3;

boolean lay_out(textspan_t* span, char** /*font_path*/) {
  const double size = span->font->size;
  span->size.x = (text_width(span->str) + room_at_ends) * size;
  span->size.y = line_height * size;
  span->yoffset_layout = 0;
  span->yoffset_centerline = middle_of_line * size;
  span->layout = nullptr;
  span->free_layout = nullptr;
  return TRUE;
}

}  // namespace

/// The tables are not const in Graphviz's interface, but it only reads them; static, because it keeps
/// pointers to them. Built in, because the text layout is chosen while the context is made.
GVC_t* make_context() {
  constexpr int before_all_others = 1000;
  static gvtextlayout_engine_t engine = {lay_out};
  static char type_name[] = "textlayout", package_name[] = "nianbao";
  static std::array<gvplugin_installed_t, 2> types = {
      {{0, type_name, before_all_others, &engine, nullptr}, {}}};
  static std::array<gvplugin_api_t, 2> apis = {{{API_textlayout, types.data()}, {}}};
  static gvplugin_library_t library = {package_name, apis.data()};
  static const std::array<lt_symlist_t, 2> built_in = {{{"gvplugin_nianbao_LTX_library", &library}, {}}};
  constexpr int load_on_demand = 1;
  return gvContextPlugins(built_in.data(), load_on_demand);
}

}  // namespace nianbao::diagram
