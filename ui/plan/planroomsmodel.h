#pragma once

#include "ui/plan/names.h"
#include "ui/plan/tally.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>

namespace liaison::ui {

/// Rooms of a run in progress: those being worked on first, the others in plan order.
class PlanRoomsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, RoomColumn, CourseColumn, ProgressColumn, StepsColumn, NoteColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< RoomProgress::State
        TallyRole                 ///< the five numbers as a QList<int>: planned, done, skipped, stale, failed
    };

    explicit PlanRoomsModel(QObject *parent = nullptr);

    void start(const std::vector<Step> &steps);
    void setNames(Names names);
    void setLanguage(text::Language language);
    /// False where the step is not of this run or was settled before.
    bool settle(const StepResult &step);

    [[nodiscard]] const RunProgress &progress() const { return m_progress; }
    /// Name of the room being worked on; empty between rooms.
    [[nodiscard]] QString currentRoom() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString display(const RoomProgress &room, int column) const;
    [[nodiscard]] QString note(const RoomProgress &room) const;
    void place(int room);

    RunProgress m_progress;
    std::vector<int> m_order; ///< rooms as shown
    Names m_names;
    text::Language m_language = text::Language::English;
};

} // namespace liaison::ui
