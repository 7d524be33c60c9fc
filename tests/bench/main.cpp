#include "tests/bench/parts.h"
#include "tests/bench/timed.h"

#include <algorithm>
#include <cstdio>

using namespace liaison::bench;

namespace {

constexpr char usage[] =
    "usage: liaison_bench [--tiny] [engine|tables|parsing|start|pauses|calls|latency|serving|snapshotfile]...\n";

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = [&] {
        QStringList list;
        for (int i = 1; i < argc; ++i)
            list << QString::fromLocal8Bit(argv[i]);
        return list;
    }();
    const QString child = arguments.value(0);
    if (child == u"--empty")
        return emptyChild(argc, argv);
    if (child == u"--parse")
        return parseChild(arguments.value(1), arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    Sizes sizes;
    if (child == u"--console") {
        sizes.courses = arguments.value(1).toInt();
        sizes.memberships = arguments.value(2).toInt();
        return consoleChild(argc, argv, sizes);
    }

    TimedApplication application(argc, argv);
    QStringList wanted = arguments;
    if (wanted.removeAll(QStringLiteral("--tiny")) > 0)
        sizes = Sizes::tiny();
    const std::pair<const char *, void (*)(const Sizes &)> parts[] = {
        {"engine", engine}, {"tables", tables}, {"parsing", parsing}, {"start", start},
        {"pauses", pauses}, {"calls", calls},   {"latency", latency}, {"serving", serving},
        {"snapshotfile", snapshotfile}};
    for (const QString &name : wanted) {
        if (std::none_of(std::begin(parts), std::end(parts),
                         [&](const auto &part) { return name == QLatin1String(part.first); })) {
            std::fputs(usage, stderr);
            return 2;
        }
    }
    std::printf("  %-54s %9s %-8s %-7s\n", "", "ratio", "budget", "");
    for (const auto &[name, part] : parts) {
        if (wanted.isEmpty() || wanted.contains(QLatin1String(name)))
            part(sizes);
    }
    return 0;
}
