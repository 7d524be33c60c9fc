#pragma once

#include "core/store/journal.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace liaison::ui {

/// The runs of the journal, newest first.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        ByColumn,
        StateColumn,
        ClassesColumn,
        PlannedColumn,
        DoneColumn,
        SkippedColumn,
        StaleColumn,
        FailedColumn,
        ColumnCount
    };
    enum Role { RunStateRole = Qt::UserRole };

    explicit RunsModel(QObject *parent = nullptr);

    void setRuns(std::vector<store::RunRecord> runs);
    void setLanguage(text::Language language);
    void setZone(const QTimeZone &zone);
    void setFilter(const QString &text);

    [[nodiscard]] const store::RunRecord *runAt(int row) const;
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] int total() const { return static_cast<int>(m_runs.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] QString display(const store::RunRecord &run, int column) const;

    std::vector<store::RunRecord> m_runs;
    std::vector<int> m_rows;
    QString m_filter;
    text::Language m_language = text::Language::English;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace liaison::ui
