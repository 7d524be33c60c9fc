#pragma once

#include "core/net/requestlog.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>
#include <deque>
#include <set>

namespace liaison::ui {

/// The requests of this run, the newest first, under a filter. Takes what is new and drops what is forgotten without
/// touching the rest: 10,000 rows stay scrolled where they are.
class RequestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Server, Method, Function, Path, Status, Duration, Size, Attempt, ColumnCount };
    enum Kind { Failed, Limited, Writes };

    using QAbstractTableModel::QAbstractTableModel;

    /// What came since the last time; the same log, or another: then from its start. Null: nothing.
    void take(const std::shared_ptr<const net::RequestLog> &log);
    /// Every word of `text` in host, function, path, status or error; of one of the kinds, any where none is given; of
    /// that server, any where it is empty.
    void setFilter(const QString &text, const std::set<int> &kinds, const QString &origin);
    void setLanguage(text::Language language);

    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] int countOf(int kind) const;
    [[nodiscard]] int countOf(const QString &origin) const;
    [[nodiscard]] QStringList origins() const; ///< in the order of their first request
    [[nodiscard]] const net::RequestRecord &record(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        net::RequestLog::Entry entry;
        QString searched; ///< folded, made once
    };
    [[nodiscard]] bool shows(const Row &row) const;
    [[nodiscard]] QString text(const net::RequestRecord &record, int column) const;
    void dropForgotten(size_t capacity);

    std::weak_ptr<const net::RequestLog> m_log;
    std::deque<Row> m_all;         ///< oldest first, numbers without gaps
    std::deque<quint64> m_visible; ///< numbers, newest first
    QStringList m_origins, m_needles;
    std::set<int> m_kinds;
    QString m_origin;
    text::Language m_language = text::Language::English;
};

/// "chat.univ.example", with the port where it is not the usual one.
[[nodiscard]] QString hostOf(const QString &origin);

} // namespace liaison::ui
