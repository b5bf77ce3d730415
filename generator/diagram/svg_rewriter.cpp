#include "diagram/svg_rewriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "diagram/xml_scanner.h"
#include "text/escape.h"

namespace nianbao::diagram {
namespace {

constexpr std::string_view line_colour = "var(--diagram-line, currentColor)";
constexpr std::string_view fill_colour = "var(--diagram-fill, none)";
constexpr std::string_view text_colour = "var(--diagram-text, currentColor)";

/// Attributes that hold numbers, letters of a path, or one of a few words.
constexpr std::array<std::string_view, 17> geometry = {"points",
                                                       "d",
                                                       "cx",
                                                       "cy",
                                                       "rx",
                                                       "ry",
                                                       "x",
                                                       "y",
                                                       "transform",
                                                       "stroke-width",
                                                       "stroke-dasharray",
                                                       "text-anchor",
                                                       "font-size",
                                                       "font-weight",
                                                       "font-style",
                                                       "text-decoration",
                                                       "baseline-shift"};

bool is_shape_element(std::string_view name) {
  constexpr std::array<std::string_view, 5> shapes = {"polygon", "polyline", "path", "ellipse", "text"};
  return std::find(shapes.begin(), shapes.end(), name) != shapes.end();
}

/// These and all they hold are left out. (A link's tag is left out, but not what it holds.)
bool is_left_out(std::string_view name) {
  return name == "title" || name == "defs" || name == "style" || name == "script";
}

bool is_harmless(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view(" ,.()+-").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

bool is_no_colour(std::string_view colour) { return colour == "none" || colour == "transparent"; }

/// "14.00" -> "14"; Graphviz prints most sizes with two decimals.
std::string short_number(std::string_view value) {
  if (value.find('.') == std::string_view::npos) return std::string(value);
  value = value.substr(0, value.find_last_not_of('0') + 1);
  if (value.ends_with('.')) value.remove_suffix(1);
  return std::string(value);
}

double number(std::string_view text) {
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

class Rewriter {
 public:
  Rewriter(std::string_view svg, const DrawingRequest& request) : scanner_(svg), request_(request) {}

  Drawing take() {
    XmlPiece piece;
    while (scanner_.next(piece)) {
      if (piece.kind == XmlPiece::Kind::begin) {
        begin(piece);
      } else if (piece.kind == XmlPiece::Kind::end) {
        end(piece);
      } else if (in_text_ && left_out_ == 0) {
        drawing_.svg += piece.text;
      }
    }
    return std::move(drawing_);
  }

 private:
  void begin(const XmlPiece& piece) {
    if (is_left_out(piece.name) && !piece.empty) ++left_out_;
    if (left_out_ > 0) return;
    if (piece.name == "svg") return begin_picture(piece);
    if (piece.name == "g") return begin_group(piece);
    if (is_shape_element(piece.name)) shape(piece);
  }

  void end(const XmlPiece& piece) {
    if (is_left_out(piece.name)) --left_out_;
    if (left_out_ > 0) return;
    if (piece.name == "g") end_group();
    if (piece.name == "text") in_text_ = false;
    if (piece.name == "text" || piece.name == "svg") drawing_.svg += fmt::format("</{}>\n", piece.name);
  }

  void begin_picture(const XmlPiece& piece) {
    const std::string_view box = piece["viewBox"];
    const std::size_t height_at = box.rfind(' '), width_at = box.rfind(' ', height_at - 1);
    drawing_.width = static_cast<int>(std::ceil(number(box.substr(width_at + 1))));
    drawing_.height = static_cast<int>(std::ceil(number(box.substr(height_at + 1))));
    drawing_.svg += fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" class="diagram-drawing" role="img"{} viewBox="0 0 {} {}" width="{}" height="{}" )"
        R"(fill="none" stroke="{}">)"
        "\n",
        names(), drawing_.width, drawing_.height, drawing_.width, drawing_.height, line_colour);
    drawing_.svg += named("title", request_.title) + named("desc", request_.description);
  }

  std::string id() const { return text::html(request_.id); }

  /// Without an id of its own the picture is named by its words.
  std::string names() const {
    if (request_.id.empty())
      return request_.title.empty() ? "" : fmt::format(" aria-label=\"{}\"", text::html(request_.title));
    std::string ids;
    if (!request_.title.empty()) ids = id() + "-title";
    if (!request_.description.empty()) ids += (ids.empty() ? "" : " ") + id() + "-desc";
    return ids.empty() ? "" : fmt::format(" aria-labelledby=\"{}\"", ids);
  }

  std::string named(std::string_view element, std::string_view words) const {
    if (words.empty()) return {};
    const std::string attribute = request_.id.empty() ? "" : fmt::format(" id=\"{}-{}\"", id(), element);
    return fmt::format("<{}{}>{}</{}>\n", element, attribute, text::html(words), element);
  }

  /// Only the outermost group matters: it moves the drawing into the picture. The others tell what is an
  /// edge.
  void begin_group(const XmlPiece& piece) {
    groups_.push_back(piece["class"].substr(0, piece["class"].find(' ')));
    if (groups_.size() == 1)
      drawing_.svg +=
          fmt::format("<g transform=\"{}\">\n", is_harmless(piece["transform"]) ? piece["transform"] : "");
  }

  void end_group() {
    if (groups_.size() == 1) drawing_.svg += "</g>\n";
    groups_.pop_back();
  }

  void shape(const XmlPiece& piece) {
    const bool is_text = piece.name == "text";
    if (!is_text && is_no_colour(piece["fill"]) && is_no_colour(piece["stroke"])) return;
    drawing_.svg += fmt::format("<{}", piece.name);
    for (const auto& [name, value] : piece.attributes) {
      const bool known = std::find(geometry.begin(), geometry.end(), name) != geometry.end();
      if (known && is_harmless(value))
        drawing_.svg +=
            fmt::format(" {}=\"{}\"", name, name == "font-size" ? short_number(value) : std::string(value));
    }
    drawing_.svg += is_text ? fmt::format(" fill=\"{}\" stroke=\"none\"", text_colour) : colours(piece);
    in_text_ = is_text && !piece.empty;
    drawing_.svg += in_text_ ? ">" : "/>\n";
  }

  /// The picture itself has the colours that most shapes have: no fill, lines of the line colour.
  std::string colours(const XmlPiece& piece) const {
    std::string result;
    const bool in_edge = std::find(groups_.begin(), groups_.end(), "edge") != groups_.end();
    if (!is_no_colour(piece["fill"]))
      result += fmt::format(" fill=\"{}\"", in_edge || is_dark(piece["fill"]) ? line_colour : fill_colour);
    if (is_no_colour(piece["stroke"])) result += " stroke=\"none\"";
    return result;
  }

  /// Graphviz fills points in black by itself.
  static bool is_dark(std::string_view fill) { return fill == "black"; }

  XmlScanner scanner_;
  const DrawingRequest& request_;
  Drawing drawing_;
  std::vector<std::string_view> groups_;
  int left_out_ = 0;
  bool in_text_ = false;
};

}  // namespace

Drawing rewrite_svg(std::string_view svg, const DrawingRequest& request) {
  return Rewriter(svg, request).take();
}

}  // namespace nianbao::diagram
