#pragma once

#include <string>
#include <string_view>

#include "chart/geometry.h"

namespace nianbao::chart {

/// Appends SVG to one string. All coordinates go through here, so all are rounded alike and none is "nan".
class SvgWriter {
 public:
  explicit SvgWriter(std::string& out) : out_(out) {}

  SvgWriter& raw(std::string_view markup) { return out_ += markup, *this; }
  SvgWriter& text(std::string_view unsafe);
  SvgWriter& number(double value);

  /// ` name="value"`
  SvgWriter& attribute(std::string_view name, double value);
  SvgWriter& attribute(std::string_view name, std::string_view unsafe);

  /// Path data: a command letter with its numbers, as short as the grammar allows (SVG 1.1, 8.3).
  SvgWriter& path(char command, std::initializer_list<double> numbers);
  SvgWriter& point(char command, Point p) { return path(command, {p.x, p.y}); }

 private:
  std::string& out_;
};

}  // namespace nianbao::chart
