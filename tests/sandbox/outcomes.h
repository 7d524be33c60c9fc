#pragma once

#include <QByteArrayList>
#include <QMap>
#include <QStringList>
#include <vector>

/// What a plan makes of servers that misbehave: the engine in this process, the sandbox on real sockets. Where they end
/// is judged by one oracle.
namespace liaison::outcomes {

struct Kind
{
    const char *name, *json;
};
/// Every fault there is. A client waits half a second for an answer here: `hang` takes twice that.
[[nodiscard]] const std::vector<Kind> &kinds();
[[nodiscard]] QByteArray fault(const char *call, const Kind &kind);

/// Faults that act at once, and what they came to: "right" (the plan of a whole reading), "less" (some of its steps,
/// the others accounted for), "unknown" (no step, and why), "error `code`" (no plan). Anything else says what is wrong.
struct Case
{
    QByteArrayList faults;
    QString outcome;
};
/// Runs all of them, several at a time: most of the time is spent waiting for answers that do not come.
void run(std::vector<Case> &cases);
[[nodiscard]] bool allowed(const QString &outcome);

/// A table for people: rows by name, one column a kind.
[[nodiscard]] QString table(const QMap<QString, QMap<QString, QString>> &rows, const QStringList &order);
/// Prints a half of docs/faults-reading.md; LIAISON_WRITE_FAULTS=1 writes it too.
enum class Half { Alone, Pairs };
[[nodiscard]] bool publish(Half half, const QString &text);

} // namespace liaison::outcomes
