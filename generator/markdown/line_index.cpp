#include "markdown/line_index.h"

#include <algorithm>

namespace nianbao::markdown {
namespace {

/// Code points of the original text that begin in [begin, end) of a prepared line: the joiner and a space
/// beside it were put in.
int count_original(std::string_view line, std::size_t begin, std::size_t end, std::string_view joiner) {
  int count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool continues = (static_cast<unsigned char>(line[i]) & 0xC0u) == 0x80u;
    const bool is_space = line[i] == ' ';
    const bool before_joiner = line.compare(i + (is_space ? 1 : 0), joiner.size(), joiner) == 0;
    const bool behind_joiner = is_space && line.substr(0, i).ends_with(joiner);
    if (!continues && !before_joiner && !behind_joiner) ++count;
  }
  return count;
}

}  // namespace

LineIndex::LineIndex(const PreparedText& prepared, int first_line)
    : prepared_(prepared), first_line_(first_line) {
  const std::string_view text = prepared.text;
  begins_.push_back(0);
  for (std::size_t i = text.find_first_of("\r\n"); i != std::string_view::npos;
       i = text.find_first_of("\r\n", i)) {
    i += text.substr(i, 2) == "\r\n" ? 2 : 1;
    begins_.push_back(i);
  }
}

std::string_view LineIndex::line(int line) const {
  if (line < 1 || static_cast<std::size_t>(line) > begins_.size()) return {};
  const auto index = static_cast<std::size_t>(line) - 1;
  const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : prepared_.text.size();
  std::string_view bytes = std::string_view(prepared_.text).substr(begins_[index], end - begins_[index]);
  while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes.remove_suffix(1);
  return bytes;
}

Position LineIndex::position(int line, int byte_column) {
  const std::string_view text = this->line(line);
  const std::size_t bytes = std::min(static_cast<std::size_t>(std::max(byte_column, 1)) - 1, text.size());
  if (last_.line != line || last_.bytes > bytes) last_ = {line, 0, 0};
  last_.code_points += count_original(text, last_.bytes, bytes, prepared_.joiner);
  last_.bytes = bytes;
  return {first_line_ + std::max(line, 1) - 1, last_.code_points + 1};
}

}  // namespace nianbao::markdown
