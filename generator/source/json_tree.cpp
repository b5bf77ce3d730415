#include "source/json_tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "diagnostics/json_error.h"
#include "source/text_cursor.h"
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

/// Builds the tree from the parser's events. Places go forward only, so that finding them costs one walk over
/// the text.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const std::string& text, const std::string& file, DiagnosticSink& sink)
      : furthest(text.data()), text_(text), file_(file), sink_(sink), cursor_(text) {}

  bool null() override { return put(JsonNode::Kind::null, ""); }
  bool boolean(bool value) override { return put(JsonNode::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return put_number(); }
  bool number_unsigned(number_unsigned_t) override { return put_number(); }
  bool number_float(number_float_t, const string_t&) override { return put_number(); }
  bool string(string_t& value) override { return put(JsonNode::Kind::string, std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::array); }
  bool end_object() override {
    report_duplicate_keys(open_.back());
    return close();
  }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    begin_token();
    names_.back() = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& error) override {
    Wording message = explain_json_error(error.what());
    std::size_t at = position > 0 ? position - 1 : 0;
    if (message.empty()) {
      at = next_token();
      const std::string_view line = std::string_view(text_).substr(at, text_.find('\n', at) - at);
      const std::string word = text::ellipsis(line, 12);
      message = {fmt::format("JSON 写法有误：读不懂 {}", word),
                 fmt::format("this is not JSON: cannot read {}", word)};
    }
    const auto [line, column] = line_and_column(text_, at);
    sink_.error("N102", {file_, line, column}, std::move(message),
                {"检查这一处的逗号、引号和括号：列表最后一项后面不写逗号，引号用英文直引号",
                 "look at the commas, quotes and brackets here: no comma behind the last item, straight "
                 "double quotes"});
    return false;
  }

  const char* furthest;
  JsonNode root;

 private:
  std::size_t next_token() const {
    return std::min(text_.find_first_not_of(" \t\r\n,:", next_), text_.size());
  }

  /// Moves the cursor to where the token of this event begins, and what is read next behind it.
  void begin_token() {
    const std::size_t begin = next_token();
    cursor_.move_to(begin);
    next_ = std::max(begin, static_cast<std::size_t>(furthest - text_.data()));
  }

  bool put(JsonNode::Kind kind, std::string text) {
    begin_token();
    return attach({kind, cursor_.line(), cursor_.column(), std::move(text), {}, {}});
  }

  /// The parser has looked one character further than the number's end.
  bool put_number() {
    begin_token();
    const std::size_t begin = cursor_.offset();
    next_ = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
    return attach({JsonNode::Kind::number,
                   cursor_.line(),
                   cursor_.column(),
                   text_.substr(begin, next_ - begin),
                   {},
                   {}});
  }

  bool attach(JsonNode node) {
    if (++count_ > most_json_values) {
      sink_.error("N106", {file_, 1, 0},
                  {fmt::format("文件太大：上限是 {} 万个值", most_json_values / 10'000),
                   fmt::format("the file is too large: at most {} values are read", most_json_values)},
                  {"把数据拆成几个文件", "split it into several files"});
      return false;
    }
    if (open_.empty()) {
      root = std::move(node);
    } else if (open_.back().kind == JsonNode::Kind::array) {
      open_.back().items.push_back(std::move(node));
    } else {
      open_.back().members.push_back({std::move(names_.back()), std::move(node)});
    }
    return true;
  }

  bool open(JsonNode::Kind kind) {
    begin_token();
    if (open_.size() >= deepest) {
      sink_.error("N102", {file_, cursor_.line(), cursor_.column()},
                  {fmt::format("JSON 嵌套超过 {} 层", deepest),
                   fmt::format("the JSON is nested more than {} levels deep", deepest)});
      return false;
    }
    open_.push_back({kind, cursor_.line(), cursor_.column(), "", {}, {}});
    names_.emplace_back();
    return true;
  }

  bool close() {
    begin_token();
    JsonNode node = std::move(open_.back());
    open_.pop_back();
    names_.pop_back();
    return attach(std::move(node));
  }

  void report_duplicate_keys(const JsonNode& object) {
    std::vector<const JsonMember*> members;
    for (const auto& member : object.members) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(),
                     [](const auto* a, const auto* b) { return a->name < b->name; });
    for (std::size_t i = 1; i < members.size(); ++i) {
      const auto& [name, node] = *members[i];
      if (name != members[i - 1]->name) continue;
      sink_.error("N102", {file_, node.line, node.column},
                  {fmt::format("键 {} 重复", name), fmt::format("the key {} stands twice", name)});
    }
  }

  const std::string& text_;
  const std::string& file_;
  DiagnosticSink& sink_;
  TextCursor cursor_;
  std::size_t next_ = 0;  ///< where the search for the next token begins
  std::size_t count_ = 0;
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
