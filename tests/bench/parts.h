#pragma once

#include "tests/bench/bench.h"

/// The parts of the benchmark; each prints its lines. Those that run in a process of their own tell numbers instead.
namespace liaison::bench {

void engine(const Sizes &sizes);
void tables(const Sizes &sizes);
void parsing(const Sizes &sizes);
void start(const Sizes &sizes);
void calls(const Sizes &sizes);
void latency(const Sizes &sizes);
void serving(const Sizes &sizes);
void snapshotfile(const Sizes &sizes);
/// Needs a Timed application: see start.cpp.
void pauses(const Sizes &sizes);

/// `kind` "moodle" or "rocketchat", `reader` "liaison" or "simdjson".
int parseChild(const QString &kind, const QString &reader, const QString &file, int repeats);
int emptyChild(int argc, char **argv);
int consoleChild(int argc, char **argv, const Sizes &sizes);

} // namespace liaison::bench
