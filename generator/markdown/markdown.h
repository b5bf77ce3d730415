#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Markdown for Chinese reports: CommonMark and GFM through cmark-gfm, raw HTML off, emphasis that works
/// beside Chinese punctuation, heading attributes, fenced blocks handed out to the caller. Knows nothing of
/// sites.
///
///   auto document = markdown::Document::parse(text);
///   for (const auto& fence : document.fences()) ...          // ```chart … ``` and the like
///   auto segments = document.render(hooks);                 // Html, Heading, Fence in order
namespace nianbao::markdown {

/// Position in the parsed text: line counts from 1, column in code points from 1.
struct Position {
  int line = 0;
  int column = 0;
};

/// A heading at the top level, with its attributes `{#id .unnumbered number=5}` taken off. (A heading inside
/// a quotation or a list is printed as a bold paragraph.)
struct Heading {
  int level = 1;            ///< 1 to 6
  std::string text;         ///< plain text
  std::string id;           ///< from {#id}; empty when not given
  bool unnumbered = false;  ///< {.unnumbered}
  int number = 0;           ///< {number=5}; 0 when not given
  Position position;
};

/// A fenced block at the top level whose info string begins with a word the caller asked for.
struct Fence {
  std::string kind;           ///< first word of the info string
  std::string body;           ///< text between the fences
  Position position;          ///< of the opening fence
  Position body_position;     ///< of the first line of the body
  bool unterminated = false;  ///< the closing fence is missing: the fence runs to the end of the text
};

struct Link {
  std::string url;   ///< destination as written, entities decoded
  std::string text;  ///< plain text of the link (an image's description); empty for [](url)
  Position position;
  bool is_image = false;
};

/// What a link becomes. `label`, when not empty, replaces an empty link text, and any text where `hides_text`
/// is set. `url` empty: print the text
/// only. `css_class` is put on the <a> (or on a <span> when there is no url); `title` becomes the title
/// attribute.
struct ResolvedLink {
  std::string url;
  std::string label;
  std::string css_class;
  std::string title;
  bool hides_text = false;  ///< of links only
};

/// One stretch of the rendered document, in order.
struct Segment {
  enum class Kind { html, heading, fence };
  Kind kind = Kind::html;
  std::string html;       ///< html: block-level HTML; heading: inline HTML of its text
  std::string text;       ///< plain text, paragraphs and cells separated by "\n": for search
  std::size_t index = 0;  ///< into headings() or fences()
};

struct ParseOptions {
  /// Info words whose fences are handed out; other fences are printed as code.
  std::vector<std::string> fence_kinds;
  /// Line of the file on which the text begins (behind front matter), for positions.
  int first_line = 1;
};

struct RenderHooks {
  /// Called for every link and image; return the destination unchanged to leave it alone. Without it:
  /// unchanged. Whatever it returns, schemes other than http, https, mailto, tel and relative addresses are
  /// dropped.
  std::function<ResolvedLink(const Link&, bool is_image)> resolve_link;
  /// Put before the ids of footnotes; needed when several documents share a page.
  std::string footnote_prefix;
  /// Words for readers who listen: a table's region is named "表格：first header, second header".
  std::string table_label = "表格";
  std::string colon = "：";  ///< between the two
  std::string footnotes_label = "脚注";
  std::string footnote_back_label = "返回正文";
};

/// A parsed text. Move-only: owns the tree. Rendering does not change it, so several threads may render at
/// once.
class Document {
 public:
  static Document parse(std::string_view text, const ParseOptions& options = {});
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  const std::vector<Heading>& headings() const;
  const std::vector<Fence>& fences() const;
  /// All links and images, in reading order.
  const std::vector<Link>& links() const;
  /// Fences of an asked-for kind that stand inside a list, a quotation or a table: they cannot be handed out.
  const std::vector<Fence>& misplaced_fences() const;
  /// Raw HTML that was left out, with the place of each piece; comments are left out without
  /// a word, and <br> is a line break.
  const std::vector<Position>& dropped_html() const;

  std::vector<Segment> render(const RenderHooks& hooks = {}) const;

 private:
  struct Implementation;
  explicit Document(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

/// The text of a file with `+++` TOML front matter, split.
struct FrontMatter {
  std::string_view toml;  ///< empty when there is none
  std::string_view body;
  int toml_line = 1;          ///< line of the first line of `toml`
  int body_line = 1;          ///< line of the first line of `body`
  bool unterminated = false;  ///< an opening +++ without its end
};
FrontMatter split_front_matter(std::string_view text);

}  // namespace nianbao::markdown
