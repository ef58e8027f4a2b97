// The commands of `spile`; each returns the exit status:
// 0 fine, 1 found something, 2 could not do it.
#pragma once

#include "tool/pipeline.h"

namespace spile {

int instrumentCommand(const Options &Opts, Run R);
int diffCommand(const Options &Opts, Run R);
int listCommand(const Options &Opts, Run R);
int checkCommand(const Options &Opts, Run R);
int stripCommand(const Options &Opts); // needs no compile command

} // namespace spile
