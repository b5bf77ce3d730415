#include "chart/svg_writer.h"

#include <array>

#include "chart/numbers.h"
#include "text/escape.h"

namespace nianbao::chart {

SvgWriter& SvgWriter::text(std::string_view unsafe) {
  text::append_html(out_, unsafe);
  return *this;
}

SvgWriter& SvgWriter::number(double value) {
  append_measure(out_, value);
  return *this;
}

SvgWriter& SvgWriter::attribute(std::string_view name, double value) {
  raw(" ").raw(name).raw("=\"").number(value);
  return raw("\"");
}

SvgWriter& SvgWriter::attribute(std::string_view name, std::string_view unsafe) {
  raw(" ").raw(name).raw("=\"").text(unsafe);
  return raw("\"");
}

SvgWriter& SvgWriter::coordinate(std::string_view name, double value) {
  std::array<char, longest_steps> text;
  char* const end = write_steps(text.data(), rounded_steps(value, 10), 10);
  raw(" ").raw(name).raw("=\"");
  out_.append(text.data(), end);
  return raw("\"");
}

SvgWriter& SvgWriter::place(Point p) { return coordinate("x", p.x).coordinate("y", p.y); }

}  // namespace nianbao::chart
