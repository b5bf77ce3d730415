#include <algorithm>

#include "diagram/diagram.h"
#include "diagram/graphviz.h"
#include "diagram/steps.h"
#include "diagram/svg_rewriter.h"
#include "text/utf8.h"

namespace nianbao::diagram {
namespace {

constexpr std::size_t longest_description = 64 * 1024, most_steps = 100, longest_step = 1000;

Refusal check(const DrawingRequest& request) {
  if (request.dot.empty() && request.steps.empty())
    return {"既没有 dot 也没有 steps", "there is neither a description nor a step"};
  if (!request.dot.empty() && !request.steps.empty())
    return {"dot 和 steps 只能写一个", "there is both a description and steps"};
  if (request.dot.size() > longest_description)
    return {"dot 超过 64 KiB", "the description is longer than 64 KiB"};
  if (request.dot.find('\0') != std::string::npos)
    return {"dot 里有 NUL 字符", "the description holds a NUL character"};
  if (text::first_invalid_utf8(request.dot) != std::string_view::npos)
    return {"dot 不是 UTF-8", "the description is not UTF-8"};
  if (request.steps.size() > most_steps) return {"steps 超过 100 步", "there are more than 100 steps"};
  for (const std::string& step : request.steps) {
    if (text::trim(step).empty()) return {"有一步是空的", "a step is empty"};
    if (step.size() > longest_step) return {"有一步超过 1000 字节", "a step is longer than 1000 bytes"};
    if (step.find('\0') != std::string::npos || text::first_invalid_utf8(step) != std::string_view::npos)
      return {"有一步不是 UTF-8", "a step is not UTF-8"};
  }
  return {};
}

}  // namespace

Drawing draw(const DrawingRequest& request) {
  Drawing drawing;
  drawing.error = check(request);
  if (!drawing.error.empty()) return drawing;
  Picture picture = draw_with_graphviz(request.dot.empty() ? steps_description(request.steps) : request.dot,
                                       request.engine);
  if (picture.error.empty()) drawing = rewrite_svg(picture.svg, request);
  drawing.error = std::move(picture.error);
  drawing.error_line = picture.error_line;
  drawing.warnings = std::move(picture.warnings);
  return drawing;
}

}  // namespace nianbao::diagram
