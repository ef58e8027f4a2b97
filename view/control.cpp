#include "control.h"

#include "text.h"

#include <fmt/format.h>
#include <spile/control.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <vector>

namespace spile::view {

namespace {

struct CloseControl {
  void operator()(spile_control *control) const {
    spile_control_close(control);
  }
};

Error errorOf(const Process &process, int code) {
  switch (code) {
  case ESRCH:
    return {fmt::format("{} has ended and cannot be controlled",
                        processName(process)),
            code};
  case EPERM:
    return {process.path + ": belongs to somebody else", code};
  case ELOOP:
    return {process.path + ": is a symbolic link", code};
  case EROFS:
    return {process.path + ": " + std::generic_category().message(code), code};
  }
  return {process.path + ": " + spile_reader_strerror(-code), code};
}

} // namespace

Result<Change> changeModes(const Process &process, const Which &which,
                           std::uint8_t mode) {
  spile_control *raw = nullptr;
  if (int error = spile_control_open(process.path.c_str(), &raw); error < 0)
    return errorOf(process, -error);
  const std::unique_ptr<spile_control, CloseControl> control(raw);
  Change change;
  change.functions = spile_control_count(raw);
  std::vector<unsigned char> chosen(change.functions);
  for (std::uint32_t i = 0; i < chosen.size(); ++i) {
    const spile_site_info &site = *spile_control_site(raw, i);
    if (!which({site.name, site.file, site.module, site.line}))
      continue;
    chosen[i] = 1;
    ++change.chosen;
    ++change.before[modeName(site.mode)];
  }
  if (change.chosen > 0)
    spile_control_set(raw, chosen.data(),
                      storedMode(mode, spile_control_mode_on(raw)));
  return change;
}

} // namespace spile::view
