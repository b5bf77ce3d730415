#pragma once

#include <string>
#include <string_view>

#include "chart/geometry.h"
#include "chart/path_data.h"

namespace nianbao::chart {

/// Appends SVG to one string. All numbers go through here or PathData, so all are rounded alike and none is
/// "nan".
class SvgWriter {
 public:
  explicit SvgWriter(std::string& out) : out_(out) {}

  SvgWriter& raw(std::string_view markup) { return out_ += markup, *this; }
  SvgWriter& text(std::string_view unsafe);
  SvgWriter& number(double value);

  /// ` name="value"`
  SvgWriter& attribute(std::string_view name, double value);
  SvgWriter& attribute(std::string_view name, std::string_view unsafe);
  /// The same of a coordinate, to a tenth of a pixel.
  SvgWriter& coordinate(std::string_view name, double value);
  /// ` x="…" y="…"`
  SvgWriter& place(Point p);

  /// Path data at the end of what is written.
  PathData path(Grain grain = Grain::tenths) { return PathData(out_, grain); }

 private:
  std::string& out_;
};

}  // namespace nianbao::chart
