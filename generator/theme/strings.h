#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace nianbao::theme {

using Texts = std::map<std::string, std::string, std::less<>>;

/// Reads one file of interface strings (flat TOML, key = "text"). `shown` is how diagnostics name the file.
Texts read_strings(const std::filesystem::path& file, const std::string& shown, DiagnosticSink& sink);

/// Reads the strings of `lang` and reports the keys that another language of the folder has and this one
/// lacks.
Texts load_strings(const std::filesystem::path& folder, const std::string& shown, std::string_view lang,
                   DiagnosticSink& sink);

}  // namespace nianbao::theme
