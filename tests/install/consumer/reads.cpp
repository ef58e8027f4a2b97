// Prints the calls of every function in the segment that its argument names.
#include <cstdio>
#include <spile/reader.h>

int main(int argc, char **argv) {
  spile_reader *reader;
  if (argc != 2 || spile_reader_open(argv[1], &reader) != 0)
    return 2;
  spile_snapshot *snapshot;
  if (spile_reader_snapshot(reader, &snapshot) != 0)
    return 2;
  for (unsigned site = 0; site < snapshot->site_count; ++site) {
    unsigned long calls = 0;
    for (unsigned worker = 0; worker < snapshot->worker_count; ++worker)
      calls += snapshot->counts[worker * snapshot->site_count + site].calls;
    std::printf("%s %lu\n", snapshot->sites[site].name, calls);
  }
  spile_snapshot_free(snapshot);
  spile_reader_close(reader);
}
