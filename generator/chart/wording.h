#pragma once

#include <string>
#include <string_view>

#include "chart/chart.h"

namespace nianbao::chart {

/// The fixed words of charts in one language.
struct Words {
  std::string_view missing, withheld, not_applicable;
  std::string_view no_data, too_much;
  std::string_view between;                  ///< the years between two end points are not published
  std::string_view gaps;                     ///< introduces what gaps in the picture mean
  std::string_view slices;                   ///< some parts of a pie are not known
  std::string_view rings;                    ///< the names of the rings follow, the outermost first
  std::string_view parts;                    ///< some parts of another whole are not known
  std::string_view size;                     ///< of a bubble
  std::string_view no_whole;                 ///< percentages that add up to more than a hundred
  std::string_view square, square_of_known;  ///< what one of the hundred squares is
  std::string_view total, category, series, value, list_comma, pair_colon, sentence_break;
  std::string_view percent;   ///< introduces what is written into piles of a hundred per cent
  std::string_view and_more;  ///< "{0}": how many more
};

bool in_chinese(const Chart& chart);
const Words& words(const Chart& chart);

/// Two stretches of a Chinese sentence, with a space where a letter, digit or "%" meets a Chinese character.
std::string joined(std::string_view a, std::string_view b);

/// "45 人", "65.2%": nothing is added to text that already ends in its unit.
std::string with_unit(const Chart& chart, std::string_view number);

/// "人数（人）", "单位：人": what stands over the value axis. Either part may be empty.
std::string unit_caption(const Chart& chart, std::string_view name);

/// "41—63.8"
std::string range_text(const Chart& chart, double a, double b);

/// A value as labels, tables and sentences show it: as printed; else the number; else the word for its state.
std::string value_text(const Chart& chart, const Series& series, std::size_t category);

/// The same with its unit, when it is a number.
std::string value_with_unit(const Chart& chart, const Series& series, std::size_t category);

/// "未公布" or "未公布、不公开": what is kept from the picture; values that do not apply are no gaps.
std::string undrawn_states(const Chart& chart);

}  // namespace nianbao::chart
