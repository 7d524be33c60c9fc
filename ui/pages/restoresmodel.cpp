#include "ui/pages/restoresmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"

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

void RestoresModel::setRows(std::vector<RestoreRow> rows, Instant now, text::Language language)
{
    beginItems();
    m_rows = std::move(rows);
    m_now = now;
    m_language = language;
    endItems();
}

QString RestoresModel::keyOf(int item) const
{
    return row(item).site % u':' % QString::number(row(item).task.id);
}

QString RestoresModel::requester(int item) const
{
    const moodle::RestoreTask &task = row(item).task;
    if (task.requester == 0)
        return tr("an administrator");
    return task.requesterName.value_or(tr("person %1").arg(task.requester));
}

QString RestoresModel::category(int item) const
{
    const moodle::RestoreTask &task = row(item).task;
    if (task.category == 0)
        return tr("default category");
    return task.categoryName.value_or(tr("category %1").arg(task.category));
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
    case Created:
        return tr("Requested");
    case Changed:
        return tr("Last change");
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
    case Category:
        return category(item);
    case Created:
        return words::age(m_language, m_now, r.task.created);
    case Changed:
        return words::age(m_language, m_now, std::max(r.task.processed, r.task.modified));
    default:
        return {};
    }
}

QVariant RestoresModel::value(int item, int column, int role) const
{
    const RestoreRow &r = row(item);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case roles::MarkRole:
        return column == State ? QVariant(int(markOf(r.state))) : QVariant();
    case roles::SecondLineRole:
        return column == Course && !r.cause.isEmpty()
                   ? QVariant(text::of(text::Group::Restore, r.cause, m_language).name)
                   : QVariant();
    case roles::FontRole:
        return int(column == Course ? FontRole::Name : FontRole::Body);
    case roles::InkRole:
        return int(column == Course ? Ink::Text : Ink::Secondary);
    case Qt::ToolTipRole:
        if (column == Created)
            return text::dateTime(m_language, r.task.created);
        if (column == Changed)
            return text::dateTime(m_language, std::max(r.task.processed, r.task.modified));
        return text(item, column);
    default:
        return {};
    }
}

QString RestoresModel::searched(int item) const
{
    QStringList texts{row(item).task.externalUrl, row(item).site};
    for (int column : {State, Course, Requester, Category})
        texts << text(item, column);
    return texts.join(u'\n');
}

QVariant RestoresModel::sortValue(int item, int column) const
{
    switch (column) {
    case State:
        return item; // the data come in the order of what needs somebody
    case Created:
        return double(row(item).task.created.ms);
    case Changed:
        return double(std::max(row(item).task.processed, row(item).task.modified).ms);
    default:
        return text(item, column);
    }
}

} // namespace liaison::ui
