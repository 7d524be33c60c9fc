#pragma once

#include "core/store/journal.h"

#include <QSqlQuery>
#include <QVariant>

/// How a step is read from its row; private to core/store.
namespace liaison::store {

/// `row`: id, site, course, cmid, room, kind, person, chat, before, after, outcome, detail, at.
inline RunStep stepFrom(const QSqlQuery &row)
{
    const auto number = [](const QVariant &v) { return v.isNull() ? std::optional<qint64>() : v.toLongLong(); };
    const auto text = [](const QVariant &v) { return v.isNull() ? std::optional<QString>() : v.toString(); };
    RunStep s;
    s.id = row.value(0).toString();
    s.place = {row.value(1).toString(), number(row.value(2)), number(row.value(3)), text(row.value(4))};
    s.kind = fromCode<ChangeKind>(row.value(5).toString()).value_or(ChangeKind::Add);
    s.person = number(row.value(6));
    s.chat = text(row.value(7));
    s.before = row.value(8).toByteArray();
    s.after = row.value(9).toByteArray();
    if (!row.value(10).isNull())
        s.outcome = fromCode<Outcome>(row.value(10).toString());
    s.detail = row.value(11).toString();
    s.at.ms = row.value(12).toLongLong();
    return s;
}

} // namespace liaison::store
