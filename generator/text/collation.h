#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Orders Chinese text by pinyin and, behind it, Latin text alphabetically (CLDR zh collation, through ICU).
class PinyinOrder {
 public:
  PinyinOrder();
  ~PinyinOrder();
  PinyinOrder(const PinyinOrder&) = delete;
  PinyinOrder& operator=(const PinyinOrder&) = delete;

  bool operator()(std::string_view a, std::string_view b) const;
  std::string sort_key(std::string_view text) const;  ///< bytes that compare like the text

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::text
