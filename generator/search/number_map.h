#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nianbao::search {

/// Numbers by number, in one flat table: most of the work of an index is counting millions of tokens. Keys
/// are not 0. It is never walked through, so that its order cannot reach any output.
class NumberMap {
 public:
  NumberMap() : slots_(1024) {}

  std::size_t size() const { return size_; }

  /// The value of `key`; null when it has none.
  const std::uint32_t* find(std::uint64_t key) const {
    const Slot& slot = slots_[place(key)];
    return slot.key == key ? &slot.value : nullptr;
  }

  /// The value of `key`, `otherwise` when it is new.
  std::uint32_t& insert(std::uint64_t key, std::uint32_t otherwise) {
    if (size_ * 2 >= slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (slot.key != key) {
      slot = {key, otherwise};
      ++size_;
    }
    return slot.value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
  };

  /// Fibonacci hashing, then one place after the other.
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15u) >> 32 & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != 0) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace nianbao::search
