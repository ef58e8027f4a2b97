// A directory that goes with the test.
#ifndef SPILE_TESTS_VIEW_TEMP_DIR_H
#define SPILE_TESTS_VIEW_TEMP_DIR_H

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace spile::view {

struct TempDir {
  std::string path;

  TempDir() {
    std::string name =
        (std::filesystem::temp_directory_path() / "spile-view-XXXXXX").string();
    if (!mkdtemp(name.data()))
      throw std::runtime_error("no temporary directory");
    path = name;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  TempDir(const TempDir &) = delete;
  TempDir &operator=(const TempDir &) = delete;

  std::string write(const std::string &name, const std::string &bytes) const {
    std::ofstream(path + "/" + name, std::ios::binary) << bytes;
    return path + "/" + name;
  }
};

// Copy `from` hole by hole (a segment is mostly one) and return its length.
inline std::uintmax_t copySparse(const std::string &from,
                                 const std::string &to) {
  const int in = open(from.c_str(), O_RDONLY);
  const int out = open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  std::string buffer;
  const off_t size = lseek(in, 0, SEEK_END);
  for (off_t end = 0;;) {
    const off_t data = lseek(in, end, SEEK_DATA);
    if (data < 0)
      break;
    end = lseek(in, data, SEEK_HOLE);
    buffer.resize(static_cast<std::size_t>(end - data));
    if (pread(in, buffer.data(), buffer.size(), data) != end - data ||
        pwrite(out, buffer.data(), buffer.size(), data) != end - data)
      throw std::runtime_error("cannot copy " + from);
  }
  close(in);
  close(out);
  std::filesystem::resize_file(to, static_cast<std::uintmax_t>(size));
  return static_cast<std::uintmax_t>(size);
}

inline std::string contents(const std::string &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace spile::view

#endif // SPILE_TESTS_VIEW_TEMP_DIR_H
