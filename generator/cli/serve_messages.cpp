#include "cli/serve_messages.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace nianbao::cli {
namespace {

void say_now(const std::string& line) {
  fmt::print("{}\n", line);
  std::fflush(stdout);
}

void complain(const std::string& line) { fmt::print(stderr, "{}\n", line); }

std::string time_of_day() { return fmt::format("{:%H:%M:%S}", fmt::localtime(std::time(nullptr))); }

std::string printed_host(const std::string& host) {
  if (host == "0.0.0.0" || host == "::") return "localhost";
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

std::string reason_in_words(int reason, bool zh) {
  if (reason == EADDRINUSE) return zh ? "端口已被别的程序占用" : "the port is taken by another program";
  if (reason == 0) return zh ? "没有这个地址" : "there is no such address";
  return std::strerror(reason);
}

}  // namespace

void ServeMessages::address(const std::string& host, int port) const {
  say_now(fmt::format(
      fmt::runtime(zh_ ? "预览：http://{}:{}/  （保存文件后页面自动更新；按 Ctrl-C 结束）"
                       : "preview: http://{}:{}/  (pages follow when a file is saved; Ctrl-C ends)"),
      printed_host(host), port));
}

void ServeMessages::built(const BuildResult& result) const {
  say_now(
      fmt::format(fmt::runtime(zh_ ? "{} 已生成：{} 份报告，{} 个页面" : "{} built: {} reports, {} pages"),
                  time_of_day(), result.reports, result.pages));
}

void ServeMessages::failed() const {
  say_now(fmt::format(
      fmt::runtime(zh_ ? "{} 没有生成：改正上面的错误并保存即可，无需重新启动"
                       : "{} not built: correct the errors above and save; there is no need to start again"),
      time_of_day()));
}

void ServeMessages::ended() const { say_now(zh_ ? "预览已结束" : "the preview has ended"); }

void ServeMessages::no_project(const std::filesystem::path& project) const {
  complain(fmt::format(fmt::runtime(zh_ ? "找不到项目文件夹 {}" : "there is no project folder {}"),
                       project.string()));
}

void ServeMessages::cannot_listen(const std::string& host, int port, int reason) const {
  complain(fmt::format(fmt::runtime(zh_ ? "无法在 {}:{} 上提供预览：{}。换一个端口再试，例如 nianbao serve "
                                          "--port {}（--port 0 自动选择）"
                                        : "cannot serve the preview on {}:{}: {}. Try another port, for "
                                          "example nianbao serve --port {} (--port 0 takes any free one)"),
                       host, port, reason_in_words(reason, zh_), port < 65535 ? port + 1 : 8000));
}

void ServeMessages::watch_is_incomplete() const {
  complain(zh_ ? "有的文件夹无法监视，其中的改动不会自动更新（系统允许监视的文件夹数可能已满，见 "
                 "fs.inotify.max_user_watches）"
               : "some folders cannot be watched, changes in them will go unnoticed (the system's limit may "
                 "be reached, see fs.inotify.max_user_watches)");
}

void ServeMessages::cannot_begin(const std::string& reason) const {
  complain(fmt::format(fmt::runtime(zh_ ? "无法开始预览：{}" : "the preview cannot begin: {}"), reason));
}

}  // namespace nianbao::cli
