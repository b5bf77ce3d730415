#include "diagnostics/system_reason.h"

#include <array>
#include <cerrno>
#include <string_view>

namespace nianbao {
namespace {

struct Reason {
  std::errc code;
  std::string_view zh;
};

constexpr std::array<Reason, 13> reasons = {{
    {std::errc::permission_denied, "没有权限"},
    {std::errc::operation_not_permitted, "没有权限"},
    {std::errc::no_such_file_or_directory, "没有这个文件或文件夹"},
    {std::errc::file_exists, "已有同名文件"},
    {std::errc::is_a_directory, "这是一个文件夹"},
    {std::errc::not_a_directory, "不是文件夹"},
    {std::errc::no_space_on_device, "磁盘已满"},
    {std::errc::read_only_file_system, "磁盘是只读的"},
    {std::errc::filename_too_long, "文件名太长"},
    {std::errc::too_many_symbolic_link_levels, "符号链接绕成了圈"},
    {std::errc::too_many_files_open, "打开的文件太多"},
    {std::errc::device_or_resource_busy, "正被别的程序使用"},
    {std::errc::io_error, "磁盘读写出错"},
}};

}  // namespace

Wording system_reason(const std::error_code& code) {
  const std::string words = code.message();
  for (const Reason& reason : reasons) {
    if (code == reason.code) return {std::string(reason.zh), words};
  }
  return {words, words};
}

Wording last_system_reason() { return system_reason({errno, std::generic_category()}); }

}  // namespace nianbao
