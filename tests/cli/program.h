#pragma once

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "cli/exit_code.h"
#include "support/temporary_project.h"

namespace nianbao::tests {

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The compiled program at work, with its output in files.
class RunningProgram {
 public:
  explicit RunningProgram(std::vector<std::string> arguments, const char* language = "zh_CN.UTF-8") {
    arguments.insert(arguments.begin(), NIANBAO_PROGRAM);
    process_ = ::fork();
    if (process_ != 0) return;
    ::setenv("LC_ALL", language, 1);
    ::setenv("TMPDIR", temporary_files().c_str(), 1);
    redirect(STDOUT_FILENO, "out");
    redirect(STDERR_FILENO, "err");
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    ::execv(NIANBAO_PROGRAM, pointers.data());
    ::_exit(127);
  }
  ~RunningProgram() {
    if (process_ > 0) ::kill(process_, SIGKILL), wait();
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void signal(int number) const { ::kill(process_, number); }
  /// Until it has ended: its exit code, or -1 when a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string output() const { return text_of(files_.folder() / "out"); }
  std::string errors() const { return text_of(files_.folder() / "err"); }
  /// Where the program puts its temporary folders.
  std::filesystem::path temporary_files() const { return files_.folder() / "temporary"; }

 private:
  void redirect(int descriptor, const char* name) const {
    const int file = ::open((files_.folder() / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, descriptor);
  }

  TemporaryProject files_{{{"temporary/.keep", ""}}};
  pid_t process_ = 0;
};

struct Outcome {
  int code;
  std::string output, errors;
};

inline Outcome run_program(std::vector<std::string> arguments, const char* language = "zh_CN.UTF-8") {
  RunningProgram program(std::move(arguments), language);
  const int code = program.wait();
  return {code, program.output(), program.errors()};
}

/// A project as `new` makes it, with the theme of this checkout (the tests may be compiled anywhere).
class NewProject {
 public:
  NewProject() {
    made = run_program({"new", path()});
    std::filesystem::create_directory_symlink(std::filesystem::path(NIANBAO_SOURCE_DIR) / "themes",
                                              folder() / "themes");
  }

  std::filesystem::path folder() const { return place_.folder() / "project"; }
  std::filesystem::path site() const { return folder() / "public"; }
  std::filesystem::path report() const { return folder() / "content/my-school/2026"; }
  std::string path() const { return folder().string(); }
  /// In one file of the report, the first occurrence.
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = text_of(report() / file);
    if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    std::ofstream(report() / file, std::ios::binary) << text;
  }

  Outcome made;

 private:
  TemporaryProject place_;
};

}  // namespace nianbao::tests
