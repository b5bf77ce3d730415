#include "chart/svg_writer.h"

#include <algorithm>
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

SvgWriter& SvgWriter::place(Point p) {
  constexpr std::string_view x = " x=\"", y = "\" y=\"";
  std::array<char, x.size() + y.size() + 1 + 2 * longest_steps> text;
  char* end = std::copy(x.begin(), x.end(), text.data());
  end = write_steps(end, rounded_steps(p.x, 10), 10);
  end = std::copy(y.begin(), y.end(), end);
  end = write_steps(end, rounded_steps(p.y, 10), 10);
  *end++ = '"';
  out_.append(text.data(), end);
  return *this;
}

}  // namespace nianbao::chart
