#pragma once

#include "core/run/campus.h"
#include "ui/pages/rowsmodel.h"
#include "ui/text/text.h"

#include <memory>

namespace liaison::ui {

/// The inventory of private rooms.
class RoomsModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column { State, Name, Course, Notes, Owners, Members, Newest, Creator, ColumnCount };
    /// What rooms can be filtered by; the first four are a partition of all rooms.
    enum Kind { Linked, Orphan, Outside, NotKnown, Renamed, Duplicate, Ownerless, Idle, Archived };
    /// Choices of the page: a room without message for that long is idle.
    static constexpr int idleChoices[] = {30, 90, 180, 365};

    using RowsModel::RowsModel;

    /// `now`: what ages and idleness are judged by.
    void setRooms(std::vector<RoomRow> rooms, const CampusView &view, Instant now, text::Language language);
    /// Rows, order and counts are judged anew by the next setRooms() or setFilter().
    void setIdleDays(int days) { m_idleDays = days; }
    [[nodiscard]] int idleDays() const { return m_idleDays; }
    [[nodiscard]] const RoomRow &room(int item) const { return m_rooms[static_cast<size_t>(item)]; }
    /// Short words for what is special about a room: "renamed", "archived".
    [[nodiscard]] QStringList notes(int item) const;
    /// False where the owners of not a single room were read.
    [[nodiscard]] bool ownersKnown() const;

    [[nodiscard]] QString keyOf(int item) const override { return room(item).id; }
    [[nodiscard]] bool isOf(int item, int kind) const override;

protected:
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_rooms.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Owners || column == Members; }
    [[nodiscard]] QVariant value(int item, int column, int role) const override;
    [[nodiscard]] QString spoken(int item, int column) const override;
    [[nodiscard]] QString searched(int item) const override;
    [[nodiscard]] QVariant sortValue(int item, int column) const override;

private:
    [[nodiscard]] QString text(int item, int column) const;
    [[nodiscard]] QString word(int item) const;
    [[nodiscard]] Kind kindOf(int item) const;

    std::vector<RoomRow> m_rooms;
    std::vector<QString> m_courses;
    Instant m_now;
    int m_idleDays = 90;
    text::Language m_language = text::Language::English;
};

} // namespace liaison::ui
