#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "chart/geometry.h"

namespace nianbao::chart {

/// Steps of a coordinate in a pixel. A tenth of a pixel is not seen; arcs need hundredths, since the centre
/// of a half circle moves much farther than its ends.
enum class Grain : int { tenths = 10, hundredths = 100 };

/// Writes the `d` of a <path> (SVG 1.1, 8.3). All but the first point are relative to the one before, which
/// is short and lets equal shapes read alike; each is rounded by itself, so errors do not add up.
class PathData {
 public:
  PathData(const PathData&) = delete;
  PathData& operator=(const PathData&) = delete;

  explicit PathData(std::string& out, Grain grain = Grain::tenths)
      : out_(out), grain_(static_cast<int>(grain)) {}

  PathData& move_to(Point p);
  PathData& line_to(Point p);
  PathData& quadratic_to(Point control, Point p);
  PathData& curve_to(Point control_a, Point control_b, Point p);
  PathData& arc_to(double radius, bool large, bool clockwise, Point p);
  PathData& close();

  PathData& rectangle(const Box& box);
  PathData& circle(Point centre, double radius);

 private:
  /// A place in steps of the grain.
  struct Place {
    std::int64_t x = 0, y = 0;
  };

  std::int64_t steps(double length) const;
  Place place_of(Point p) const { return {steps(p.x), steps(p.y)}; }
  void command(char letter);
  void number(std::int64_t steps);
  void flag(bool set);
  void end_command(Place pen);
  void offset(Place to);
  void arc(std::int64_t radius, bool large, bool clockwise);

  std::string& out_;
  int grain_;
  Place pen_, start_;  ///< of the part that is being drawn
  bool begun_ = false, after_letter_ = false;
  std::array<char, 7 * 26> text_;  ///< of one command, with as many numbers as one takes at most
  char* end_ = text_.data();
};

}  // namespace nianbao::chart
