#include "ui/courses/coursewords.h"
#include "ui/courses/linksmodel.h"
#include "ui/text/format.h"

namespace liaison::ui {

QString LinksModel::membersText(int item) const
{
    const LinkRow &row = m_index->facts(static_cast<quint32>(item)).row;
    const auto count = [&](std::optional<int> n, QChar absent) {
        return n ? text::number(m_language, *n) : QString(absent);
    };
    const bool noRoom = row.state == LinkState::Missing || row.state == LinkState::Unlinked ||
                        row.state == LinkState::Ambiguous || row.state == LinkState::Pending;
    return QString(count(row.members, noRoom ? emDash : notKnown) + u" / " + count(row.expected, notKnown));
}

QString LinksModel::roomText(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    if (facts.room)
        return facts.room->name.isEmpty() ? facts.room->id.value : facts.room->name;
    const bool unread = facts.link.unknown || std::holds_alternative<UnknownRoom>(facts.link.room);
    if (!unread)
        return QString(emDash);
    const QString id = facts.roomId();
    return id.isEmpty() ? QString(notKnown) : id;
}

QString LinksModel::ageText(int item) const
{
    const Instant at = m_index->readAt[static_cast<size_t>(item)];
    return at.isKnown() ? shortAge(m_language, m_clock().ms - at.ms) : QString(notKnown);
}

QString LinksModel::reasonText(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    const LinkRow &row = facts.row;
    const quint8 work = m_index->roomWork[static_cast<size_t>(item)];
    if (row.reason && row.state != LinkState::Ambiguous && row.state != LinkState::Drift)
        return text::of(*row.reason, m_language).name;
    switch (row.state) {
    case LinkState::Ambiguous:
        return facts.candidates() > 0 ? tr("%n possible room(s)", nullptr, facts.candidates()) : QString();
    case LinkState::Pending: {
        const qint64 since = facts.site.now.ms - facts.link.created.ms;
        return facts.link.created.isKnown()
                   ? tr("for %1", "how long a room has been waited for").arg(shortAge(m_language, since))
                   : QString();
    }
    case LinkState::Missing:
        return (work & CreatesRoom) != 0 ? tr("room to create") : QString();
    case LinkState::Archived:
        return tr("activity hidden");
    case LinkState::Drift:
        if (row.add.value_or(0) + row.remove.value_or(0) + row.promote.value_or(0) + row.demote.value_or(0) > 0)
            return {};
        if ((work & Unarchives) != 0)
            return tr("room to unarchive");
        if ((work & Archives) != 0)
            return tr("room to archive");
        return (work & SetsRetention) != 0 ? tr("retention to set") : QString();
    default:
        break;
    }
    if (row.findings > 0)
        return tr("%n finding(s)", nullptr, row.findings);
    if (row.guests.value_or(0) > 0)
        return tr("%n guest(s)", nullptr, *row.guests);
    return {};
}

QString LinksModel::cellText(int item, LinkColumn column) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    switch (column) {
    case LinkColumn::State:
        return text::of(facts.row.state, m_language).name;
    case LinkColumn::Course:
        return facts.course.shortName.isEmpty() ? QString(emDash) : facts.course.shortName.simplified();
    case LinkColumn::Title:
        return facts.course.fullName.isEmpty() ? QString(emDash) : facts.course.fullName.simplified();
    case LinkColumn::Room:
        return roomText(item);
    case LinkColumn::Members:
        return membersText(item);
    case LinkColumn::Changes: {
        QStringList parts;
        const auto add = [&](QLatin1String sign, std::optional<int> n) {
            if (n.value_or(0) > 0)
                parts << QString(sign + text::number(m_language, *n));
        };
        add(QLatin1String("+"), facts.row.add);
        if (facts.row.remove.value_or(0) > 0)
            parts << QString(QChar(0x2212) + text::number(m_language, *facts.row.remove));
        if (facts.row.promote.value_or(0) > 0)
            parts << QString(QChar(0x2191) + text::number(m_language, *facts.row.promote));
        if (facts.row.demote.value_or(0) > 0)
            parts << QString(QChar(0x2193) + text::number(m_language, *facts.row.demote));
        return parts.isEmpty() ? reasonText(item) : parts.join(u' ');
    }
    case LinkColumn::Read:
        return ageText(item);
    }
    return {};
}

QString LinksModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < linkColumns; ++column)
        cells << cellText(itemAt(row), static_cast<LinkColumn>(column));
    return cells.join(u'\t');
}

QString LinksModel::rowSentence(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    const LinkRow &row = facts.row;
    QStringList parts{cellText(item, LinkColumn::Course), cellText(item, LinkColumn::Title),
                      text::of(row.state, m_language).name.toLower()};
    if (row.members && row.expected)
        parts << tr("%1 of %2 members")
                     .arg(text::number(m_language, *row.members), text::number(m_language, *row.expected));
    else
        parts << tr("members not known");
    if (row.add.value_or(0) > 0)
        parts << tr("%n addition(s)", nullptr, *row.add);
    if (row.remove.value_or(0) > 0)
        parts << tr("%n removal(s)", nullptr, *row.remove);
    if (row.promote.value_or(0) > 0)
        parts << tr("%n promotion(s)", nullptr, *row.promote);
    if (row.demote.value_or(0) > 0)
        parts << tr("%n demotion(s)", nullptr, *row.demote);
    const QString reason = reasonText(item);
    if (!reason.isEmpty())
        parts << reason.toLower();
    return parts.join(QStringLiteral(", "));
}

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= linkColumns)
        return {};
    const auto column = static_cast<LinkColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool right = column == LinkColumn::Members || column == LinkColumn::Changes || column == LinkColumn::Read;
        return QVariant((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case LinkColumn::State:
        return tr("State");
    case LinkColumn::Course:
        return tr("Course");
    case LinkColumn::Title:
        return tr("Title");
    case LinkColumn::Room:
        return tr("Room");
    case LinkColumn::Members:
        return tr("Members");
    case LinkColumn::Changes:
        return tr("Changes");
    case LinkColumn::Read:
        return tr("Read", "how long ago the room was read");
    }
    return {};
}

} // namespace liaison::ui
