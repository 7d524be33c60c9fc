#include "ui/pages/retentionmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"
#include "ui/text/format.h"

#include <algorithm>

namespace liaison::ui {

Mark markOf(RetentionVerdict verdict)
{
    switch (verdict) {
    case RetentionVerdict::Ok:
        return Mark::Fine;
    case RetentionVerdict::ServerOff:
    case RetentionVerdict::TooShort: // what was deleted does not come back
        return Mark::Blocking;
    case RetentionVerdict::NoOverride:
    case RetentionVerdict::TooLong:
    case RetentionVerdict::FilesOnly:
    case RetentionVerdict::OlderThanRule:
        return Mark::Watch;
    case RetentionVerdict::NotMeasurable:
    case RetentionVerdict::Unknown:
        break;
    }
    return Mark::Unknown;
}

const std::vector<RetentionVerdict> &shownVerdicts()
{
    static const std::vector<RetentionVerdict> all{
        RetentionVerdict::Ok,        RetentionVerdict::TooShort,      RetentionVerdict::TooLong,
        RetentionVerdict::ServerOff, RetentionVerdict::NoOverride,    RetentionVerdict::FilesOnly,
        RetentionVerdict::Unknown,   RetentionVerdict::OlderThanRule, RetentionVerdict::NotMeasurable};
    return all;
}

void RetentionModel::setRows(std::vector<RetentionRow> rows, text::Language language, Instant now)
{
    beginItems();
    m_rows = std::move(rows);
    m_now = now;
    m_measured = std::any_of(m_rows.begin(), m_rows.end(), [](const RetentionRow &row) {
        return row.measured || row.verdict == RetentionVerdict::NotMeasurable;
    });
    m_language = language;
    endItems();
}

QString RetentionModel::keyOf(int item) const
{
    return row(item).link.site % u':' % QString::number(row(item).link.cmid);
}

QString RetentionModel::heading(int column) const
{
    switch (column) {
    case Verdict:
        return tr("Verdict");
    case Course:
        return tr("Course");
    case Room:
        return tr("Room");
    case Wanted:
        return tr("Wanted");
    case Stored:
        return tr("Stored");
    case Effective:
        return tr("Effective");
    case Oldest:
        return tr("Oldest message");
    case Gauge:
        return tr("Effective against wanted");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

QString RetentionModel::reason(const RetentionRow &r) const
{
    if (r.verdict != RetentionVerdict::Unknown && r.verdict != RetentionVerdict::NotMeasurable)
        return {};
    if (r.reason == u"function-missing")
        return tr("only the companion tells the wish");
    return text::detail(r.reason, m_language).name;
}

QString RetentionModel::text(int item, int column) const
{
    const RetentionRow &r = row(item);
    const auto days = [&](bool known, std::optional<int> n) {
        return !known ? words::unknown() : n ? words::days(m_language, *n) : words::none();
    };
    switch (column) {
    case Verdict:
        return text::of(text::Group::Verdict, codeOf(r.verdict), m_language).name;
    case Course:
        return r.fullName.isEmpty() ? r.shortName : r.fullName;
    case Room:
        return r.roomName.isEmpty() ? (r.room.isEmpty() ? words::unknown() : r.room) : words::roomName(r.roomName);
    case Wanted:
        return days(r.wantedKnown, r.wanted);
    case Stored:
        return days(r.storedKnown, r.stored);
    case Effective:
        return days(r.effectiveKnown, r.effective);
    case Oldest:
        if (!r.measured)
            return words::unknown();
        return r.oldest.isKnown() ? words::age(m_language, m_now, r.oldest) : words::none();
    case Reason:
        return reason(r);
    default:
        return {};
    }
}

QVariant RetentionModel::value(int item, int column, int role) const
{
    const RetentionRow &r = row(item);
    const bool off = r.verdict != RetentionVerdict::Ok && r.verdict != RetentionVerdict::Unknown;
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case roles::MarkRole:
        return column == Verdict ? QVariant(int(markOf(r.verdict))) : QVariant();
    case roles::PillRole:
        return column == Course ? QVariant(r.shortName) : QVariant();
    case roles::FontRole: // what differs from the wish stands out
        return int((column == Stored && off && r.storedKnown && r.stored != r.wanted) ||
                           (column == Effective && off && r.effectiveKnown && r.effective != r.wanted)
                       ? FontRole::Strong
                       : FontRole::Body);
    case roles::InkRole:
        return int(column == Course || column == Wanted ? Ink::Text
                   : column == Oldest ? (r.verdict == RetentionVerdict::OlderThanRule ? Ink::Text : Ink::Secondary)
                   : off && isNumber(column) && text(item, column) != text(item, Wanted) ? Ink::Text
                                                                                         : Ink::Secondary);
    case Qt::ToolTipRole:
        if (column == Verdict) {
            const text::Text words = text::of(text::Group::Verdict, codeOf(r.verdict), m_language);
            return QString(words.sentence % u' ' % words.remedy).trimmed();
        }
        if (column == Room)
            return r.roomName;
        if (column == Course)
            return QString(r.shortName % u' ' % r.fullName % u'\n' % r.roomName).trimmed();
        if (column == Oldest && r.measured)
            return r.oldest.isKnown() ? text::dateTime(m_language, r.oldest) : tr("There is no message");
        if (column == Reason && !r.reason.isEmpty())
            return text::detail(r.reason, m_language).sentence;
        if (isNumber(column) && column != Oldest && text(item, column) == words::none())
            return column == Wanted ? tr("Nobody asks for messages to be deleted") : tr("Nothing is deleted");
        return {};
    default:
        return {};
    }
}

QString RetentionModel::spoken(int item, int column) const
{
    if (column == Course)
        return row(item).shortName % QStringLiteral(", ") % row(item).fullName;
    if (column == Gauge) {
        const RetentionRow &r = row(item);
        return r.wanted && r.effectiveKnown ? tr("%1 of %2").arg(text(item, Effective), text(item, Wanted)) : QString();
    }
    return text(item, column);
}

QString RetentionModel::searched(int item) const
{
    const RetentionRow &r = row(item);
    return QStringList{r.shortName, r.fullName, r.roomName, r.room, text(item, Verdict), text(item, Reason)}.join(
        u'\n');
}

QVariant RetentionModel::sortValue(int item, int column) const
{
    const RetentionRow &r = row(item);
    const auto days = [](bool known, std::optional<int> n) { return !known ? -2 : n.value_or(-1); };
    switch (column) {
    case Verdict: { // what needs a look first
        switch (markOf(r.verdict)) {
        case Mark::Blocking:
            return 0;
        case Mark::Watch:
            return 1;
        case Mark::Unknown:
            return 2;
        default:
            return 3;
        }
    }
    case Wanted:
        return days(r.wantedKnown, r.wanted);
    case Stored:
        return days(r.storedKnown, r.stored);
    case Effective:
        return days(r.effectiveKnown, r.effective);
    case Oldest:
        return r.measured && r.oldest.isKnown() ? qint64(m_now.ms - r.oldest.ms) : qint64(-1);
    case Gauge:
        return r.wanted && r.effective ? double(*r.effective) / std::max(1, *r.wanted) : r.effectiveKnown ? 1e9 : -1.0;
    default:
        return text(item, column);
    }
}

} // namespace liaison::ui
