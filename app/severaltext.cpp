#include "app/severaltext.h"

#include "app/print.h"
#include "ui/text/format.h"

#include <QJsonObject>

namespace liaison::app {
namespace {

QString peopleText(text::Language language, const SeveralRooms &several)
{
    const bool french = language == text::Language::French;
    if (!several.apart)
        return french ? QStringLiteral("Les membres de l’un d’eux ne sont pas connus.")
                      : QStringLiteral("The members of one of them are not known.");
    if (*several.apart == 0)
        return text::plural(language, *several.together,
                            french ? QStringLiteral("La même personne (%1) est dans tous.")
                                   : QStringLiteral("The same person (%1) is in all of them."),
                            french ? QStringLiteral("Les mêmes %1 personnes sont dans tous.")
                                   : QStringLiteral("The same %1 people are in all of them."));
    return text::plural(language, *several.apart,
                        french ? QStringLiteral("%1 personne est dans l’un sans être dans tous.")
                               : QStringLiteral("%1 person is in one of them but not in all."),
                        french ? QStringLiteral("%1 personnes sont dans l’un sans être dans tous.")
                               : QStringLiteral("%1 people are in one of them but not in all."));
}

} // namespace

QString severalText(text::Language language, const Snapshot &s, const SeveralRooms &several)
{
    const bool french = language == text::Language::French;
    const Course &course = s.courses[several.course.value];
    const QString name = s.sites[course.site.value].id.value + u':' + course.shortName;
    QString told = (french ? QStringLiteral("%1 a %2 salons.") : QStringLiteral("%1 has %2 rooms."))
                       .arg(name.simplified(), text::number(language, static_cast<qint64>(several.links.size())));
    told += u' ' + peopleText(language, several);
    if (several.keep) {
        const Link &link = s.links[several.keep->value];
        const Room &room = s.rooms[std::get<RoomIx>(link.room).value];
        told += u' ' + (french ? QStringLiteral("Un seul suffit : gardez celui de l’activité %1 (%2), où l’on a écrit "
                                                "en dernier ou qui compte le plus de membres, et voyez avec "
                                                "l’enseignant pour les autres activités dans Moodle.")
                               : QStringLiteral("One is enough: keep that of activity %1 (%2), the one written in last "
                                                "or with the most members, and ask the teacher about the other "
                                                "activities in Moodle."))
                           .arg(QString::number(link.cmid.value), shortRoomName(room.name.simplified()));
    } else {
        told += u' ' + (french ? QStringLiteral("Un seul suffit : demandez à l’enseignant lequel garder.")
                               : QStringLiteral("One is enough: ask the teacher which one to keep."));
    }
    return told;
}

QJsonArray severalJson(const Snapshot &s, const std::vector<SeveralRooms> &all)
{
    const auto orNull = [](const std::optional<int> &n) { return n ? QJsonValue(*n) : QJsonValue(QJsonValue::Null); };
    QJsonArray out;
    for (const SeveralRooms &several : all) {
        const Course &course = s.courses[several.course.value];
        QJsonArray cmids;
        for (LinkIx link : several.links)
            cmids.append(s.links[link.value].cmid.value);
        out.append(
            QJsonObject{{QStringLiteral("site"), s.sites[course.site.value].id.value},
                        {QStringLiteral("course"), course.id.value},
                        {QStringLiteral("cmid"), several.keep ? QJsonValue(s.links[several.keep->value].cmid.value)
                                                              : QJsonValue(QJsonValue::Null)},
                        {QStringLiteral("cmids"), cmids},
                        {QStringLiteral("together"), orNull(several.together)},
                        {QStringLiteral("apart"), orNull(several.apart)}});
    }
    return out;
}

} // namespace liaison::app
