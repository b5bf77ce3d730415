#include "chart/moments.h"

#include <array>
#include <charconv>
#include <chrono>

#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr double milliseconds_a_day = 86400000;

/// Takes a number of at most `longest` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t longest) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < longest && text[digits] >= '0' && text[digits] <= '9') ++digits;
  int number = 0;
  if (digits == 0) return {};
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// Hours as a share of the day: "08:30", "08:30:15", with seconds' fractions and a zone left aside.
std::optional<double> take_clock(std::string_view& text) {
  const auto hours = take_number(text, 2);
  if (!hours || *hours > 24 || !take(text, ":")) return {};
  const auto minutes = take_number(text, 2);
  if (!minutes || *minutes > 59) return {};
  int seconds = 0;
  if (take(text, ":")) {
    const auto found = take_number(text, 2);
    if (!found || *found > 59) return {};
    seconds = *found;
  }
  if (take(text, ".")) take_number(text, 9);
  take(text, "Z");
  return *hours / 24.0 + *minutes / 1440.0 + seconds / 86400.0;
}

struct Date {
  int year = 0, month = 1, day = 1;
};

/// What follows a number of a date: "-", "/" or "." before the next one, or the Chinese word.
bool take_mark(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  while (take(rest, " ")) {
  }
  if (take(rest, word)) {
    while (take(rest, " ")) {
    }
  } else if (!take(rest, "-") && !take(rest, "/") && !take(rest, ".")) {
    return false;
  }
  text = rest;
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  Date date;
  const auto year = text.size() < 4 ? std::nullopt : take_number(text, 4);
  if (!year) return {};
  date.year = *year;
  if (!take_mark(text, "年")) return date;
  if (const auto month = take_number(text, 2)) {
    date.month = *month;
    if (!take_mark(text, "月")) return date;
    if (const auto day = take_number(text, 2)) {
      date.day = *day;
      take(text, "日");
    }
  }
  return date;
}

}  // namespace

std::optional<double> moment_in(std::string_view raw) {
  std::string_view text = text::trim(raw);
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits != 4 && !(digits == std::string_view::npos && text.size() == 4)) return {};
  const auto date = take_date(text);
  if (!date) return {};
  const std::chrono::year_month_day day{std::chrono::year{date->year},
                                        std::chrono::month{static_cast<unsigned>(date->month)},
                                        std::chrono::day{static_cast<unsigned>(date->day)}};
  if (!day.ok() || date->year < 1) return {};
  double moment = std::chrono::sys_days{day}.time_since_epoch().count();
  if (take(text, "T") || take(text, " ")) {
    const auto clock = take_clock(text);
    if (!clock) return {};
    moment += *clock;
  }
  if (!text.empty()) return {};
  return moment;
}

double moment_of_milliseconds(double milliseconds) { return milliseconds / milliseconds_a_day; }

}  // namespace nianbao::chart
