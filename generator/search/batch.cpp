#include "search/batch.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <openssl/evp.h>
#include <unicode/uversion.h>
#include <unordered_map>

#include "search/bits.h"
#include "search/posting_list.h"

namespace nianbao::search {
namespace {

/// To be raised whenever the same pages come to other bytes; tests/search/batch_test.cpp tells.
constexpr std::string_view batch_mark = "nianbao2";
constexpr std::size_t key_digits = 32;
constexpr std::size_t check_at = batch_mark.size() + key_digits, head_size_at = check_at + 8,
                      head_at = head_size_at + 8;
constexpr std::size_t most_text = 2'000'000;  ///< bytes of texts in a batch, unless one page has more

void put_fixed(std::string& out, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(value >> shift);
}

std::uint64_t fixed_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

/// Tells bytes that a disk has changed; eight at a time, because a batch is checked each time it is used.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t taken = std::min(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), taken);
    sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 32;
    bytes.remove_prefix(taken);
  }
  return sum;
}

std::uint64_t text_size_of(const Page& page) {
  std::uint64_t size = 0;
  for (const Entry& entry : page.entries) size += entry.text.size() + entry.title.size();
  return size;
}

using FieldUses = std::array<std::span<const std::uint32_t>, token_fields>;

char* write_uses(char* to, std::span<const std::uint32_t> uses, Field field) {
  std::uint32_t before = 0;
  for (const std::uint32_t use : uses) {
    const std::uint32_t detail = use & largest_detail, page = use >> detail_bits;
    to = put_varint(to, (page - before) << 2 | (field == text_field ? grade_of(detail) : detail));
    before = page;
  }
  return to;
}

/// Where one token stands.
char* write_token(char* to, const FieldUses& uses) {
  const auto &text = uses[text_field], &context = uses[context_field], &title = uses[title_field];
  to = put_varint(to, text.size() << 2 | (context.empty() ? 0u : 2u) | (title.empty() ? 0u : 1u));
  to = write_uses(to, text, text_field);
  if (!context.empty()) to = write_uses(put_varint(to, context.size()), context, context_field);
  if (!title.empty()) to = write_uses(put_varint(to, title.size()), title, title_field);
  return to;
}

/// The lists of one slice.
char* write_slice(char* to, const CollectedTokens& collected, std::span<const TokenList> lists) {
  const auto begins_token = [&](std::size_t i) { return i == 0 || lists[i].token != lists[i - 1].token; };
  std::size_t tokens = 0;
  for (std::size_t i = 0; i < lists.size(); ++i) tokens += begins_token(i) ? 1 : 0;
  to = put_varint(to, tokens);
  Token before = 0;
  for (std::size_t i = 0; i < lists.size();) {
    const Token token = lists[i].token;
    to = put_varint(to, token - before);
    before = token;
    FieldUses uses{};
    do uses[lists[i].field] = collected.uses(lists[i]);
    while (++i < lists.size() && !begins_token(i));
    to = write_token(to, uses);
  }
  return to;
}

struct WrittenTokens {
  std::string bytes;
  std::vector<std::pair<std::uint32_t, std::size_t>> slices;  ///< number and size
  std::set<char32_t> traditional;
};

WrittenTokens write_tokens(std::span<const Page> pages) {
  TokenCollector collector;
  for (std::size_t i = 0; i < pages.size(); ++i) collector.add(pages[i], static_cast<std::uint32_t>(i));
  const CollectedTokens collected = collector.finish();
  const auto lists = collected.lists();
  const std::size_t most_numbers =
      collected.use_count() + 4 * lists.size();  // slice, token, and two of a list
  const auto room = std::make_unique_for_overwrite<char[]>(longest_varint * most_numbers);
  WrittenTokens written;
  char* to = room.get();
  for (std::size_t begin = 0, end = 0; begin < lists.size(); begin = end) {
    const std::uint32_t slice = slice_of(lists[begin].token);
    while (end < lists.size() && slice_of(lists[end].token) == slice) ++end;
    char* const slice_begin = to;
    to = write_slice(to, collected, lists.subspan(begin, end - begin));
    written.slices.emplace_back(slice, static_cast<std::size_t>(to - slice_begin));
  }
  written.bytes.assign(room.get(), to);
  written.traditional = collector.traditional();
  return written;
}

}  // namespace

std::vector<std::span<const Page>> batches_of(std::span<const Page> pages) {
  std::vector<std::span<const Page>> batches;
  std::size_t begin = 0;
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::uint64_t own = text_size_of(pages[i]);
    if (i > begin && size + own > most_text) {
      batches.push_back(pages.subspan(begin, i - begin));
      begin = i;
      size = 0;
    }
    size += own;
  }
  if (begin < pages.size()) batches.push_back(pages.subspan(begin));
  return batches;
}

BatchWriter::BatchWriter(std::span<const Page> pages) : pages_(pages) {
  for (const Page& page : pages_) {
    const std::string record = record_text(page);
    record_sizes_.push_back(record.size());
    records_ += record;
  }
}

std::string BatchWriter::key() const {
  std::string others;  // what is not in the records, and what makes other tokens of the same text
  put_string(others, batch_mark);
  put_string(others, U_ICU_VERSION);
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    put_string(others, pages_[i].origin.city);
    put_string(others, pages_[i].origin.school);
    put_varint(others, record_sizes_[i]);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (hash == nullptr || EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) != 1 ||
      EVP_DigestUpdate(hash.get(), others.data(), others.size()) != 1 ||
      EVP_DigestUpdate(hash.get(), records_.data(), records_.size()) != 1 ||
      EVP_DigestFinal_ex(hash.get(), digest.data(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string key;
  for (std::size_t i = 0; i < key_digits / 2; ++i) {
    key += digits[digest[i] >> 4];
    key += digits[digest[i] & 15];
  }
  return key;
}

/// Without the sizes of the other parts.
std::string BatchWriter::head(const std::set<char32_t>& traditional) const {
  std::string out;
  std::uint64_t entries = 0, size = 0;
  for (const Page& page : pages_) entries += page.entries.size(), size += text_size_of(page);
  put_varint(out, entries);
  put_varint(out, size);
  put_varint(out, traditional.size());
  for (const char32_t c : traditional) put_varint(out, c);
  put_varint(out, pages_.size());
  const Origin* before = nullptr;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const Origin& origin = pages_[i].origin;
    const bool same = before != nullptr && *before == origin;
    put_varint(out, same ? 1 : 0);
    if (!same) {
      for (const std::string* name : {&origin.city, &origin.school, &origin.year, &origin.kinds})
        put_string(out, *name);
    }
    before = &origin;
    put_string(out, pages_[i].url);
    put_varint(out, record_sizes_[i]);
  }
  return out;
}

std::string BatchWriter::names() const {
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (const Page& page : pages_) {
    ++counts[page.origin.city];
    for (const Entry& entry : page.entries) ++counts[entry.title], ++counts[entry.organisation];
  }
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  std::string out;
  for (const auto& [name, count] : sorted) put_string(out, name), put_varint(out, count);
  return out;
}

std::string BatchWriter::bytes(std::string_view key) const {
  const WrittenTokens tokens = write_tokens(pages_);
  const std::string all_names = names();
  std::string head_bytes = head(tokens.traditional);
  for (const std::size_t size : {all_names.size(), records_.size(), tokens.bytes.size()})
    put_varint(head_bytes, size);
  put_varint(head_bytes, tokens.slices.size());
  std::uint32_t before = 0;
  for (const auto& [number, size] : tokens.slices) {
    put_varint(head_bytes, number - before);
    put_varint(head_bytes, size);
    before = number;
  }
  std::string out;
  out.reserve(head_at + head_bytes.size() + all_names.size() + records_.size() + tokens.bytes.size());
  out += batch_mark;
  out += key.empty() ? std::string(key_digits, '0') : std::string(key);
  put_fixed(out, 0);
  put_fixed(out, head_bytes.size());
  for (const std::string_view part : {std::string_view(head_bytes), std::string_view(all_names),
                                      std::string_view(records_), std::string_view(tokens.bytes)})
    out += part;
  std::string check;
  put_fixed(check, checksum(std::string_view(out).substr(head_size_at)));
  return out.replace(check_at, check.size(), check);
}

bool is_sound(std::string_view batch, std::string_view key) {
  return batch.size() > head_at && batch.starts_with(batch_mark) &&
         batch.substr(batch_mark.size(), key_digits) == key &&
         fixed_at(batch, check_at) == checksum(batch.substr(head_size_at));
}

BatchHead::BatchHead(std::string_view batch) {
  if (batch.size() < head_at || fixed_at(batch, head_size_at) > batch.size() - head_at) throw DamagedBytes();
  const auto head_size = static_cast<std::size_t>(fixed_at(batch, head_size_at));
  ByteReader in(batch.substr(head_at, head_size));
  entry_count_ = in.number();
  text_size_ = in.varint();
  for (std::uint32_t count = in.number(); count > 0; --count) traditional_.push_back(in.number());
  for (std::uint32_t count = in.number(); count > 0; --count) {
    if (in.number() == 0) {
      Origin origin;
      for (std::string* name : {&origin.city, &origin.school, &origin.year, &origin.kinds})
        *name = in.string();
      origins_.push_back(std::move(origin));
    }
    if (origins_.empty()) throw DamagedBytes();
    pages_.push_back({static_cast<std::uint32_t>(origins_.size() - 1),
                      static_cast<std::uint32_t>(urls_.size()), records_size_});
    urls_ += in.string();
    records_size_ += in.number();
  }
  const std::uint64_t sizes[] = {in.varint(), in.varint(), in.varint()};
  names_ = {head_at + head_size, sizes[0]};
  records_ = {names_.begin + sizes[0], sizes[1]};
  tokens_ = {records_.begin + sizes[1], sizes[2]};
  Slice slice;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    slice.number += in.number();
    slices_.push_back(slice);
    slice.begin += in.number();
  }
  slices_.push_back({0xFFFFFFFF, slice.begin});
  if (records_size_ != sizes[1] || slice.begin != sizes[2]) throw DamagedBytes();
  pages_.shrink_to_fit();
  urls_.shrink_to_fit();
  slices_.shrink_to_fit();
}

std::string_view BatchHead::url_of(std::uint32_t page) const {
  const std::size_t end = page + 1 < pages_.size() ? pages_[page + 1].url_begin : urls_.size();
  return std::string_view(urls_).substr(pages_[page].url_begin, end - pages_[page].url_begin);
}

std::uint32_t BatchHead::record_size(std::uint32_t page) const {
  return (page + 1 < pages_.size() ? pages_[page + 1].record_begin : records_size_) -
         pages_[page].record_begin;
}

BatchPart BatchHead::records(std::uint32_t first, std::uint32_t count) const {
  const std::uint32_t begin = pages_[first].record_begin, last = first + count - 1;
  return {records_.begin + begin, pages_[last].record_begin + record_size(last) - begin};
}

BatchPart BatchHead::tokens(std::uint32_t first, std::uint32_t end) const {
  const auto place = [this](std::uint32_t number) {
    return std::lower_bound(slices_.begin(), slices_.end(), number,
                            [](const Slice& slice, std::uint32_t wanted) { return slice.number < wanted; });
  };
  const std::uint32_t begin = place(first)->begin;
  return {tokens_.begin + begin, place(end)->begin - begin};
}

}  // namespace nianbao::search
