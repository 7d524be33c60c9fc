#include "ui/pages/restoresmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"
#include "ui/text/duration.h"

namespace liaison::ui {

Mark markOf(RestoreRow::State state)
{
    switch (state) {
    case RestoreRow::State::Blocking:
        return Mark::BlockingRestore;
    case RestoreRow::State::Stuck:
        return Mark::Stuck;
    case RestoreRow::State::Error:
        return Mark::Failed;
    case RestoreRow::State::InProgress:
        return Mark::Running;
    case RestoreRow::State::Scheduled:
        return Mark::Pending;
    case RestoreRow::State::Performed:
        break;
    }
    return Mark::Done;
}

void RestoresModel::setRows(std::vector<RestoreRow> rows, std::shared_ptr<const RestoreReview> review, Instant now,
                            text::Language language)
{
    beginItems();
    m_rows = std::move(rows);
    m_review = std::move(review);
    m_now = now;
    m_language = language;
    endItems();
}

QString RestoresModel::keyOf(int item) const
{
    return row(item).site % u':' % QString::number(row(item).task.id);
}

const AboutRestore &RestoresModel::about(int item) const
{
    return aboutOf(m_review.get(), row(item), static_cast<size_t>(item));
}

const RestoreSite *RestoresModel::site(int item) const
{
    return m_review ? m_review->site(row(item).site) : nullptr;
}

bool RestoresModel::isOf(int item, int kind) const
{
    return kind == NewKind ? about(item).isNew : static_cast<int>(row(item).state) == kind;
}

QString RestoresModel::requester(int item) const
{
    const moodle::RestoreTask &task = row(item).task;
    if (task.requester == 0)
        return tr("an administrator");
    if (const QString &name = about(item).requesterFullName; !name.isEmpty())
        return name;
    return task.requesterName.value_or(tr("person %1").arg(task.requester));
}

QString RestoresModel::category(int item) const
{
    const moodle::RestoreTask &task = row(item).task;
    if (task.category == 0)
        return tr("default category");
    if (const QStringList &path = about(item).categoryPath; !path.isEmpty())
        return path.join(QStringLiteral(" / "));
    return task.categoryName.value_or(tr("category %1").arg(task.category));
}

QString RestoresModel::when(int item) const
{
    const RestoreRow &r = row(item);
    switch (r.state) {
    case RestoreRow::State::Scheduled:
    case RestoreRow::State::Blocking: {
        if (const Instant planned = about(item).planned; planned.isKnown())
            return text::dateTime(m_language, planned);
        const RestoreSite *of = site(item);
        if (!of || of->state == RunnerState::NotKnown || of->state == RunnerState::Elsewhere)
            return words::unknown(); // elsewhere: only that crontab knows
        return of->state == RunnerState::Running ? tr("in this run") : tr("not planned");
    }
    case RestoreRow::State::InProgress:
    case RestoreRow::State::Stuck:
        return about(item).seconds ? lasting(item, true) : words::none();
    case RestoreRow::State::Performed:
    case RestoreRow::State::Error:
        break;
    }
    return r.task.processed.isKnown() ? text::dateTime(m_language, r.task.processed) : words::none();
}

QString RestoresModel::lasting(int item, bool inColumn) const
{
    const std::optional<qint64> seconds = about(item).seconds;
    if (!seconds)
        return {};
    const QString time = text::duration(m_language, *seconds);
    switch (row(item).state) {
    case RestoreRow::State::Scheduled:
    case RestoreRow::State::Blocking:
        return (inColumn ? tr("waiting %1") : tr("waiting for %1")).arg(time);
    case RestoreRow::State::InProgress:
    case RestoreRow::State::Stuck:
        return (inColumn ? tr("for %1") : tr("begun %1 ago")).arg(time);
    case RestoreRow::State::Performed:
    case RestoreRow::State::Error:
        break;
    }
    return (inColumn ? tr("after %1") : tr("%1 after the request")).arg(time);
}

/// What stands under a cell.
QString RestoresModel::below(int item, int column) const
{
    switch (column) {
    case Course:
        return remark(item);
    case Category: { // the parents under the category itself, which would be cut at the end of a path
        const QStringList &path = about(item).categoryPath;
        return path.mid(0, path.size() - 1).join(QStringLiteral(" / "));
    }
    case When: {
        const RestoreRow::State state = row(item).state;
        const bool alone = state == RestoreRow::State::InProgress || state == RestoreRow::State::Stuck;
        return alone ? QString() : lasting(item, true);
    }
    default:
        return {};
    }
}

QString RestoresModel::heading(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Course:
        return tr("Course");
    case Source:
        return tr("Source");
    case Requester:
        return tr("Requested by");
    case Category:
        return tr("Target category");
    case UserData:
        return tr("User data");
    case When:
        return tr("Planned or done");
    case Created:
        return tr("Requested");
    case Modified:
        return tr("Modified");
    default:
        return {};
    }
}

QString RestoresModel::text(int item, int column) const
{
    const RestoreRow &r = row(item);
    switch (column) {
    case State:
        return text::of(text::Group::Restore, codeOf(r.state), m_language).name;
    case Course:
        return r.task.externalName;
    case Source:
        return words::host(r.task.externalUrl);
    case Requester:
        return requester(item);
    case Category: {
        const QStringList &path = about(item).categoryPath;
        return row(item).task.category == 0 || path.isEmpty() ? category(item) : path.back();
    }
    case UserData:
        return r.task.withUserData ? tr("with") : tr("without");
    case When:
        return when(item);
    case Created:
        return words::age(m_language, m_now, r.task.created);
    case Modified:
        return words::age(m_language, m_now, r.task.modified);
    default:
        return {};
    }
}

/// The cause, or else the first thing to mend.
QString RestoresModel::remark(int item) const
{
    if (!row(item).cause.isEmpty())
        return text::of(text::Group::Restore, row(item).cause, m_language).name;
    const std::vector<RestoreNote> &notes = about(item).notes;
    const auto first = std::find_if(notes.begin(), notes.end(), isWarning);
    return first == notes.end() ? QString() : text::of(text::Group::Restore, codeOf(*first), m_language).name;
}

QVariant RestoresModel::value(int item, int column, int role) const
{
    const RestoreRow &r = row(item);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case roles::MarkRole:
        return column == State ? QVariant(int(markOf(r.state))) : QVariant();
    case roles::SecondLineRole: {
        const QString second = below(item, column);
        return second.isEmpty() ? QVariant() : QVariant(second);
    }
    case roles::PillRole:
        return column == Course && about(item).isNew ? QVariant(tr("new")) : QVariant();
    case roles::FontRole:
        return int(column == Course ? FontRole::Name : FontRole::Body);
    case roles::InkRole:
        return int(column == Course ? Ink::Text : Ink::Secondary);
    case Qt::ToolTipRole:
        if (column == Created)
            return text::dateTime(m_language, r.task.created);
        if (column == Modified)
            return r.task.modified.isKnown() ? text::dateTime(m_language, r.task.modified) : QString();
        if (column == Category)
            return category(item);
        return text(item, column);
    default:
        return {};
    }
}

QString RestoresModel::spoken(int item, int column) const
{
    if (column == Category)
        return category(item);
    const QString first = text(item, column), second = below(item, column);
    QStringList parts{first};
    if (column == Course && about(item).isNew)
        parts << tr("new");
    if (!second.isEmpty())
        parts << second;
    return parts.join(QStringLiteral(", "));
}

QString RestoresModel::searched(int item) const
{
    QStringList texts{row(item).task.externalUrl, row(item).site, row(item).task.requesterName.value_or(QString()),
                      remark(item), about(item).newCourse};
    for (int column : {State, Course, Requester, UserData})
        texts << text(item, column);
    texts << category(item);
    return texts.join(u'\n');
}

QVariant RestoresModel::sortValue(int item, int column) const
{
    const moodle::RestoreTask &task = row(item).task;
    switch (column) {
    case State:
        return item; // the data come in the order of what needs somebody
    case When: {
        const Instant planned = about(item).planned;
        return double((planned.isKnown() ? planned : task.processed).ms);
    }
    case Created:
        return double(task.created.ms);
    case Modified:
        return double(task.modified.ms);
    case Category:
        return category(item);
    default:
        return text(item, column);
    }
}

} // namespace liaison::ui
