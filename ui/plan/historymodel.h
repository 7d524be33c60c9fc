#pragma once

#include "core/store/journalhistory.h"
#include "ui/plan/names.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>

namespace liaison::ui {

/// The steps of all runs that concern one room or one person, newest first, before and after beside each other. Names
/// are joined here; the journal holds ids only.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, ByColumn, StepColumn, PersonColumn, RoomColumn, ChangeColumn, ResultColumn, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole, KindRole };

    explicit HistoryModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// In the order of time, as the journal gives them.
    void setSteps(std::shared_ptr<const std::vector<store::HistoryStep>> steps);
    void setNames(Names names);
    void setLanguage(text::Language language);
    void setFilter(const QString &text);

    [[nodiscard]] int total() const { return m_steps ? static_cast<int>(m_steps->size()) : 0; }
    [[nodiscard]] int runs() const;
    [[nodiscard]] const store::HistoryStep *stepAt(int row) const;
    [[nodiscard]] text::Text reason(const store::RunStep &step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] QString display(const store::HistoryStep &step, int column) const;

    std::shared_ptr<const std::vector<store::HistoryStep>> m_steps;
    std::vector<size_t> m_rows;
    Names m_names;
    text::Language m_language = text::Language::English;
    QString m_filter;
};

} // namespace liaison::ui
