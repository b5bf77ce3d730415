#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The files of an index are scripts of one call: nianbaoSearch("name",data); where data is JSON. Nothing but
/// ASCII stands in them, so that no server and no editor can spoil them with an encoding.
namespace nianbao::search {

inline constexpr std::string_view index_name = "index";

/// Name of a shard of postings, of a block of texts, a directory, a shard of names: "p/0", "t/12", "d/1",
/// "n/3", of facts: "a/0".
std::string postings_name(std::size_t number);
std::string directory_name(std::size_t number);
std::string names_name(std::size_t number);
std::string texts_name(std::size_t number);
std::string facts_name(std::size_t number);
/// The file that holds it: "p/0.js".
std::string file_name(std::string_view name);

std::string write_script(std::string_view name, std::string_view json);
/// The data of a script written under this name; throws FormatError when the bytes are anything else.
std::string_view read_script(std::string_view name, std::string_view bytes);

/// Four characters that change when the data change (FNV-1a, folded to 24 bits, base64url): to tell damaged
/// and out-of-date files, and to let browsers keep a file for as long as it stays the same.
inline constexpr std::size_t check_length = 4;
std::string check_of(std::string_view letters);
/// The same as a number of 24 bits, and back.
std::uint32_t check_number(std::string_view check);
std::string check_letters(std::uint32_t number);

/// A script whose data is one string: `check`, which is that of the letters, then the letters of the
/// alphabet.
std::string write_letters(std::string_view name, std::string_view letters, std::string_view check);
/// The letters again; throws FormatError when they are damaged or have another check than expected.
std::string_view read_letters(std::string_view name, std::string_view bytes, std::string_view check);

}  // namespace nianbao::search
