#pragma once

#include <cstddef>
#include <string_view>

/// The number in front of a heading: people ask for 产教融合, not for 5.1产教融合, so a word that follows the
/// number begins the title.
namespace nianbao::search {

/// How many characters of a folded title are "1.2", "(一)", "一、", "第一章", "表2-1", "案例08" before its
/// words; 0 where no words follow. A number that counts or dates ("2025年", "3d", "1+x", "95.8%") is none.
std::size_t heading_label(std::u32string_view title);

}  // namespace nianbao::search
