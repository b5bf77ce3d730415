#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::compose {

/// A file of an archive. Names are ASCII.
struct ZipEntry {
  std::string name;
  std::string_view bytes;
};

/// A ZIP archive (APPNOTE 6.3.10, deflated). The same entries give the same bytes: all files are of
/// 1 January 1980, the first day there is in such an archive.
std::string make_zip(const std::vector<ZipEntry>& entries);

}  // namespace nianbao::compose
