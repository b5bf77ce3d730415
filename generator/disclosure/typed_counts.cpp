#include "disclosure/typed_counts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "disclosure/counted_cells.h"
#include "disclosure/figures.h"
#include "model/printed_indicators.h"
#include "text/utf8.h"

namespace nianbao::disclosure {
namespace {

constexpr std::array<std::string_view, 3> units_in_prose = {"人", "名", "位"};
/// Behind such a unit: times, ranks and digits, and what is no exact number.
constexpr std::array<std::string_view, 5> other_meanings = {"次", "数", "以上", "以下", "以内"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What prose calls it: "升学人数" -> "升学".
std::string spoken(std::string_view label) {
  std::string name = model::compared_name(year_and_title(label).second);
  for (const std::string_view end : {"人数", "数"}) {
    if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
  }
  return name;
}

/// A count that is not shown.
struct Secret {
  const model::Table* table = nullptr;
  const model::Cell* cell = nullptr;
  std::string address;          ///< to bind it by
  std::set<std::string> names;  ///< of its row
  std::string column;           ///< has to be named, too; empty: need not
  int year = 0;
};

class Secrets {
 public:
  Secrets(const model::Report& report, const model::Catalogue& catalogue) : year_(report.settings.year) {
    for (const model::Table& table : report.tables) {
      for (const model::Band& band : table.bands) add(table, band);
    }
    if (found_.empty()) return;
    for (const auto& printed : model::printed_indicators(report.tables, year_, catalogue).found) {
      for (Secret& secret : found_) {
        if (secret.cell != printed.cell) continue;
        secret.names.insert(spoken(printed.indicator->name));
        for (const std::string& alias : printed.indicator->aliases) secret.names.insert(spoken(alias));
      }
    }
    for (Secret& secret : found_)
      std::erase_if(secret.names, [](const std::string& name) { return text::count_code_points(name) < 2; });
  }

  const std::vector<Secret>& found() const { return found_; }

 private:
  void add(const model::Table& table, const model::Band& band) {
    const auto numbers = std::count_if(band.columns.begin(), band.columns.end(), [](const auto& column) {
      return column.role == model::ColumnRole::number;
    });
    for (const model::Row& row : band.rows) {
      for (std::size_t c = 0; c < band.columns.size() && c < row.cells.size(); ++c) {
        const model::Column& column = band.columns[c];
        const auto& number = row.cells[c].value.kept_back;
        const std::string_view unit = model::unit_of(table, band, row, column);
        const bool is_telling = number && number->scale == 0 && (unit.empty() || is_unit_of_persons(unit)) &&
                                row.role == model::RowRole::data && !is_label_of_total(row.label);
        if (!is_telling) continue;
        Secret secret{&table, &row.cells[c], "", {spoken(row.label)}, "", column.year.value_or(year_)};
        secret.address = fmt::format("{}.{}.{}", table.id, row.id.empty() ? row.label : row.id,
                                     column.id.empty() ? column.title : column.id);
        if (numbers > 1 && !is_label_of_total(column.title)) secret.column = spoken(column.title);
        found_.push_back(std::move(secret));
      }
    }
  }

  int year_;
  std::vector<Secret> found_;
};

/// A stretch of prose without its marks, spaces and bound numbers, and where each byte of it stands.
struct Prose {
  std::string text;
  std::vector<std::pair<int, int>> places;  ///< line and column

  void add(std::string_view bytes, int line, int column) {
    text += bytes;
    places.insert(places.end(), bytes.size(), {line, column});
  }
};

/// Cuts the text of a chapter into paragraphs, items and rows; fences are left out.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view file) {
    const markdown::FrontMatter front = markdown::split_front_matter(file);
    int line = front.body_line;
    for (std::string_view rest = front.body; !rest.empty(); ++line) {
      const std::size_t end = rest.find('\n');
      read_line(text::trim(rest.substr(0, end)), rest.substr(0, end), line);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    finish();
  }

  const std::vector<Prose>& found() const { return found_; }

 private:
  void read_line(std::string_view trimmed, std::string_view raw, int line) {
    if (trimmed.starts_with("```") || trimmed.starts_with("~~~")) {
      finish();
      is_fenced_ = !is_fenced_;
      return;
    }
    if (is_fenced_) return;
    if (trimmed.empty() || std::string_view("-*+#>|").find(trimmed.front()) != std::string_view::npos)
      finish();
    add_line(raw, line);
  }

  void add_line(std::string_view raw, int line) {
    int column = 0;
    for (std::size_t at = 0; at < raw.size();) {
      ++column;
      const std::size_t begin = at;
      const char32_t c = text::next_code_point(raw, at);
      if (c == U'[') {
        const std::size_t middle = raw.find("](", at), end = raw.find(')', at);
        if (middle != std::string_view::npos && end != std::string_view::npos && middle < end &&
            raw.substr(middle + 2).starts_with("data:")) {
          column += static_cast<int>(text::count_code_points(raw.substr(at, end + 1 - at)));
          at = end + 1;
          current_.add("|", line, column);
        }
        continue;
      }
      if (c == U']' && at < raw.size() && raw[at] == '(') {
        const std::size_t end = std::min(raw.find(')', at), raw.size() - 1);
        column += static_cast<int>(text::count_code_points(raw.substr(at, end + 1 - at)));
        at = end + 1;
        continue;
      }
      const bool is_mark = c == U' ' || c == U'\t' || c == U'*' || c == U']' || c == U'\u3000' || c == U'\r';
      if (!is_mark) current_.add(raw.substr(begin, at - begin), line, column);
    }
  }

  void finish() {
    if (!current_.text.empty()) found_.push_back(std::move(current_));
    current_ = {};
  }

  std::vector<Prose> found_;
  Prose current_;
  bool is_fenced_ = false;
};

/// Where the stretch around `at` begins and ends, between the nearest of these marks.
std::string_view between(std::string_view text, std::size_t at,
                         std::initializer_list<std::string_view> marks) {
  std::size_t begin = 0, end = text.size();
  for (const std::string_view mark : marks) {
    const std::size_t before = text.substr(0, at).rfind(mark), behind = text.find(mark, at);
    if (before != std::string_view::npos) begin = std::max(begin, before + mark.size());
    end = std::min(end, behind);
  }
  return text.substr(begin, end - begin);
}

/// Years a sentence names: "2024年", "2024届".
std::set<int> years_in(std::string_view sentence) {
  std::set<int> years;
  for (std::size_t i = 0; i + 4 <= sentence.size(); ++i) {
    const bool is_first = i == 0 || !is_digit(sentence[i - 1]);
    const auto year = is_first ? year_and_title(sentence.substr(i)).first : std::nullopt;
    if (year && (i + 4 == sentence.size() || !is_digit(sentence[i + 4]))) years.insert(*year);
  }
  return years;
}

/// A number of persons in prose.
struct Typed {
  std::size_t at = 0, end = 0;
  text::Decimal number;
};

std::vector<Typed> typed_in(std::string_view text) {
  std::vector<Typed> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_digit(text[end]) || text[end] == ',' || text[end] == '.')) ++end;
    const std::string_view before = text.substr(0, i), behind = text.substr(end);
    const auto unit = std::find_if(units_in_prose.begin(), units_in_prose.end(),
                                   [&](std::string_view one) { return behind.starts_with(one); });
    const auto number = text::Decimal::parse(text.substr(i, end - i));
    const bool is_counted =
        unit != units_in_prose.end() && number && !before.ends_with("第") && !before.ends_with("前") &&
        !before.ends_with("-") && !before.ends_with("—") && !before.ends_with("约") &&
        std::none_of(other_meanings.begin(), other_meanings.end(),
                     [&](std::string_view word) { return behind.substr(unit->size()).starts_with(word); });
    if (is_counted) found.push_back({i, end + unit->size(), *number});
    i = end;
  }
  return found;
}

bool states(std::string_view text, const Typed& typed, const Secret& secret, int year_of_report) {
  if (!text::same_value(typed.number, *secret.cell->value.kept_back)) return false;
  const std::string_view sentence = between(text, typed.at, {"。", "！", "？", "；", ";"});
  const std::string_view clause = between(text, typed.at, {"。", "！", "？", "；", ";", "，", ","});
  const std::set<int> years = years_in(sentence);
  const auto stands_in = [](std::string_view where, const std::string& name) {
    return where.find(name) != std::string_view::npos;
  };
  return (years.empty() ? secret.year == year_of_report : years.contains(secret.year)) &&
         stands_in(sentence, secret.column) &&
         std::any_of(secret.names.begin(), secret.names.end(),
                     [&](const std::string& name) { return stands_in(clause, name); });
}

void warn(const Typed& typed, const Prose& prose, const Secret& secret, const std::string& file,
          DiagnosticSink& sink) {
  const std::string words = prose.text.substr(typed.at, typed.end - typed.at);
  const auto [line, column] = prose.places[typed.at];
  const std::string where = fmt::format("{}:{}", secret.table->place.file, secret.cell->line);
  sink.warning(
      "N514", {file, line, column},
      {fmt::format("这里的“{}”像是表里不公开的人数（{}）", words, where),
       fmt::format("\"{}\" looks like the count that is withheld in its table ({})", words, where)},
      {fmt::format("改写这句话，不提人数；或者绑定数据 [{}](data:{})，会换成“不公开”", words, secret.address),
       fmt::format("rewrite the sentence without the number, or bind it, [{}](data:{}), to have it withheld",
                   words, secret.address)});
}

}  // namespace

void check_typed_counts(const model::Report& report, const model::Catalogue& catalogue, const ReadText& read,
                        DiagnosticSink& sink) {
  const Secrets secrets(report, catalogue);
  if (secrets.found().empty()) return;
  model::for_each_narrative(report, [&](const model::Narrative& narrative) {
    const std::string& file = narrative.place.file;
    const auto text = read(file);
    if (!text) return;
    const Paragraphs paragraphs(*text);
    for (const Prose& prose : paragraphs.found()) {
      for (const Typed& typed : typed_in(prose.text)) {
        const auto stated = std::find_if(
            secrets.found().begin(), secrets.found().end(),
            [&](const Secret& secret) { return states(prose.text, typed, secret, report.settings.year); });
        if (stated != secrets.found().end()) warn(typed, prose, *stated, file, sink);
      }
    }
  });
}

}  // namespace nianbao::disclosure
