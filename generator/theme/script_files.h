#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The scripts of a theme on their way to the site.
namespace nianbao::theme {

struct Script {
  std::string name;  ///< "search.js"
  std::string text;
};

/// The files *.js of a folder as they become files of the site, sorted by name. Where a comment of a script
/// says
/// "// Published behind: a.js b.js", these stand in front of it in the same file
/// and in one function with it, and nowhere else.
std::vector<Script> scripts_of(const std::filesystem::path& folder);

/// Files that are named so but are not there.
std::vector<std::string> missing_scripts(const std::filesystem::path& folder);

/// Names of properties that a comment of the script calls its own, used by no other script and nothing of the
/// browser: "// Names of its own: a b c". They may become short.
std::vector<std::string> own_names(const std::string& text);

/// What is published for a script. The scripts that came with the program were made small when it was
/// compiled; any other, of a project's own theme or edited since, stays as it is.
std::string published_script(std::string text);

}  // namespace nianbao::theme
