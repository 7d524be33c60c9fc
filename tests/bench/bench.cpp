#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <algorithm>
#include <cstdio>
#include <ctime>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace liaison::bench {
namespace {

double threadMs()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1000 + double(t.tv_nsec) / 1e6;
}

qint64 status(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(int(qstrlen(field))).simplified().split(' ').value(0).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

Sizes Sizes::tiny()
{
    return {500, 50, 1'000, 50'000, 5, 1, QStringLiteral("3x5"), 1};
}

double cpu(const std::function<void()> &work)
{
    const double before = threadMs();
    work();
    return threadMs() - before;
}

double wall(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double medianCpu(int repeats, const std::function<void()> &work)
{
    std::vector<double> values;
    for (int i = 0; i < repeats; ++i)
        values.push_back(cpu(work));
    return median(std::move(values));
}

qint64 resident()
{
    return status("VmRSS:");
}

qint64 peakResident()
{
    return status("VmHWM:");
}

void trimHeap()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

Child again(const QStringList &arguments)
{
    Child child;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.milliseconds = wall([&] {
        process.start(QCoreApplication::applicationFilePath(), arguments);
        process.waitForFinished(600'000);
    });
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() == 2)
            child.values.insert(QString::fromLatin1(parts[0]), parts[1].toDouble());
    }
    return child;
}

void tell(const char *name, double value)
{
    std::printf("%s %.3f\n", name, value);
    std::fflush(stdout);
}

void report(const QString &what, const QString &measured, std::optional<double> ratio, std::optional<double> budget)
{
    const QString number = ratio ? QString::number(*ratio, 'f', 2) : QString();
    const QString limit = budget ? QString(u"<= " + QString::number(*budget)) : QString();
    const char *verdict = !ratio || !budget ? "" : *ratio <= *budget ? "ok" : "MISSED";
    std::printf("  %-54s %9s %-8s %-7s %s\n", qUtf8Printable(what), qUtf8Printable(number), qUtf8Printable(limit),
                verdict, qUtf8Printable(measured));
    std::fflush(stdout);
}

void heading(const QString &text)
{
    std::printf("\n%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

QString ms(double milliseconds)
{
    return QStringLiteral("%1 ms").arg(milliseconds, 0, 'f', milliseconds < 100 ? 2 : 0);
}

QString mb(double bytes)
{
    return QStringLiteral("%1 MB").arg(bytes / 1e6, 0, 'f', 1);
}

} // namespace liaison::bench
