// RUN: %check_mapi %s
// Two owners exchange what they hold, or move it and guard against themselves.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <utility>

class Block {
public:
  Block() = default;
  Block(Block &&other) noexcept : memory(other.memory) {
    other.memory = nullptr;
  }
  Block &operator=(Block &&other) noexcept {
    if (std::addressof(other) != this) {
      MAPIFreeBuffer(memory);
      memory = other.memory;
      other.memory = nullptr;
    }
    return *this;
  }
  ~Block() { MAPIFreeBuffer(memory); }
  LPVOID *place() { return &memory; }
  LPVOID take() {
    LPVOID taken = memory;
    memory = nullptr;
    return taken;
  }

private:
  LPVOID memory = nullptr;
};

void swapped() {
  Block first, second;
  MAPIAllocateBuffer(16, first.place());
  std::swap(first, second);
}

void swappedAndTaken() {
  Block first, second;
  if (FAILED(MAPIAllocateBuffer(16, first.place())))
    return;
  std::swap(first, second);
  second.take();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]

void moved() {
  Block outer;
  {
    Block inner;
    if (FAILED(MAPIAllocateBuffer(16, inner.place())))
      return;
    outer = std::move(inner);
  }
}

void movedAndTaken() {
  Block outer;
  {
    Block inner;
    if (FAILED(MAPIAllocateBuffer(16, inner.place())))
      return;
    outer = std::move(inner);
  }
  outer.take();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]

void movedAwayAndTaken() {
  Block outer;
  if (FAILED(MAPIAllocateBuffer(16, outer.place())))
    return;
  {
    Block inner;
    inner = std::move(outer);
  }
  outer.take(); // there is nothing in it
}
