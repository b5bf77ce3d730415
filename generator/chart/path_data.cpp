#include "chart/path_data.h"

#include "chart/numbers.h"

namespace nianbao::chart {

std::int64_t PathData::steps(double length) const { return rounded_steps(length, grain_); }

void PathData::command(char letter) {
  end_ = text_.data();
  *end_++ = letter;
  after_letter_ = true;
}

void PathData::number(std::int64_t steps) {
  if (!after_letter_ && steps >= 0) *end_++ = ' ';
  after_letter_ = false;
  end_ = write_steps(end_, steps, grain_);
}

void PathData::flag(bool set) {
  *end_++ = ' ';
  *end_++ = set ? '1' : '0';
}

void PathData::offset(Place to) {
  number(to.x - pen_.x);
  number(to.y - pen_.y);
}

void PathData::end_command(Place pen) {
  out_.append(text_.data(), end_);
  pen_ = pen;
}

PathData& PathData::move_to(Point p) {
  start_ = place_of(p);
  command(begun_ ? 'm' : 'M');
  offset(start_);
  begun_ = true;
  end_command(start_);
  return *this;
}

PathData& PathData::line_to(Point p) {
  const Place to = place_of(p);
  if (to.y == pen_.y) {
    command('h');
    number(to.x - pen_.x);
  } else if (to.x == pen_.x) {
    command('v');
    number(to.y - pen_.y);
  } else {
    command('l');
    offset(to);
  }
  end_command(to);
  return *this;
}

PathData& PathData::quadratic_to(Point control, Point p) {
  const Place to = place_of(p);
  command('q');
  offset(place_of(control));
  offset(to);
  end_command(to);
  return *this;
}

PathData& PathData::curve_to(Point control_a, Point control_b, Point p) {
  const Place to = place_of(p);
  command('c');
  offset(place_of(control_a));
  offset(place_of(control_b));
  offset(to);
  end_command(to);
  return *this;
}

void PathData::arc(std::int64_t radius, bool large, bool clockwise) {
  command('a');
  number(radius);
  number(radius);
  flag(false);
  flag(large);
  flag(clockwise);
}

PathData& PathData::arc_to(double radius, bool large, bool clockwise, Point p) {
  const Place to = place_of(p);
  arc(steps(radius), large, clockwise);
  offset(to);
  end_command(to);
  return *this;
}

PathData& PathData::close() {
  out_ += 'z';
  pen_ = start_;
  return *this;
}

PathData& PathData::rectangle(const Box& box) {
  return move_to({box.left, box.top})
      .line_to({box.right, box.top})
      .line_to({box.right, box.bottom})
      .line_to({box.left, box.bottom})
      .close();
}

/// In steps from end to end: rounded ends that lie nearer than the diameter would bulge the halves.
PathData& PathData::circle(Point centre, double radius) {
  const Place middle = place_of(centre);
  const std::int64_t r = steps(radius);
  start_ = {middle.x - r, middle.y};
  command(begun_ ? 'm' : 'M');
  offset(start_);
  begun_ = true;
  end_command(start_);
  for (const Place end : {Place{middle.x + r, middle.y}, start_}) {
    arc(r, true, false);
    offset(end);
    end_command(end);
  }
  return *this;
}

}  // namespace nianbao::chart
