#include "ui/plan/historychoice.h"

#include "ui/base/historyfilter.h"
#include "ui/base/theme.h"
#include "ui/plan/planmodel.h"

#include <QAbstractItemView>
#include <QHash>
#include <QLineEdit>
#include <QStandardItemModel>
#include <algorithm>

namespace liaison::ui {
namespace {

constexpr int foldedRole = Qt::UserRole, choiceRole = Qt::UserRole + 1;

} // namespace

HistoryChoice::HistoryChoice(QLineEdit *field) : QCompleter(field)
{
    setModel(new QStandardItemModel(this));
    setCompletionRole(foldedRole);
    setFilterMode(Qt::MatchContains);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(8);
    field->setCompleter(this);
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const auto n = static_cast<size_t>(index.data(choiceRole).toInt());
        if (n < m_choices.size())
            Q_EMIT chosen(m_choices[n]);
    });
}

QStringList HistoryChoice::splitPath(const QString &path) const
{
    return {foldedText(path.simplified())};
}

void HistoryChoice::setTouched(std::shared_ptr<const store::Touched> touched)
{
    m_touched = std::move(touched);
    fill();
}

void HistoryChoice::setNames(const Names &names)
{
    m_names = names;
    fill();
}

void HistoryChoice::fill()
{
    struct Line
    {
        QString text, folded;
        store::HistoryOf of;
    };
    std::vector<Line> lines;
    if (m_touched) {
        for (const QString &room : m_touched->rooms) {
            store::HistoryOf of;
            of.rooms.push_back(room);
            const Place place{{}, {}, {}, room};
            const QString course = m_names.courseFull(place);
            const QString name = m_names.room(room);
            lines.push_back({tr("Room %1").arg(course.isEmpty() ? name : tr("%1 (%2)").arg(name, course)), {}, of});
        }
        QHash<QString, size_t> byAccount; // a person on two sites, or once without Moodle, is one line
        for (const store::Touched::Person &person : m_touched->people) {
            if (person.chat && byAccount.contains(*person.chat)) {
                store::HistoryOf &of = lines[byAccount.value(*person.chat)].of;
                if (person.moodle)
                    of.people.push_back({person.site, *person.moodle});
                continue;
            }
            const QString name = m_names.person(person.site, person.moodle, person.chat);
            const QString login = m_names.login(person.site, person.moodle, person.chat);
            store::HistoryOf of;
            if (person.moodle)
                of.people.push_back({person.site, *person.moodle});
            if (person.chat) {
                of.accounts.push_back(*person.chat);
                byAccount.insert(*person.chat, lines.size());
            }
            const bool named = !login.isEmpty() && login != name;
            lines.push_back({tr("Person %1").arg(named ? tr("%1 (%2)").arg(name, login) : name), {}, of});
        }
    }
    for (Line &line : lines)
        line.folded = foldedText(line.text);
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.folded < b.folded; });
    m_choices.clear();
    auto *fresh = new QStandardItemModel(static_cast<int>(lines.size()), 1, this);
    for (size_t i = 0; i < lines.size(); ++i) {
        const QModelIndex index = fresh->index(static_cast<int>(i), 0);
        fresh->setData(index, lines[i].text, Qt::DisplayRole);
        fresh->setData(index, lines[i].folded, foldedRole);
        fresh->setData(index, static_cast<int>(i), choiceRole);
        m_choices.push_back(std::move(lines[i].of));
    }
    setModel(fresh); // the one before goes with it
}

} // namespace liaison::ui
