#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "theme/language.h"

namespace nianbao::theme {

/// The variables of one template, or of one item of a list. Every name a template may ask for is set, an
/// empty text as `false`: so a section over it is skipped, and a name that is found nowhere is a mistake of
/// the template.
class Fields {
 public:
  using Data = kainjow::mustache::data;

  void text(const char* name, std::string_view value) {
    data_[name] = value.empty() ? Data(false) : Data(std::string(value));
  }
  /// A text and, as NAME_lang_html, the mark of its language.
  void text(const char* name, std::string_view value, const LanguageMarks& marks) {
    text(name, value);
    text((std::string(name) + "_lang_html").c_str(), marks.of(value));
  }
  void flag(const char* name, bool value) { data_[name] = Data(value); }

  /// `describe(fields, item)` sets the variables of one item.
  template <typename Items, typename Describe>
  void list(const char* name, const Items& items, Describe describe) {
    if (items.empty()) return flag(name, false);
    Data list{Data::type::list};
    for (const auto& item : items) {
      Fields fields;
      describe(fields, item);
      list.push_back(fields.data_);
    }
    data_[name] = std::move(list);
  }

  const Data& data() const { return data_; }

 private:
  Data data_;
};

}  // namespace nianbao::theme
