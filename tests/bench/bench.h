#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

/// Measuring. Work of one thread is measured in processor time of that thread, so that a busy machine does not count;
/// what waits for others is measured on the wall clock.
namespace liaison::bench {

struct Sizes
{
    int rows = 200'000;          ///< of the table
    int courses = 20'000;        ///< of the campus that the window opens on
    int memberships = 1'000'000; ///< of that campus
    int bytes = 50'000'000;      ///< of one answer
    int rooms = 1'000;           ///< checked over the network
    int latencyMs = 20;
    QString scale = QStringLiteral("campus"); ///< of the refresh that the interface lives through
    int repeats = 7;

    [[nodiscard]] static Sizes tiny();
};

/// Milliseconds of processor time that this thread used in `work`.
[[nodiscard]] double cpu(const std::function<void()> &work);
[[nodiscard]] double wall(const std::function<void()> &work);
[[nodiscard]] double median(std::vector<double> values);
/// Median of `repeats`.
[[nodiscard]] double medianCpu(int repeats, const std::function<void()> &work);

/// Of this process, in bytes, from /proc; 0 where there is none.
[[nodiscard]] qint64 resident();
[[nodiscard]] qint64 peakResident();
/// The heap gives back what it does not use: before a measurement of memory.
void trimHeap();

/// Runs this program again with other arguments; gives what it printed as "name value" lines, and its wall time.
struct Child
{
    double milliseconds = 0;
    QHash<QString, double> values;
};
[[nodiscard]] Child again(const QStringList &arguments);
/// What a child prints.
void tell(const char *name, double value);

/// One line of the result. `ratio` and `budget` (an upper limit) where there are any.
void report(const QString &what, const QString &measured, std::optional<double> ratio = {},
            std::optional<double> budget = {});
void heading(const QString &text);
[[nodiscard]] QString ms(double milliseconds);
[[nodiscard]] QString mb(double bytes);

} // namespace liaison::bench
