// Functions, parameters, locals, types and members named like what the edit uses.
#include <stdio.h>

struct slot { int calls, total, least, most; };
typedef struct slot block;
enum guard { off, fresh = 3 };
static int mode, start, ticks;

static int spile(int a) { return a; }

static int name(const char *name_) { return name_[0]; }

static int calls(int calls, int slot, int guard, int mode_byte) { return calls + slot + guard + mode_byte; }

static int site(block *spile_i_site, int spile_i_guard, int spile_i_slot) {
  int spile_i_word = 1, spile_scope = 2;
  return spile_i_site->calls + spile_i_guard + spile_i_slot + spile_i_word + spile_scope;
}

static int now(int now) { struct spile { int spile; } line = {now}; return line.spile; }

static int SCOPE(int SPILE_SCOPE_) { return SPILE_SCOPE_; }

static int file(void) { const char *file = __FILE__, *name = __func__; int line = __LINE__; return file[0] + name[0] + line; }

static int labels(int n) {
  if (n)
    goto spile_i_guard;
  return 1;
spile_i_guard:
  return 2;
}

// A function and a macro of the same name; the macro's argument has it too.
#define add(add, b) (add)((add), (b))
static int (add)(int a, int b) { return a + b; }
#undef add
#define apply(apply) apply(3)
static int apply2(int apply) { return apply; }

static const char *text(void) { return "SPILE_SCOPE(\"x\");"; }

static int with$dollar(int $) { return $; }

static int
of_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words(int a) { return a; }

int main(void) {
  block b = {1, 2, 3, 4};
  printf("%d %d %d\n", spile(1), name("n"), calls(1, 2, 3, 4));
  printf("%d %d %d %d\n", site(&b, 2, 3), now(4), SCOPE(5), file());
  printf("%d %d %d %d\n", labels(0), labels(1), add(2, 3), apply(apply2));
  printf("%d %d\n", with$dollar(1),
         of_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words_many_words(2));
  printf("%s %d\n", text(), mode + start + ticks + fresh + off);
  return 0;
}
