#include "chart/svg_writer.h"

#include "chart/numbers.h"
#include "text/escape.h"

namespace nianbao::chart {

SvgWriter& SvgWriter::text(std::string_view unsafe) {
  text::append_html(out_, unsafe);
  return *this;
}

SvgWriter& SvgWriter::number(double value) {
  append_coordinate(out_, value);
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

SvgWriter& SvgWriter::path(char command, std::initializer_list<double> numbers) {
  out_ += command;
  bool first = true;
  for (const double value : numbers) {
    const std::size_t begin = out_.size();
    append_coordinate(out_, value);
    if (!first && out_[begin] != '-') out_.insert(begin, 1, ' ');
    first = false;
  }
  return *this;
}

}  // namespace nianbao::chart
