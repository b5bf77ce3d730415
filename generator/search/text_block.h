#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "search/bits.h"

/// A block of texts: the lengths of its records, two letters each, then the records; the last number
/// that two letters hold says that four others behind them hold a length. Each record can be read
/// without the others: the check of what is looked at first stands in front of it.
namespace nianbao::search {

/// Of a longer record, this much is looked at first.
inline constexpr std::size_t first_look = 6 * 1024;

/// A record as it stands in a block.
std::string checked_record(std::string_view letters);

/// Of checked records.
std::string write_block(std::span<const std::string> records);

/// The letters of record number `place` of a block of `count`; throws FormatError.
std::string_view record_of(std::string_view block, std::size_t count, std::size_t place);

}  // namespace nianbao::search
