#include "core/run/doctor.h"

namespace liaison {
namespace {

/// The word of a function's name that says what it does: the first that is one, after the component.
enum class Deed { Reads, Writes, Destroys };

Deed deedOf(const QString &function)
{
    static const QStringList reads{QStringLiteral("get"),      QStringLiteral("list"),  QStringLiteral("search"),
                                   QStringLiteral("view"),     QStringLiteral("check"), QStringLiteral("retrieve"),
                                   QStringLiteral("validate"), QStringLiteral("is"),    QStringLiteral("has"),
                                   QStringLiteral("can"),      QStringLiteral("read"),  QStringLiteral("load"),
                                   QStringLiteral("fetch"),    QStringLiteral("count"), QStringLiteral("export")};
    static const QStringList destroys{QStringLiteral("delete"), QStringLiteral("remove"),  QStringLiteral("purge"),
                                      QStringLiteral("reset"),  QStringLiteral("unenrol"), QStringLiteral("unassign")};
    static const QStringList writes{
        QStringLiteral("create"),  QStringLiteral("update"), QStringLiteral("edit"),      QStringLiteral("add"),
        QStringLiteral("set"),     QStringLiteral("assign"), QStringLiteral("enrol"),     QStringLiteral("import"),
        QStringLiteral("send"),    QStringLiteral("submit"), QStringLiteral("duplicate"), QStringLiteral("move"),
        QStringLiteral("save"),    QStringLiteral("upload"), QStringLiteral("schedule"),  QStringLiteral("cancel"),
        QStringLiteral("retry"),   QStringLiteral("grant"),  QStringLiteral("revoke"),    QStringLiteral("approve"),
        QStringLiteral("confirm"), QStringLiteral("start"),  QStringLiteral("write"),     QStringLiteral("request"),
        QStringLiteral("toggle"),  QStringLiteral("mark"),   QStringLiteral("block"),     QStringLiteral("mute")};
    const QStringList words = function.split(u'_');
    for (qsizetype i = 2; i < words.size(); ++i) { // "core_enrol_...": the first two are the component
        if (destroys.contains(words[i]))
            return Deed::Destroys;
        if (reads.contains(words[i]))
            return Deed::Reads;
        if (writes.contains(words[i]))
            return Deed::Writes;
    }
    return Deed::Reads; // what a name does not say is not held against the token
}

} // namespace

StrongFunctions strongFunctions(const QSet<QString> &functions, bool readOnly)
{
    StrongFunctions strong;
    for (const QString &function : functions) {
        const bool ours = function.startsWith(QLatin1String("local_liaison_"));
        if (ours && !readOnly)
            continue;
        const Deed deed = deedOf(function);
        if (deed == Deed::Destroys)
            strong.destructive << function;
        else if (deed == Deed::Writes)
            strong.writing << function;
    }
    strong.destructive.sort();
    strong.writing.sort();
    return strong;
}

} // namespace liaison
