#include "search/name_book.h"

#include <algorithm>
#include <bit>
#include <set>

#include "search/characters.h"
#include "search/han.h"

namespace nianbao::search {
namespace {

constexpr std::size_t shard_bits = 3 * 1024 * 13 / 2;
constexpr std::size_t longest_from_start = 12, longest_from_inside = 6;
constexpr std::uint32_t weight_of_start = 4;  // a name is rather typed from its beginning

using WeighedNames = std::vector<std::pair<std::u32string, std::uint32_t>>;

std::set<Initials> initials_of(std::u32string_view name) {
  std::set<Initials> out;
  for (const std::string_view first : readings(name[0])) {
    for (const std::string_view second : readings(name[1]))
      out.insert(static_cast<Initials>((first[0] - 'a') * 26 + (second[0] - 'a')));
  }
  return out;
}

/// Words whose characters have other readings elsewhere, with the first letters of those they have here.
constexpr std::pair<std::u32string_view, std::string_view> read_one_way[] = {
    {U"会计", "kj"}, {U"行业", "hy"}, {U"银行", "yh"}, {U"汽车", "qc"}, {U"车辆", "cl"}, {U"机车", "jc"},
    {U"学校", "xx"}, {U"校企", "xq"}, {U"校园", "xy"}, {U"校长", "xz"}, {U"高校", "gx"}, {U"校本", "xb"},
    {U"数控", "sk"}, {U"数字", "sz"}, {U"数据", "sj"}, {U"音乐", "yy"}, {U"乐器", "yq"}, {U"调查", "dc"},
    {U"调研", "dy"}, {U"参与", "cy"}, {U"畜牧", "xm"}, {U"给排", "jp"}, {U"重庆", "cq"}, {U"长春", "cc"}};
constexpr std::uint32_t misread = 16;  ///< what a name is worth less under letters it is not read with

/// The weight of a name under these initials.
std::uint32_t weight_under(Initials initials, const std::pair<std::u32string, std::uint32_t>& name) {
  const auto* const word = std::find_if(std::begin(read_one_way), std::end(read_one_way),
                                        [&](const auto& one) { return name.first.starts_with(one.first); });
  const bool is_misread =
      word != std::end(read_one_way) &&
      initials != static_cast<Initials>((word->second[0] - 'a') * 26 + (word->second[1] - 'a'));
  return is_misread ? std::max(name.second / misread, 1u) : name.second;
}

/// One shard; the characters are known when all its names are.
class NameWriter {
 public:
  void add(Initials initials, const WeighedNames& names) {
    groups_.emplace_back(initials, &names);
    for (const auto& [name, weight] : names) characters_.insert(name.begin(), name.end());
    bits_ += about_bits(names);
  }

  /// Names of one pair of initials stand in one shard, however many they are.
  bool has_room(const WeighedNames& names) const {
    return is_empty() || bits_ + about_bits(names) <= shard_bits;
  }
  bool is_empty() const { return groups_.empty(); }

  NameShard shard() const {
    BitWriter out;
    const std::vector<char32_t> alphabet(characters_.begin(), characters_.end());
    write_readings(out, characters_);
    out.put_number(static_cast<std::uint32_t>(groups_.size()));
    Initials before = 0;
    for (const auto& [initials, names] : groups_) {
      out.put_number(initials - before);
      before = initials;
      write_names(out, *names, alphabet);
    }
    return {groups_.front().first, out.characters()};
  }

 private:
  /// Of each name only what it does not share with the one before is written.
  static std::size_t about_bits(const WeighedNames& names) {
    std::size_t bits = 0;
    std::u32string_view before;
    for (const auto& [name, weight] : names) {
      const auto differ = std::mismatch(name.begin(), name.end(), before.begin(), before.end());
      bits += 9 + 10 * static_cast<std::size_t>(name.end() - differ.first);
      before = name;
    }
    return bits;
  }

  static void write_names(BitWriter& out, const WeighedNames& names, const std::vector<char32_t>& alphabet) {
    out.put_number(static_cast<std::uint32_t>(names.size() - 1));
    std::u32string_view before;
    for (const auto& [name, weight] : names) {
      const auto differ = std::mismatch(name.begin(), name.end(), before.begin(), before.end());
      const auto shared = static_cast<std::size_t>(differ.first - name.begin());
      out.put_number(static_cast<std::uint32_t>(shared));
      out.put_number(static_cast<std::uint32_t>(name.size() - shared));
      for (const char32_t c : std::u32string_view(name).substr(shared)) {
        const auto at = std::lower_bound(alphabet.begin(), alphabet.end(), c);
        out.put_below(static_cast<std::uint32_t>(at - alphabet.begin()),
                      static_cast<std::uint32_t>(alphabet.size()));
      }
      out.put_number(static_cast<std::uint32_t>(std::bit_width(weight)) - 1);
      before = name;
    }
  }

  std::vector<std::pair<Initials, const WeighedNames*>> groups_;
  std::set<char32_t> characters_;
  std::size_t bits_ = 0;
};

}  // namespace

void NameCollector::add(std::u32string_view name, std::uint32_t weight) {
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = begin;
    while (end < name.size() && is_han(name[end])) ++end;
    for (std::size_t i = begin; i + 2 <= end; ++i) {
      const std::size_t longest = i == begin ? longest_from_start : longest_from_inside;
      names_[std::u32string(name.substr(i, std::min(end - i, longest)))] +=
          i == begin ? weight * weight_of_start : weight;
    }
    begin = end + 1;
  }
}

std::vector<NameShard> NameCollector::shards() const {
  WeighedNames sorted(names_.begin(), names_.end());
  std::sort(sorted.begin(), sorted.end());
  std::map<Initials, WeighedNames> groups;
  for (const auto& name : sorted) {
    for (const Initials initials : initials_of(name.first))
      groups[initials].emplace_back(name.first, weight_under(initials, name));
  }
  std::vector<NameShard> out;
  NameWriter writer;
  for (const auto& [initials, names] : groups) {
    if (!writer.has_room(names)) {
      out.push_back(writer.shard());
      writer = {};
    }
    writer.add(initials, names);
  }
  if (!writer.is_empty()) out.push_back(writer.shard());
  return out;
}

NameBook::NameBook(std::string_view letters) {
  BitReader in(letters);
  readings_ = read_readings(in);
  std::vector<char32_t> alphabet;
  for (const auto& [c, own] : readings_) alphabet.push_back(c);
  Initials initials = 0;
  for (std::uint32_t groups = in.number(); groups > 0; --groups) {
    initials += in.number();
    if (initials >= initials_end) throw FormatError("initials that cannot be");
    std::vector<Name>& names = names_[initials];
    for (std::uint32_t count = in.number() + 1; count > 0; --count) {
      const std::size_t shared = in.number(), rest = in.number();
      if ((names.empty() ? 0 : names.back().text.size()) < shared || rest > longest_from_start ||
          shared + rest > longest_from_start || alphabet.empty())
        throw FormatError("a name that cannot be");
      Name name{names.empty() ? U"" : names.back().text.substr(0, shared), 0};
      for (std::size_t i = 0; i < rest; ++i)
        name.text += alphabet[in.below(static_cast<std::uint32_t>(alphabet.size()))];
      name.grade = std::min(in.number(), 40u);
      names.push_back(std::move(name));
    }
  }
}

void NameBook::look_up(std::string_view typed, const std::vector<Initials>& initials,
                       std::vector<ReadName>& to) const {
  static const std::vector<std::string> none;
  const ReadingsOf readings_of = [this](char32_t c) -> const std::vector<std::string>& {
    const auto found = readings_.find(c);
    return found == readings_.end() ? none : found->second;
  };
  std::set<std::u32string_view> seen;
  for (const Initials key : initials) {
    const auto group = names_.find(key);
    if (group == names_.end()) continue;
    for (const Name& name : group->second) {
      if (!seen.insert(name.text).second) continue;
      const auto fit = fit_pinyin(typed, name.text, readings_of);
      if (fit)
        to.push_back({name.text.substr(0, fit->characters), fit->whole, std::uint64_t{1} << name.grade});
    }
  }
}

std::vector<ReadName> best_names(std::vector<ReadName> found, std::size_t most) {
  std::map<std::u32string, ReadName> joined;
  for (ReadName& name : found) {
    ReadName& same = joined[name.text];
    same.text = name.text;
    same.whole = std::max(same.whole, name.whole);
    same.weight += name.weight;
  }
  std::vector<ReadName> out;
  for (auto& [text, name] : joined) out.push_back(std::move(name));
  std::stable_sort(out.begin(), out.end(), [](const ReadName& a, const ReadName& b) {
    if (a.whole != b.whole) return a.whole > b.whole;
    if (a.text.size() != b.text.size()) return a.text.size() < b.text.size();
    return a.weight > b.weight;
  });
  out.resize(std::min(out.size(), most));
  return out;
}

}  // namespace nianbao::search
