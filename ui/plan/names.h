#pragma once

#include "core/run/campus.h"

#include <QCoreApplication>
#include <QHash>
#include <memory>

namespace liaison::ui {

/// Names for ids, joined from what was observed and never from a plan or journal document (design 6.4, 12.2): what the
/// view does not know is shown by its number. All of it is server text: to be painted as plain text.
class Names
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::Names)

public:
    Names() = default;
    explicit Names(std::shared_ptr<const CampusView> view);

    [[nodiscard]] const std::shared_ptr<const CampusView> &view() const { return m_view; }

    [[nodiscard]] QString person(const QString &site, std::optional<qint64> moodle,
                                 const std::optional<QString> &chat) const;
    /// The login as observed; empty where it was not.
    [[nodiscard]] QString login(const QString &site, std::optional<qint64> moodle,
                                const std::optional<QString> &chat) const;
    /// Short and full name of the course a place belongs to; the short one is never empty.
    [[nodiscard]] QString courseShort(const Place &place) const;
    [[nodiscard]] QString courseFull(const Place &place) const;
    /// Name of a room; its id where the room was not seen.
    [[nodiscard]] QString room(const QString &id) const;
    /// Room of a place as people know it; for a room still to be made, the activity's course.
    [[nodiscard]] QString roomOf(const Place &place) const;

    /// Room id -> members without API accounts and protected people: *m* of the thresholds.
    [[nodiscard]] QHash<QString, int> thresholdBases() const;

private:
    [[nodiscard]] const Course *course(const Place &place) const;
    [[nodiscard]] const Person *find(const QString &site, std::optional<qint64> moodle) const;
    [[nodiscard]] const Account *findAccount(const std::optional<QString> &chat) const;

    std::shared_ptr<const CampusView> m_view;
    QHash<QString, quint32> m_sites;
    QHash<std::pair<quint32, qint64>, quint32> m_people, m_courses;
    QHash<LinkKey, quint32> m_links;
    QHash<QString, quint32> m_rooms;
    QHash<QString, LinkKey> m_linkOfRoom;
};

} // namespace liaison::ui
