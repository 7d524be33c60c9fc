#pragma once

#include "ui/plan/names.h"
#include "ui/plan/tally.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>
#include <optional>
#include <set>

namespace liaison::ui {

/// Steps of a run with what came of each: of the result page and of the journal. Names are joined here, at display
/// time; the journal holds ids only.
class OutcomeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ResultColumn, StepColumn, PersonColumn, RoomColumn, ChangeColumn, ReasonColumn, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole, ///< int of Outcome; invalid while not settled
        KindRole
    };
    /// Which outcomes are shown.
    enum class Show { All, ToSee, Failed, Stale, Skipped, Done };

    explicit OutcomeModel(QObject *parent = nullptr);

    void setSteps(std::vector<store::RunStep> steps);
    void setNames(Names names);
    void setLanguage(text::Language language);
    void setShow(Show show) { setShow(std::set<Show>{show}); }
    /// Rows of any of these; empty: all.
    void setShow(const std::set<Show> &show);
    void setFilter(const QString &text);

    [[nodiscard]] const std::vector<store::RunStep> &steps() const { return m_steps; }
    [[nodiscard]] const store::RunStep *stepAt(int row) const;
    [[nodiscard]] Tally tally() const { return tallyOf(m_steps); }
    /// Links of the rooms in which something was not done, each once.
    [[nodiscard]] std::vector<LinkKey> linksToRetry() const;
    /// Sentence and remedy of a step's detail.
    [[nodiscard]] text::Text reason(const store::RunStep &step) const;
    [[nodiscard]] QString subject(const store::RunStep &step) const;
    [[nodiscard]] QString rowText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const Names &names() const { return m_names; }

private:
    void choose();
    [[nodiscard]] QString display(const store::RunStep &step, int column) const;

    std::vector<store::RunStep> m_steps;
    std::vector<int> m_rows; ///< shown, worst outcome first
    Names m_names;
    text::Language m_language = text::Language::English;
    std::set<Show> m_show;
    QString m_filter;
};

} // namespace liaison::ui
