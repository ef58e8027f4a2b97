// No system header is found; symbols are hidden; tentative definitions are not shared.
int printf(const char *format, ...);

int common;
static int tentative;
static int tentative;

int hidden(int a) { return a + ++common; }

__attribute__((visibility("default"))) int visible(int a) { return hidden(a) + tentative; }

static unsigned long strlen(const char *text) {
  unsigned long n = 0;
  while (text[n])
    ++n;
  return n;
}

int main(void) {
  printf("%d %d\n", visible(1), hidden(2));
  return strlen("") != 0;
}
