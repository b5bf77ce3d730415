// Makes the scripts of a theme small while the program is compiled, and prints them as a table in C++:
//
//   write_small_scripts SCRIPTS WORK [TERSER]
//
// With Terser, names inside of the scripts become short, too; without it only comments and indentation go.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "theme/file_bytes.h"
#include "theme/fingerprint.h"
#include "theme/lean_script.h"
#include "theme/script_files.h"

namespace {

namespace fs = std::filesystem;
using namespace nianbao::theme;

/// Runs Terser; what it says goes to `log`. `names` are those of properties that become short.
bool run(const std::string& terser, const fs::path& from, const fs::path& to,
         const std::vector<std::string>& names, const fs::path& log) {
  std::string alternatives;
  for (const std::string& name : names) alternatives += (alternatives.empty() ? "" : "|") + name;
  const std::string command =
      "'" + terser + "' '" + from.string() +
      "' --ecma 2018 --compress passes=3,ecma=2018,unsafe_arrows=true,keep_fargs=false,inline=1 --mangle" +
      (names.empty() ? "" : " --mangle-props 'regex=/^(" + alternatives + ")$/'") + " --output '" +
      to.string() + "' 2> '" + log.string() + "'";
  return std::system(command.c_str()) == 0;
}

/// Whether this Terser knows all options that are needed.
bool can_run(const std::string& terser, const fs::path& work) {
  const fs::path before = work / "trial.js";
  std::ofstream(before, std::ios::binary) << "window.trial = { longName: () => 1 };\n";
  return run(terser, before, work / "small-trial.js", {"longName"}, work / "terser.log");
}

std::string small_by(const std::string& terser, const Script& script, const fs::path& work) {
  const fs::path before = work / script.name, after = work / ("small-" + script.name);
  std::ofstream(before, std::ios::binary) << script.text;
  if (!run(terser, before, after, own_names(script.text), work / "terser.log"))
    throw std::runtime_error("Terser could not read " + script.name + ": " + bytes_of(work / "terser.log"));
  return bytes_of(after);
}

/// A string literal, in pieces that every compiler takes.
void print_literal(const std::string& text) {
  constexpr std::size_t width = 8000;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % width == 0) std::printf("%s\"", i == 0 ? "" : "\"\n");
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\' || c == '?')
      std::printf("\\%03o", static_cast<unsigned>(c));
    else
      std::putchar(c);
  }
  std::printf("\"");
}

}  // namespace

int main(int count, char** values) try {
  if (count < 3) throw std::runtime_error("write_small_scripts SCRIPTS WORK [TERSER]");
  const fs::path work = values[2];
  fs::create_directories(work);
  const std::string terser = count > 3 && can_run(values[3], work) ? values[3] : "";
  if (count > 3 && terser.empty())
    std::fprintf(stderr, "write_small_scripts: %s does not run with the options it needs: %s\n", values[3],
                 bytes_of(work / "terser.log").c_str());
  std::printf(
      "#pragma once\n\n#include <cstdint>\n#include <string_view>\n\nnamespace nianbao::theme {\n\n"
      "struct SmallScript {\n  std::uint64_t key;\n  std::string_view text;\n};\n\n"
      "inline constexpr bool made_by_terser = %s;\n\n"
      "inline constexpr SmallScript small_scripts[] = {\n",
      terser.empty() ? "false" : "true");
  for (const Script& script : scripts_of(values[1])) {
    std::printf("{0x%llXu,  // %s\n", static_cast<unsigned long long>(fingerprint(script.text)),
                script.name.c_str());
    print_literal(terser.empty() ? lean_script(script.text) : small_by(terser, script, work));
    std::printf("},\n");
  }
  std::printf("};\n\n}  // namespace nianbao::theme\n");
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "write_small_scripts: %s\n", problem.what());
  return 1;
}
