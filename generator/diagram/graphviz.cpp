#include "diagram/graphviz.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <gvc.h>
#include <memory>
#include <mutex>

#include "diagram/attributes.h"
#include "diagram/messages.h"
#include "diagram/parsed_graph.h"
#include "diagram/text_layout.h"

namespace nianbao::diagram {
namespace {

/// Graphviz keeps its parser, its messages and much of its layouts in process-wide variables.
std::mutex graphviz_mutex;

using Context = std::unique_ptr<GVC_t, decltype(&gvFreeContext)>;
using Graph = std::unique_ptr<Agraph_t, decltype(&agclose)>;

/// A layout hangs on its graph and has to go before it.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph, const std::string& engine)
      : context_(context), graph_(graph), failed_(gvLayout(context, graph, engine.c_str()) != 0) {}
  ~Layout() { gvFreeLayout(context_, graph_); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

  bool failed() const { return failed_; }

  std::string svg() const {
    char* data = nullptr;
    unsigned length = 0;
    // Device, renderer and package, so that no other plugin of the machine takes the name.
    if (gvRenderData(context_, graph_, "svg:svg:core", &data, &length) != 0 || data == nullptr) return {};
    const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(data, gvFreeRenderData);
    return {data, length};
  }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool failed_;
};

bool is_engine(std::string_view name) {
  constexpr std::array<std::string_view, 5> engines = {"dot", "neato", "circo", "twopi", "fdp"};
  return std::find(engines.begin(), engines.end(), name) != engines.end();
}

/// "syntax error in line 4 near '}'".
int line_of(std::string_view message) {
  constexpr std::string_view words = "in line ";
  const std::size_t at = message.find(words);
  int line = 0;
  if (at != std::string_view::npos)
    std::from_chars(message.data() + at + words.size(), message.data() + message.size(), line);
  return line;
}

Picture failed(Refusal error) {
  Picture picture;
  picture.error = std::move(error);
  return picture;
}

/// "syntax error in line 4 near '}'"; what else Graphviz says stays in its words.
Refusal in_both_languages(const std::string& message) {
  if (!message.starts_with("syntax error")) return {message, message};
  const std::size_t near = message.find("near ");
  return {
      near == std::string::npos ? "dot 写法有误" : "dot 写法有误，在 " + message.substr(near + 5) + " 附近",
      message};
}

Picture failed_to_read(const Messages& messages) {
  const auto errors = messages.errors();
  Picture picture = failed(errors.empty() ? Refusal{"dot 里没有图", "the description holds no graph"}
                                          : in_both_languages(errors.front()));
  picture.error_line = line_of(picture.error.en);
  return picture;
}

/// After some errors Graphviz's scanner still holds the rest of the broken text, which would stand before the
/// next description: lets it read empty graphs until one comes out whole.
void empty_scanner() {
  constexpr int most_attempts = 8;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (const Graph graph{parse_graph("graph {}"), agclose}) return;
  }
}

/// The installed package registers its layouts in a file; without it Graphviz knows none.
Refusal explained(const std::string& error) {
  if (!error.starts_with("Layout type")) return in_both_languages(error);
  return {"这台电脑上的 Graphviz 没有登记布局程序：请重装 libgvc6，或运行 libgvc6-config-update -c",
          error +
              " (Graphviz's layouts are not registered on this machine: install libgvc6 again, or run "
              "libgvc6-config-update -c)"};
}

Picture draw(GVC_t* context, Agraph_t* graph, const std::string& engine, const Messages& messages) {
  apply_house_style(graph, engine);
  const Layout layout(context, graph, engine);
  Picture picture;
  if (!layout.failed()) picture.svg = layout.svg();
  const auto errors = messages.errors();
  if (!errors.empty()) return failed(explained(errors.front()));
  if (picture.svg.empty())
    return failed(
        {"Graphviz 用 " + engine + " 什么也没有画出来", "Graphviz drew nothing with the engine " + engine});
  picture.warnings = messages.warnings();
  return picture;
}

}  // namespace

Picture draw_with_graphviz(const std::string& description, const std::string& engine) {
  const std::scoped_lock lock(graphviz_mutex);
  const Messages messages;
  const Context context(make_context(), gvFreeContext);
  agreadline(1);
  const Graph graph(parse_graph(description), agclose);
  if (!graph || !messages.errors().empty()) {
    Picture picture = failed_to_read(messages);
    empty_scanner();
    return picture;
  }
  const std::string own_engine = engine_of(graph.get());
  const std::string& used = own_engine.empty() ? engine : own_engine;
  if (!is_engine(used))

    return failed({"不认识的 engine " + used + "，应为 dot、neato、circo、twopi 或 fdp",
                   "unknown engine " + used + ": dot, neato, circo, twopi or fdp was expected"});
  if (Refusal error = check_and_reduce(graph.get(), used); !error.empty()) return failed(std::move(error));
  return draw(context.get(), graph.get(), used, messages);
}

}  // namespace nianbao::diagram

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NIANBAO_LEAK_CHECKER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define NIANBAO_LEAK_CHECKER
#endif

#ifdef NIANBAO_LEAK_CHECKER
/// Graphviz keeps a few kilobytes of each drawing for ever; the leak checker need not tell.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libgvc.so\nleak:libcgraph.so\nleak:libgvplugin\n";
}
#endif
