#include "cli/new_command.h"

#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

#include "cli/exception_words.h"
#include "cli/exit_code.h"
#include "cli/new_project.h"
#include "diagnostics/printer.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

void require_empty(const fs::path& folder, bool zh) {
  const fs::file_status status = fs::status(folder);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status))
    throw std::runtime_error(folder.string() + (zh ? "：已有同名文件" : ": there is a file of this name"));
  if (!fs::is_empty(folder))
    throw std::runtime_error(folder.string() + (zh ? "：文件夹不是空的；请换一个名字"
                                                   : ": the folder is not empty; choose another name"));
}

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw fs::filesystem_error("", path, {errno, std::generic_category()});
}

void print_next_steps(const std::string& folder, std::size_t files, bool zh) {
  if (zh) {
    fmt::print(
        "已新建 {0}：{1} 个文件，一所学校的一份报告。\n\n"
        "接下来：\n"
        "  nianbao serve {0}    在浏览器里预览，保存文件后页面自动更新\n"
        "  nianbao check {0}    检查内容，指出每个问题在哪个文件的哪一行\n"
        "  nianbao build {0}    生成网站，放在 {0}/public\n\n"
        "从 content/my-school/school.toml 改起；每个文件里都有说明。\n",
        folder, files);
  } else {
    fmt::print(
        "{0} is made: {1} files, one report of one school.\n\n"
        "Next:\n"
        "  nianbao serve {0}    preview in the browser; pages follow when a file is saved\n"
        "  nianbao check {0}    every problem of the content with file and line\n"
        "  nianbao build {0}    the website, in {0}/public\n\n"
        "Begin with content/my-school/school.toml; each file explains itself (in Chinese).\n",
        folder, files);
  }
}

}  // namespace

int run_new(const NewOptions& options) {
  const Language language = language_of_environment();
  const bool zh = language == Language::zh;
  try {
    require_empty(options.folder, zh);
    for (const NewFile& file : new_project()) write(options.folder / file.path, file.text);
  } catch (const std::exception& problem) {
    fmt::print(stderr, fmt::runtime(zh ? "没有新建项目：{}\n" : "no project was made: {}\n"),
               words_of(problem).in(language));
    return cannot_read_or_write;
  }
  print_next_steps(options.folder.string(), new_project().size(), zh);
  return done;
}

}  // namespace nianbao::cli
