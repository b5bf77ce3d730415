#include "cli/chart_command.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unistd.h>

#include "chart/chart.h"
#include "chart/configuration_text.h"
#include "cli/exit_code.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/json_error.h"
#include "diagnostics/json_place.h"
#include "diagnostics/printer.h"
#include "diagnostics/system_reason.h"
#include "picture/picture.h"
#include "text/utf8.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr int widest = 4000;

/// One line to standard error, in the language of the environment.
void say(const std::string& place, const Wording& wording) {
  const std::string& message = language_of_environment() == Language::zh ? wording.zh : wording.en;
  fmt::print(stderr, "{}: {}\n", place, message);
}

bool is_png(const std::string& output) { return fs::path(output).extension() == ".png"; }

bool is_usable(const ChartOptions& options) {
  const bool to_file = !options.output.empty() && options.output != "-";
  if (to_file && !is_png(options.output) && fs::path(options.output).extension() != ".svg") {
    say(options.output, {"输出文件应以 .svg 或 .png 结尾", "the output file must end in .svg or .png"});
    return false;
  }
  return true;
}

/// A sparkline, which stands within text, may be narrower than the others.
bool has_usable_width(int width, chart::Type type) {
  const int narrowest = type == chart::Type::sparkline ? 60 : 200;
  if (width >= narrowest && width <= widest) return true;
  say("--width", {fmt::format("宽度应在 {} 到 {} 之间", narrowest, widest),
                  fmt::format("the width must be between {} and {}", narrowest, widest)});
  return false;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (file && !fs::is_directory(path)) return std::string(std::istreambuf_iterator<char>(file), {});
  if (fs::is_directory(path)) errno = EISDIR;
  const Wording reason = last_system_reason();
  say(path, {"无法读取：" + reason.zh, "cannot be read: " + reason.en});
  return {};
}

/// A word that cannot be read at all has no name in the parser's message.
Wording reason_of(const nlohmann::json::exception& error) {
  Wording reason = explain_json_error(error.what());
  if (reason.empty()) reason = {"JSON 写法有误：这里读不懂", "this is not JSON: it cannot be read here"};
  return reason;
}

std::optional<nlohmann::json> parse(const std::string& path, const std::string& text) {
  if (json_depth(text) > chart::deepest_configuration) {
    say(path, {fmt::format("括号嵌套超过 {} 层", chart::deepest_configuration),
               fmt::format("nested deeper than {} brackets", chart::deepest_configuration)});
    return {};
  }
  try {
    return chart::parse_configuration(text);
  } catch (const nlohmann::json::parse_error& error) {
    const auto [line, column] = line_and_column(text, error.byte > 0 ? error.byte - 1 : 0);
    say(fmt::format("{}:{}:{}", path, line, column), reason_of(error));
  } catch (const nlohmann::json::exception& error) {
    say(path, reason_of(error));
  }
  return {};
}

void print_problems(const std::string& path, const std::string& text,
                    const std::vector<chart::Problem>& problems) {
  for (const chart::Problem& problem : problems) {
    const auto [line, column] = line_and_column(text, json_place(text, problem.pointer));
    const std::string zh = (problem.fatal ? "错误 " : "警告 ") + problem.code + ": " + problem.zh;
    const std::string en = (problem.fatal ? "error " : "warning ") + problem.code + ": " + problem.en;
    const std::string pointer = problem.pointer.empty() ? "/" : problem.pointer;
    say(fmt::format("{}:{}:{}: {}", path, line, column, pointer), {zh, en});
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes beside the target and renames, so that a reader sees the old file or the new one.
bool replace_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return false;
  bool written = write_all(file, bytes) && ::fsync(file) == 0;
  written = ::close(file) == 0 && written;
  if (written && ::rename(temporary.c_str(), path.c_str()) == 0) return true;
  const int reason = errno;
  ::unlink(temporary.c_str());
  errno = reason;
  return false;
}

int write_picture(const std::string& output, const std::string& bytes) {
  const bool to_file = !output.empty() && output != "-";
  if (to_file ? replace_file(output, bytes) : write_all(STDOUT_FILENO, bytes)) return done;
  const Wording reason = last_system_reason();
  say(to_file ? output : "-", {"无法写入：" + reason.zh, "cannot be written: " + reason.en});
  return cannot_read_or_write;
}

/// A machine without a Chinese font draws boxes, and says so here.
void warn_of_missing_letters(const std::string& output, const std::string& svg) {
  const std::string letters = picture::letters_without_font(svg);
  if (letters.empty()) return;
  const std::string some = text::ellipsis(letters, 12);
  say(output,
      {fmt::format("警告：本机字体里没有“{}”，图中会是方框；请安装 fonts-noto-cjk", some),
       fmt::format("warning: no font of this machine has “{}”: the picture shows boxes there; install "
                   "fonts-noto-cjk",
                   some)});
}

int write_png(const std::string& output, const std::string& svg) {
  const picture::Png png = picture::png_of(svg, picture::usual_scale);
  if (!png.error.empty()) {
    say(output, png.error);
    return cannot_read_or_write;
  }
  warn_of_missing_letters(output, svg);
  return write_picture(output, png.bytes);
}

/// Letters of the file's name, for the ids inside the picture.
std::string id_from(const std::string& path) {
  const std::string stem = fs::path(path).stem().string();
  return stem.empty() ? "chart" : stem;
}

}  // namespace

int run_chart(const ChartOptions& options) {
  if (!is_usable(options)) return wrong_usage;
  const auto text = read_file(options.specification);
  if (!text) return cannot_read_or_write;
  const auto json = parse(options.specification, *text);
  if (!json) return content_has_errors;
  const chart::ReadResult read = chart::read_configuration(*json);
  print_problems(options.specification, *text, read.problems);
  if (chart::is_fatal(read)) return content_has_errors;
  if (!has_usable_width(options.width, read.chart.type)) return wrong_usage;
  chart::RenderOptions picture;
  picture.id = id_from(options.specification);
  picture.width = options.width;
  picture.heading = true;
  const std::string svg = chart::render_svg(read.chart, picture);
  return is_png(options.output) ? write_png(options.output, svg) : write_picture(options.output, svg);
}

}  // namespace nianbao::cli
