#include "chart/svg_text.h"

#include <algorithm>
#include <cmath>

#include "chart/colours.h"
#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

constexpr double usual_size = 14;  ///< set on the root

bool same_style(const Label& a, const Label& b) { return a.anchor == b.anchor && a.style == b.style; }

struct InkLook {
  std::string_view css_class, colour;
};

InkLook look_of(Ink ink) {
  switch (ink) {
    case Ink::muted:
      return {"m", muted.light};
    case Ink::on_odd_fill:
      return {"o1", on_odd.light};
    case Ink::on_even_fill:
      return {"o2", on_even.light};
    case Ink::white:
      return {"", "#fff"};
    case Ink::black:
      return {"", "#000"};
    case Ink::strong:
    case Ink::plain:
      break;
  }
  return {};
}

/// What a group of labels draws: its letters with the outline behind them, or one of both.
enum class Part { whole, outline, letters };

void write_style(SvgWriter& svg, const Label& like, Part part) {
  const bool outlined = like.style.halo && part != Part::letters;
  const InkLook look = look_of(like.style.ink);
  if (outlined || !look.css_class.empty()) {
    svg.raw(" class=\"")
        .raw(look.css_class)
        .raw(outlined ? (look.css_class.empty() ? "h" : " h") : "")
        .raw("\"");
  }
  if (!look.colour.empty()) svg.attribute("fill", look.colour);
  if (outlined) {
    svg.attribute("stroke", surface.light).raw(" stroke-width=\"3\" stroke-linejoin=\"round\"");
    if (part == Part::whole) svg.raw(" paint-order=\"stroke\"");
  }
  if (like.style.size != usual_size) svg.attribute("font-size", like.style.size);
  if (like.style.bold) svg.raw(" font-weight=\"600\"");
  if (like.anchor != Anchor::start)
    svg.attribute("text-anchor", like.anchor == Anchor::end ? "end" : "middle");
}

/// Baselines stand on half pixels: a quarter of a pixel more or less is not seen.
double baseline_of(const Label& label) { return std::round(label.baseline.y * 2) / 2; }

/// Opens the text; the rest of its attributes may follow.
void begin_label(SvgWriter& svg, const Label& label) {
  svg.raw("<text").place({label.baseline.x, baseline_of(label)});
}

/// Lines after the first are moved down from the one before.
void end_label(SvgWriter& svg, const Label& label) {
  svg.raw(">");
  const std::string_view text = label.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool moved = begin > 0;
    if (moved)
      svg.raw("<tspan")
          .coordinate("x", label.baseline.x)
          .coordinate("dy", line_height * label.style.size)
          .raw(">");
    svg.text(text.substr(begin, end - begin)).raw(moved ? "</tspan>" : "");
    begin = end + 1;
  }
  svg.raw("</text>\n");
}

/// Labels that look as the root says need no group, and one alone says itself how it looks.
void write_alike(SvgWriter& svg, const std::vector<Label>& labels, const Label& like, Part part) {
  const auto alike = [&](const Label& label) { return same_style(label, like); };
  const bool alone = std::count_if(labels.begin(), labels.end(), alike) == 1;
  const bool grouped = !alone && (like.anchor != Anchor::start || like.style != TextStyle{});
  if (grouped) {
    svg.raw("<g");
    write_style(svg, like, part);
    svg.raw(">\n");
  }
  for (const Label& label : labels) {
    if (!alike(label)) continue;
    begin_label(svg, label);
    if (alone) write_style(svg, label, part);
    end_label(svg, label);
  }
  if (grouped) svg.raw("</g>\n");
}

}  // namespace

void write_labels(SvgWriter& svg, const std::vector<Label>& labels, Outline outline) {
  std::vector<const Label*> styles;
  for (const Label& label : labels) {
    const auto known = [&](const Label* style) { return same_style(*style, label); };
    if (std::none_of(styles.begin(), styles.end(), known)) styles.push_back(&label);
  }
  for (const Label* style : styles) {
    const bool apart = style->style.halo && outline == Outline::below_text;
    if (apart) write_alike(svg, labels, *style, Part::outline);
    write_alike(svg, labels, *style, apart ? Part::letters : Part::whole);
  }
}

}  // namespace nianbao::chart
