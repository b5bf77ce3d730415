#include "source/json_tree.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

constexpr std::size_t deepest = 64;

/// Feeds characters to the parser and knows how far it has read.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  const char** furthest;

  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    ++at;
    if (at > *furthest) *furthest = at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const std::string& text, const std::string& file, DiagnosticSink& sink)
      : furthest(text.data()), text_(text), file_(file), sink_(sink) {}

  bool null() override { return put(JsonNode::Kind::null, ""); }
  bool boolean(bool value) override { return put(JsonNode::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return put(JsonNode::Kind::number, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return put(JsonNode::Kind::number, std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    return put(JsonNode::Kind::number, written);
  }
  bool string(string_t& value) override { return put(JsonNode::Kind::string, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (open_.back().find(name) != nullptr) {
      sink_.error("N102", here(),
                  {fmt::format("键 {} 重复", name), fmt::format("the key {} stands twice", name)});
    }
    names_.back() = name;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& error) override {
    const std::string_view what = error.what();
    const auto [line, column] = line_and_column(text_, position > 0 ? position - 1 : 0);
    const std::size_t detail = what.rfind(": ");
    const std::string_view reason = detail == std::string_view::npos ? what : what.substr(detail + 2);
    sink_.error("N102", {file_, line, column},
                {fmt::format("JSON 写法有误：{}", reason), fmt::format("this is not JSON: {}", reason)},
                {"检查这一处的逗号、引号和括号", "look at the commas, quotes and brackets here"});
    return false;
  }

  const char* furthest;
  JsonNode root;

 private:
  Place here() const {
    const auto [line, column] = line_and_column(text_, static_cast<std::size_t>(furthest - text_.data()));
    return {file_, line, column};
  }

  bool put(JsonNode::Kind kind, std::string text) { return attach({kind, std::move(text), {}, {}, here()}); }

  bool attach(JsonNode node) {
    if (open_.empty()) {
      root = std::move(node);
    } else if (open_.back().kind == JsonNode::Kind::array) {
      open_.back().items.push_back(std::move(node));
    } else {
      open_.back().members.emplace_back(names_.back(), std::move(node));
    }
    return true;
  }

  bool open(JsonNode::Kind kind) {
    if (open_.size() >= deepest) {
      sink_.error("N102", here(), {"JSON 嵌套太深", "the JSON is nested too deeply"});
      return false;
    }
    open_.push_back({kind, "", {}, {}, here()});
    names_.emplace_back();
    return true;
  }

  bool close() {
    JsonNode node = std::move(open_.back());
    open_.pop_back();
    names_.pop_back();
    return attach(std::move(node));
  }

  const std::string& text_;
  const std::string& file_;
  DiagnosticSink& sink_;
  std::vector<JsonNode> open_;
  std::vector<std::string> names_;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  for (const auto& [name, node] : members) {
    if (name == key) return &node;
  }
  return nullptr;
}

std::optional<JsonNode> parse_json(const std::string& text, const std::string& file, DiagnosticSink& sink) {
  TreeBuilder builder(text, file, sink);
  const CountingIterator begin{text.data(), &builder.furthest};
  const CountingIterator end{text.data() + text.size(), &builder.furthest};
  if (!nlohmann::json::sax_parse(begin, end, &builder)) return std::nullopt;
  return std::move(builder.root);
}

}  // namespace nianbao::source
