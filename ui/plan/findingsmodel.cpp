#include "ui/plan/findingsmodel.h"

#include "ui/base/delegate.h"
#include "ui/plan/planmodel.h"
#include "ui/plan/words.h"

#include <algorithm>

namespace liaison::ui {

FindingsModel::FindingsModel(Show show, QObject *parent) : QAbstractTableModel(parent), m_what(show) {}

void FindingsModel::setLeft(const std::vector<NotTakenBack> &left)
{
    m_items.clear();
    for (const NotTakenBack &step : left) {
        const PersonKey *person = personOf(step.change);
        m_items.push_back(
            {codeOf(step.why), step.change.place, person ? std::optional(*person) : std::nullopt, {}, step.change});
    }
    choose();
}

void FindingsModel::setPlan(std::shared_ptr<const Plan> plan)
{
    if (m_what == Show::Left)
        return;
    m_items.clear();
    if (plan && m_what == Show::Findings) {
        for (const Finding &f : plan->findings)
            m_items.push_back({codeOf(f.code), f.place, f.person, f.detail, {}});
    } else if (plan) {
        for (const Unknown &u : plan->unknown)
            m_items.push_back({codeOf(u.reason), u.place, std::nullopt, u.detail, {}});
    }
    choose();
}

void FindingsModel::setNames(Names names)
{
    m_names = std::move(names);
    choose();
}

void FindingsModel::setLanguage(text::Language language)
{
    m_language = language;
    choose();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void FindingsModel::setFilter(const QString &text)
{
    m_filter = foldedText(text.simplified());
    choose();
}

void FindingsModel::setCodes(const QStringList &codes)
{
    m_codes = codes;
    choose();
}

text::Group FindingsModel::group() const
{
    switch (m_what) {
    case Show::Findings:
        return text::Group::Finding;
    case Show::Unknown:
        return text::Group::Unknown;
    case Show::Left:
        break;
    }
    return text::groupOf(NotUndone());
}

text::Text FindingsModel::words(const Item &item) const
{
    return text::of(group(), item.code, m_language, item.detail.isEmpty() ? QStringList() : QStringList{item.detail});
}

QString FindingsModel::wordOf(const QString &code) const
{
    return words({code, {}, std::nullopt, {}, {}}).name;
}

std::vector<std::pair<QString, int>> FindingsModel::counts() const
{
    std::vector<std::pair<QString, int>> out;
    const QStringList codes = text::codes(group());
    for (const QString &code : codes) {
        const auto n =
            std::count_if(m_items.begin(), m_items.end(), [&](const Item &item) { return item.code == code; });
        if (n > 0)
            out.emplace_back(code, static_cast<int>(n));
    }
    return out;
}

void FindingsModel::choose()
{
    beginResetModel();
    m_rows.clear();
    const QStringList filter = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (!m_codes.isEmpty() && !m_codes.contains(m_items[i].code))
            continue;
        if (!filter.isEmpty()) {
            QStringList parts{m_names.courseFull(m_items[i].place)};
            for (int column = 0; column < ColumnCount; ++column)
                parts << display(m_items[i], column);
            const QString hay = foldedText(parts.join(u' '));
            if (!std::all_of(filter.begin(), filter.end(), [&](const QString &word) { return hay.contains(word); }))
                continue;
        }
        m_rows.push_back(static_cast<int>(i));
    }
    endResetModel();
}

QString FindingsModel::display(const Item &item, int column) const
{
    switch (column) {
    case KindColumn:
        return words(item).name;
    case CourseColumn:
        return m_what == Show::Left ? m_names.roomOf(item.place) : m_names.courseShort(item.place);
    case PersonColumn:
        if (item.change)
            return item.person ? tr("%1: %2").arg(PlanWords::kind(kindOf(*item.change)),
                                                  PlanWords::subject(*item.change, m_names))
                               : PlanWords::kind(kindOf(*item.change));
        return item.person       ? m_names.person(item.place.site, item.person->moodle, item.person->chat)
               : item.place.room ? m_names.room(*item.place.room)
                                 : QString();
    case MeaningColumn:
        return words(item).sentence;
    default:
        return {};
    }
}

text::Text FindingsModel::wordsAt(int row) const
{
    return row >= 0 && row < rowCount() ? words(m_items[static_cast<size_t>(m_rows[static_cast<size_t>(row)])])
                                        : text::Text();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items[static_cast<size_t>(m_rows[static_cast<size_t>(index.row())])];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(item, index.column());
    case Qt::ToolTipRole:
        return toolTip(words(item));
    case roles::MarkRole:
        return index.column() == KindColumn && m_what == Show::Unknown ? QVariant(static_cast<int>(Mark::Unknown))
                                                                       : QVariant();
    case roles::IconRole:
        return index.column() == KindColumn && m_what != Show::Unknown ? QVariant(static_cast<int>(Icon::Info))
                                                                       : QVariant();
    case roles::FontRole:
        return index.column() == CourseColumn || index.column() == PersonColumn
                   ? QVariant(static_cast<int>(FontRole::Name))
                   : QVariant();
    case roles::InkRole:
        return index.column() == MeaningColumn ? QVariant(static_cast<int>(Ink::Secondary)) : QVariant();
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return m_what == Show::Findings  ? tr("Finding")
               : m_what == Show::Unknown ? tr("Not known")
                                         : tr("Why it stays");
    case CourseColumn:
        return m_what == Show::Left ? tr("Room") : tr("Course");
    case PersonColumn:
        return m_what == Show::Findings  ? tr("Person or room")
               : m_what == Show::Unknown ? tr("Room")
                                         : tr("Step of the run");
    case MeaningColumn:
        return tr("Meaning");
    default:
        return {};
    }
}

} // namespace liaison::ui
