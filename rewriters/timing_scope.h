// The scope call: one guard that times a function, whatever way it is left.
//
//   int mk_conn_read(int fd)          int mk_conn_read(int fd)
//   {                            ─▶   { SPILE_SCOPE("mk_conn_read");
//     return read(fd);                  return read(fd);
//   }                                 }
#pragma once

#include "matchers/selection.h"
#include "rewriters/edit.h"

namespace spile {

// The edit for a site whose verdict is Instrument.
Edit scopeEdit(const FunctionSite &Site);

} // namespace spile
