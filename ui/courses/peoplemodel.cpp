#include "ui/courses/peoplemodel.h"

#include "ui/courses/coursewords.h"
#include "ui/text/format.h"

#include <QHash>
#include <algorithm>

namespace liaison::ui {
namespace {

DiffLine::Kind kindOfPerson(const PersonRow &row)
{
    if (row.kind)
        return row.rule ? DiffLine::Kind::Withheld : DiffLine::Kind::Change;
    return row.finding ? DiffLine::Kind::Finding : DiffLine::Kind::Same;
}

/// Groups in the order shown; inside a group plan order, then the order of names that the engine gave.
std::pair<int, int> placeOf(const PersonRow &row)
{
    const DiffLine::Kind kind = kindOfPerson(row);
    const bool changes = kind == DiffLine::Kind::Change || kind == DiffLine::Kind::Withheld;
    return {static_cast<int>(kind), changes       ? static_cast<int>(*row.kind)
                                    : row.finding ? static_cast<int>(*row.finding)
                                                  : 0};
}

QString dotted(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return QString(a + u" \u00b7 " + b);
}

} // namespace

PeopleModel::PeopleModel(QObject *parent) : QAbstractListModel(parent) {}

void PeopleModel::setLanguage(text::Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    rebuild();
}

void PeopleModel::setPeople(ViewPtr view, quint32 position, std::vector<PersonRow> people)
{
    m_view = std::move(view);
    m_position = position;
    m_people = std::move(people);
    rebuild();
}

void PeopleModel::clear()
{
    m_view.reset();
    m_people.clear();
    rebuild();
}

void PeopleModel::setDifferencesOnly(bool only)
{
    if (only == m_differencesOnly)
        return;
    m_differencesOnly = only;
    rebuild();
}

/// Moodle's own names of the roles that people hold in the courses behind this room.
QHash<qint64, QString> PeopleModel::moodleRoles() const
{
    QHash<qint64, QString> out;
    if (!m_view)
        return out;
    const Snapshot &s = *m_view->snapshot;
    const LinkFacts facts = linkFacts(*m_view, m_position);
    std::vector<LinkIx> links{LinkIx(m_position)};
    if (const RoomDiff *room = facts.differences())
        links = room->links;
    const auto named = [&](quint32 set, QStringList &names) {
        for (quint32 role : s.roleSets[set]) {
            const QString name = s.roles[role].name.isEmpty() ? s.roles[role].shortName : s.roles[role].name;
            if (!name.isEmpty() && !names.contains(name))
                names << name;
        }
    };
    for (LinkIx ix : links) {
        const Link &link = s.links[ix.value];
        const Course &course = s.courses[link.course.value];
        if (link.site != facts.link.site || !course.enrolments.isKnown())
            continue;
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            QStringList names;
            named(s.enrolments.roles[row], names);
            named(s.enrolments.inherited[row], names);
            QString &text = out[s.people[s.enrolments.person[row]].id.value];
            if (text.isEmpty())
                text = names.join(QStringLiteral(", "));
        }
    }
    return out;
}

DiffLine PeopleModel::lineFor(int person, const QHash<qint64, QString> &roles) const
{
    const PersonRow &row = m_people[static_cast<size_t>(person)];
    DiffLine line;
    line.kind = kindOfPerson(row);
    line.person = person;
    if (row.kind)
        line.mark = line.kind == DiffLine::Kind::Withheld ? Mark::Withheld : markOf(*row.kind);
    else if (row.finding)
        line.mark = Mark::Info;

    const QString name = row.name.isEmpty() ? row.person.username : row.name;
    const auto roleName = [&](MemberRole role) { return text::of(role, m_language).name; };
    QString why;
    if (row.rule)
        why = text::of(*row.rule, m_language).name;
    else if (row.finding)
        why = text::of(*row.finding, m_language).name;
    else if (row.cause != Cause::NotKnown)
        why = text::of(row.cause, m_language).name;
    if (!row.rule && !row.finding && row.certainty == Certainty::Likely && !why.isEmpty())
        why += u" (" + text::of(row.certainty, m_language).name.toLower() + u')';

    // Enrolled but not expected (an unmapped role, a suspension) is absent on the left all the same: what counts is who
    // should be in the room, and the slot says why not.
    line.moodle.present = row.expected.has_value() || row.kept;
    if (line.moodle.present) {
        line.moodle.name = name;
        const QString held = row.person.moodle ? roles.value(*row.person.moodle) : QString();
        const bool roleDiffers = row.expected && row.observed && *row.expected != *row.observed;
        if (roleDiffers)
            line.moodle.detail = held.isEmpty() ? roleName(*row.expected)
                                                : QString(held + u" \u2192 " + roleName(*row.expected).toLower());
        else
            line.moodle.detail =
                dotted(held.isEmpty() && row.expected ? roleName(*row.expected) : held, row.person.username);
    } else {
        line.moodle.slot = why.isEmpty() ? tr("not expected") : why;
    }

    line.chat.present = row.observed.has_value();
    if (line.chat.present) {
        line.chat.name = name;
        line.chat.detail = dotted(roleName(*row.observed), row.person.username);
    } else {
        line.chat.slot = why.isEmpty() ? text::of(Cause::NotKnown, m_language).name : why;
    }
    // Both sides there and still something to say: it takes the place of the login, which the other side shows.
    if (line.moodle.present && line.chat.present && !why.isEmpty() && line.kind != DiffLine::Kind::Change)
        line.chat.detail = dotted(roleName(*row.observed), why);
    return line;
}

void PeopleModel::rebuild()
{
    beginResetModel();
    m_lines.clear();
    m_withheld = m_differences = 0;
    const QHash<qint64, QString> roles = moodleRoles();
    std::vector<int> order(m_people.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return placeOf(m_people[static_cast<size_t>(a)]) < placeOf(m_people[static_cast<size_t>(b)]);
    });
    std::array<int, 5> counts{};
    for (const PersonRow &row : m_people)
        ++counts[static_cast<size_t>(kindOfPerson(row))];
    const auto count = [&](DiffLine::Kind kind) { return counts[static_cast<size_t>(kind)]; };
    m_withheld = count(DiffLine::Kind::Withheld);
    m_differences = count(DiffLine::Kind::Change) + m_withheld + count(DiffLine::Kind::Finding);

    DiffLine::Kind group = DiffLine::Kind::Change; // the first group needs no heading
    for (int person : order) {
        const DiffLine::Kind kind = kindOfPerson(m_people[static_cast<size_t>(person)]);
        if (kind == DiffLine::Kind::Same && m_differencesOnly)
            break;
        if (kind != group) {
            DiffLine heading;
            heading.kind = DiffLine::Kind::Heading;
            if (kind == DiffLine::Kind::Withheld)
                heading.heading = tr("%n withheld change(s)", nullptr, count(kind));
            else if (kind == DiffLine::Kind::Finding)
                heading.heading = tr("%n finding(s), apart from the changes", nullptr, count(kind));
            else
                heading.heading = tr("%n member(s) in step", nullptr, count(kind));
            m_lines.push_back(std::move(heading));
            group = kind;
        }
        m_lines.push_back(lineFor(person, roles));
    }
    endResetModel();
}

const PersonRow *PeopleModel::personAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int person = line(row).person;
    return person < 0 ? nullptr : &m_people[static_cast<size_t>(person)];
}

int PeopleModel::rowOf(const PersonKey &person) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const PersonRow *there = personAt(row);
        if (there && there->person == person)
            return row;
    }
    return -1;
}

QString PeopleModel::explanation(int row) const
{
    const PersonRow *person = personAt(row);
    if (!person)
        return {};
    QStringList parts;
    if (person->finding)
        parts << text::of(*person->finding, m_language).sentence;
    if (person->cause != Cause::NotKnown)
        parts << text::causeSentence(person->cause, person->certainty, m_language);
    else if (person->kind && !person->rule)
        parts << text::of(Cause::NotKnown, m_language).sentence;
    if (person->rule)
        parts << text::of(*person->rule, m_language).sentence;
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString PeopleModel::sentence(const DiffLine &line) const
{
    if (line.kind == DiffLine::Kind::Heading)
        return line.heading;
    const QString name = line.moodle.present ? line.moodle.name : line.chat.name;
    const PersonRow &row = m_people[static_cast<size_t>(line.person)];
    QStringList parts{name.isEmpty() ? row.person.username : name};
    if (row.kind)
        parts << text::of(*row.kind, m_language).name.toLower();
    if (row.rule)
        parts << tr("withheld");
    parts << tr("Moodle: %1").arg(line.moodle.present ? line.moodle.detail : line.moodle.slot)
          << tr("chat: %1").arg(line.chat.present ? line.chat.detail : line.chat.slot);
    return parts.join(QStringLiteral(", "));
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return sentence(line(index.row()));
    return {};
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractListModel::flags(index);
    if (line(index.row()).kind == DiffLine::Kind::Heading)
        return Qt::ItemIsEnabled;
    return QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
}

} // namespace liaison::ui
