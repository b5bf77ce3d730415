#include "text/escape.h"
#include "theme/template_set.h"

namespace nianbao::theme {
namespace {

using Data = kainjow::mustache::data;

/// A context that tells which names it could not find.
class ProbeContext : public kainjow::mustache::context<std::string> {
 public:
  ProbeContext(const Data* data, const std::function<void(const std::string&)>& missing)
      : context(data), missing_(missing) {}

  const Data* get(const std::string& name) const override {
    const Data* found = context::get(name);
    if (found == nullptr) missing_(name);
    return found;
  }

 private:
  const std::function<void(const std::string&)>& missing_;
};

}  // namespace

Template::Template(const std::string& source)
    : compiled_(std::make_unique<kainjow::mustache::mustache>(source)) {
  compiled_->set_custom_escape([](const std::string& raw) { return text::html(raw); });
}

void Template::append(std::string& out, const Data& data) const {
  compiled_->render(data, [&out](const std::string& piece) { out += piece; });
}

void Template::probe(const Data& data, const std::function<void(const std::string&)>& missing) const {
  ProbeContext context(&data, missing);
  compiled_->render(context);
}

}  // namespace nianbao::theme
