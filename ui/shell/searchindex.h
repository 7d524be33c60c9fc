#pragma once

#include "ui/backend.h"

#include <QString>
#include <optional>
#include <vector>

namespace liaison::ui {

/// Lower case without accents: "Épi" is found by "epi".
[[nodiscard]] QString folded(const QString &text);

struct Hit
{
    enum class Kind { Message, Course, Room, Person, Profile } kind = Kind::Course;
    std::optional<LinkKey> link; ///< what Enter opens; nullopt: a room without course
    QString title;
    QString shortName;                    ///< of courses
    QString roomName, roomId;             ///< of rooms and messages
    QString person, login;                ///< of people: one hit for each of their courses
    QString profile;                      ///< of profiles: what opens them; "" = the page of all
    std::optional<qint64> moodle;         ///< of people: the id on the site of `link`
    LinkState state = LinkState::Unknown; ///< of links
    std::optional<int> members;           ///< of rooms
    std::optional<int> changes;           ///< of links
    bool archived = false, linked = true;
};

/// What the search box looks in: courses by short name, title or id, rooms by name or id, people by name or login; a
/// pasted sentence or chat URL is answered by the room it names. The rules for courses are those of
/// `core/run/resolve.h`: exact answers come first. Made once per view, off the interface's thread; immutable.
class SearchIndex
{
public:
    explicit SearchIndex(Backend::View view);

    /// At most `limit` of each kind, best first; empty for a blank text.
    [[nodiscard]] std::vector<Hit> find(const QString &typed, int limit = 5) const;

private:
    struct Row
    {
        size_t link;
        QString shortName, haystack, id; ///< folded
    };
    struct RoomText
    {
        size_t room;
        QString name; ///< folded
    };

    struct PersonText
    {
        QString login, name; ///< folded
    };

    [[nodiscard]] Hit courseHit(size_t link) const;
    [[nodiscard]] Hit roomHit(size_t room) const;
    void findPeople(const QString &needle, int limit, std::vector<Hit> &hits) const;

    Backend::View m_view;
    std::vector<Row> m_links;
    std::vector<RoomText> m_rooms;
    std::vector<PersonText> m_people; ///< parallel to Snapshot::people
};

} // namespace liaison::ui
