#pragma once

#include "core/store/database.h"

#include <QVariant>

/// How rows are written; private to core/store.
namespace liaison::store {

/// Prepared once, executed for many rows.
class Statement
{
public:
    Statement(QSqlDatabase &db, const QString &sql) : m_query(db), m_ready(m_query.prepare(sql)) {}

    Result<void> operator()(const QVariantList &values)
    {
        if (!m_ready)
            return fail(storageError(m_query.lastError()));
        for (qsizetype i = 0; i < values.size(); ++i)
            m_query.bindValue(static_cast<int>(i), values[i]);
        if (!m_query.exec())
            return fail(storageError(m_query.lastError()));
        return {};
    }

private:
    QSqlQuery m_query;
    bool m_ready;
};

/// A null string would become NULL.
inline QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

inline QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace liaison::store
