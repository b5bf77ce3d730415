#include "cli/serve_preview.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nianbao::cli {
namespace {

using Json = nlohmann::ordered_json;

Json problem_of(const Diagnostic& diagnostic, Language language) {
  // The printer knows how a problem is worded; its first line holds place, severity, code and message.
  const std::string text = print_text({diagnostic}, language);
  const std::size_t end = text.find('\n');
  std::string hint = text.substr(end + 1);
  hint.erase(0, hint.find_first_not_of(' '));
  while (!hint.empty() && hint.back() == '\n') hint.pop_back();
  return {{"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"message", text.substr(0, end)},
          {"hint", hint}};
}

}  // namespace

Preview::Preview()
    : session_(fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count())) {}

void Preview::published(bool changed) {
  const std::lock_guard lock(mutex_);
  if (changed || builds_ == 0) state_.build = fmt::format("{}-{}", session_, ++builds_);
  state_.problems.clear();
  ++state_.serial;
  changed_.notify_all();
}

void Preview::failed(const std::vector<Diagnostic>& diagnostics, const std::string& reason,
                     Language language) {
  Json problems = Json::array();
  if (!reason.empty()) problems.push_back({{"severity", "error"}, {"message", reason}, {"hint", ""}});
  for (const Diagnostic& diagnostic : diagnostics) problems.push_back(problem_of(diagnostic, language));
  const bool zh = language == Language::zh;
  const Json document = {
      {"title", zh ? "没有生成新的页面" : "The site was not built"},
      {"text", zh ? "下面显示的仍是上一次成功生成的网站。改正后保存，页面会自己更新。"
                  : "Below is still the last good site. Correct and save: the page will follow."},
      {"close", zh ? "收起" : "Hide"},
      {"problems", problems}};
  const std::lock_guard lock(mutex_);
  state_.problems = document.dump(-1, ' ', false, Json::error_handler_t::replace);
  ++state_.serial;
  changed_.notify_all();
}

void Preview::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

PreviewState Preview::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

bool Preview::wait(std::uint64_t serial, std::chrono::milliseconds longest) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, longest, [&] { return closed_ || state_.serial != serial; });
  return !closed_;
}

std::string event_of(const PreviewState& state) {
  return fmt::format("data: {{\"build\":\"{}\",\"state\":{}}}\n\n", state.build,
                     state.problems.empty() ? "null" : state.problems);
}

}  // namespace nianbao::cli
