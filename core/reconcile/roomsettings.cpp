#include "core/reconcile/roomsettings.h"

#include "core/reconcile/rolemapping.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

namespace liaison {
namespace {

/// The PHP pattern of the plugin works on bytes: an accented letter becomes two underscores (Moodle contract 5).
std::optional<QString> sanitized(const QString &name, const QString &phpRegex)
{
    const QString opening = QStringLiteral("({[<"), closing = QStringLiteral(")}]>");
    const QChar first = phpRegex.isEmpty() ? QChar() : phpRegex.front();
    const qsizetype bracket = opening.indexOf(first);
    const qsizetype end = phpRegex.lastIndexOf(bracket < 0 ? first : closing.at(bracket));
    if (end < 1)
        return std::nullopt;
    const QStringView modifiers = QStringView(phpRegex).mid(end + 1);
    QRegularExpression::PatternOptions options;
    for (const QChar c : modifiers) {
        if (c == u'i')
            options |= QRegularExpression::CaseInsensitiveOption;
        else if (c == u's')
            options |= QRegularExpression::DotMatchesEverythingOption;
        else if (c == u'x')
            options |= QRegularExpression::ExtendedPatternSyntaxOption;
        else if (c != u'u')
            return std::nullopt;
    }
    const QRegularExpression pattern(QLatin1String("(*LIMIT_MATCH=20000)") + phpRegex.mid(1, end - 1), options);
    if (!pattern.isValid())
        return std::nullopt;
    QString bytes = modifiers.contains(u'u') ? name : QString::fromLatin1(name.toUtf8());
    return bytes.replace(pattern, QStringLiteral("_"));
}

Change settingChange(const RoomContext &c, const Link &link, ChangeWhat what, ChangeReason reason)
{
    Change change{placeOf(c.snapshot, link), std::move(what), reason, Cause::NotKnown, Certainty::None};
    return change;
}

/// What the room should keep, seen from one link; nullopt: nobody wants anything.
std::optional<Retention> wantedRetention(const RoomContext &c, const Link &link, const Room &room)
{
    if (pluginDecides(c.snapshot, link, c.policy) ||
        (c.policy.source != PolicySource::Console && link.wantedRetention)) {
        if (!link.wantedRetention || !c.snapshot.sites[link.site.value].retentionFeature)
            return std::nullopt;
        Retention wanted = *link.wantedRetention;
        if (room.retention)
            wanted.ignoreThreads = room.retention->ignoreThreads; // mod_rocketchat never sends it
        return wanted;
    }
    if (!c.policy.retentionDefault)
        return std::nullopt;
    const RetentionDefault &d = *c.policy.retentionDefault;
    return Retention{d.enabled,       d.enabled,   d.maxAgeDays,
                     d.excludePinned, d.filesOnly, room.retention && room.retention->ignoreThreads};
}

bool sameEffect(const std::optional<Retention> &stored, const Retention &wanted)
{
    if (!wanted.enabled)
        return !stored || !stored->enabled || !stored->overrideGlobal;
    return stored && *stored == wanted;
}

} // namespace

std::optional<QString> expectedRoomName(const Site &site, const Course &course, const Link &link)
{
    if (!site.naming)
        return std::nullopt;
    QString name = site.naming->format;
    const QString moodleId =
        QString::fromLatin1(QCryptographicHash::hash(site.url.toUtf8(), QCryptographicHash::Sha1).toHex());
    const std::pair<const char *, QString> variables[] = {
        {"moodleid", moodleId},
        {"courseshortname", course.shortName},
        {"coursefullname", course.fullName},
        {"courseid", QString::number(course.id.value)},
        {"moduleid", QString::number(link.cmid.value)},
        {"modulename", link.activityName},
    };
    for (const auto &[variable, value] : variables)
        name.replace(QStringLiteral("{$a->%1}").arg(QLatin1String(variable)), value);
    if (name.contains(QLatin1String("{$a->")))
        return std::nullopt;
    for (const auto &[from, to] : site.naming->replacements)
        name.replace(from, to);
    return sanitized(name, site.naming->regex);
}

bool nameFits(const QString &actual, const QString &expected)
{
    if (actual == expected)
        return true;
    static const QRegularExpression clash(QStringLiteral("^_[0-9]{9,11}\\z"));
    return actual.startsWith(expected) && clash.match(actual.mid(expected.size())).hasMatch();
}

void diffSettings(const RoomContext &c, RoomDiff &out, const std::vector<LinkIx> &knownLinks, bool sealed)
{
    const Snapshot &s = c.snapshot;
    const Room &room = s.rooms[out.room.value];
    if (knownLinks.empty())
        return;
    const Link &first = s.links[knownLinks.front().value];
    const auto hidden = [&](LinkIx ix) { return s.links[ix.value].hidden(); };
    const bool allKnown = knownLinks.size() == out.links.size();
    const bool visibilityKnown =
        std::all_of(knownLinks.begin(), knownLinks.end(), [&](LinkIx ix) { return s.links[ix.value].visibilityKnown; });
    const bool allHidden = std::all_of(knownLinks.begin(), knownLinks.end(), hidden);
    const bool plugin = pluginDecides(s, first, c.policy);

    out.waitsForUnarchive = room.archived;
    bool opened = false;
    if (room.archived && visibilityKnown && !allHidden && s.abilities.archive) {
        const auto visible = std::find_if_not(knownLinks.begin(), knownLinks.end(), hidden);
        out.entries.push_back(
            {settingChange(c, s.links[visible->value], Unarchive{}, ChangeReason::ActivityVisible), {}, {}, {}});
        opened = true;
    }
    if (!room.archived && visibilityKnown && allHidden && allKnown) {
        if (plugin && s.abilities.archive) {
            out.entries.push_back({settingChange(c, first, Archive{}, ChangeReason::ActivityHidden), {}, {}, {}});
        } else {
            out.findings.push_back(
                {FindingCode::HiddenOpen, placeOf(s, first), {}, Cause::NotKnown, Certainty::None, {}});
        }
    }
    // An archived room that is opened gets its retention in the same run: a second run has nothing left to do.
    if (s.abilities.retention && room.retentionKnown && (!room.archived || (opened && !sealed))) {
        if (const auto wanted = wantedRetention(c, first, room); wanted && !sameEffect(room.retention, *wanted)) {
            Retention after = *wanted;
            if (!after.enabled && room.retention) { // only the switch changes: the rest is nobody's business
                after = *room.retention;
                after.enabled = false;
            }
            out.entries.push_back(
                {settingChange(c, first, SetRetention{room.retention, after}, ChangeReason::RetentionDiffers),
                 {},
                 {},
                 {}});
        }
    }

    for (LinkIx ix : knownLinks) {
        const Link &link = s.links[ix.value];
        const Course &course = s.courses[link.course.value];
        const auto expected = expectedRoomName(s.sites[link.site.value], course, link);
        if (expected && out.links.size() == 1 && !nameFits(room.name, *expected))
            out.findings.push_back(
                {FindingCode::Renamed, placeOf(s, link), {}, Cause::NotKnown, Certainty::None, *expected});
        if (out.links.size() > 1)
            out.findings.push_back(
                {FindingCode::SharedRoom, placeOf(s, link), {}, Cause::NotKnown, Certainty::None, {}});
    }
    if (room.encrypted)
        out.findings.push_back({FindingCode::Encrypted, placeOf(s, first), {}, Cause::NotKnown, Certainty::None, {}});
    if (c.policy.source == PolicySource::Console && s.sites[first.site.value].pluginSeen)
        out.findings.push_back({FindingCode::TwoMasters, placeOf(s, first), {}, Cause::NotKnown, Certainty::None, {}});
    if (!room.members.isKnown() || room.members.proof() == Proof::Administered)
        return;
    const Rows rows = room.members.value();
    const bool owned =
        std::any_of(s.members.roles.begin() + rows.first, s.members.roles.begin() + rows.first + rows.count,
                    [](quint8 roles) { return (roles & RoomOwner) != 0; });
    if (!owned)
        out.findings.push_back({FindingCode::Ownerless, placeOf(s, first), {}, Cause::NotKnown, Certainty::None, {}});
    if (room.usersCount && *room.usersCount > room.listed)
        out.findings.push_back({FindingCode::DeactivatedMembers,
                                placeOf(s, first),
                                {},
                                Cause::NotKnown,
                                Certainty::None,
                                QString::number(*room.usersCount - room.listed)});
}

} // namespace liaison
