#include "ui/pages/rolesmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"
#include "ui/text/rolelabel.h"

namespace liaison::ui {

void RolesModel::setRows(std::vector<RoleRow> rows, text::Language language)
{
    beginItems();
    m_rows = std::move(rows);
    m_language = language;
    endItems();
}

int RolesModel::columnOf(RoleRow::Maps maps)
{
    return maps == RoleRow::Maps::Moderator ? Moderator : maps == RoleRow::Maps::Member ? Member : Nobody;
}

QString RolesModel::word(RoleRow::From from)
{
    switch (from) {
    case RoleRow::From::Plugin:
        return tr("Plugin, in Moodle");
    case RoleRow::From::Profile:
        return tr("This profile");
    case RoleRow::From::Guess:
        break;
    }
    return tr("Guess: only adds");
}

QString RolesModel::keyOf(int item) const
{
    return row(item).site % u':' % QString::number(row(item).role);
}

QString RolesModel::heading(int column) const
{
    switch (column) {
    case Role:
        return tr("Role in the course");
    case Site:
        return tr("Site");
    case People:
        return tr("People");
    case Moderator:
        return tr("Moderator");
    case Member:
        return tr("Member");
    case Nobody:
        return tr("Not in the room");
    case From:
        return tr("Set by");
    case Differing:
        return tr("Activities that differ");
    default:
        return {};
    }
}

QString RolesModel::text(int item, int column) const
{
    const RoleRow &r = row(item);
    switch (column) {
    case Role:
        return r.shortName.isEmpty() && r.name.isEmpty() ? tr("role %1").arg(r.role)
                                                         : text::roleLabel(r.shortName, r.name, m_language);
    case Site:
        return r.site;
    case People:
        return text::number(m_language, r.people);
    case From:
        return word(r.from);
    case Differing:
        return r.linksDiffering == 0 ? words::none() : text::number(m_language, r.linksDiffering);
    default:
        return {};
    }
}

QVariant RolesModel::value(int item, int column, int role) const
{
    const RoleRow &r = row(item);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case roles::SecondLineRole:
        return column == Role && text(item, Role) != r.shortName ? QVariant(r.shortName) : QVariant();
    case roles::FontRole:
        return int(column == Role || (column == Differing && r.linksDiffering > 0) ? FontRole::Name : FontRole::Body);
    case roles::InkRole:
        if (column == Differing && r.linksDiffering > 0)
            return int(Ink::Drift);
        if (column == People && r.people == 0)
            return int(Ink::Hint);
        return int(column == Role || column == People ? Ink::Text : Ink::Secondary);
    case Qt::ToolTipRole:
        if (column == Differing && r.linksDiffering > 0)
            return tr("Rule of its own for this role: %n link(s)", nullptr, r.linksDiffering);
        if (column == Role)
            return QString(text(item, Role) % QStringLiteral(" (") % r.shortName % u')');
        return {};
    default:
        return {};
    }
}

QString RolesModel::spoken(int item, int column) const
{
    if (column == Moderator || column == Member || column == Nobody)
        return columnOf(row(item).maps) == column ? heading(column) : QString();
    return text(item, column);
}

QString RolesModel::searched(int item) const
{
    const RoleRow &r = row(item);
    return QStringList{text(item, Role), r.shortName, r.site, text(item, From)}.join(u'\n');
}

QVariant RolesModel::sortValue(int item, int column) const
{
    const RoleRow &r = row(item);
    switch (column) {
    case Role: // as the sites order them: the powerful ones first
        return item;
    case People:
        return r.people;
    case Moderator:
    case Member:
    case Nobody:
        return columnOf(r.maps) == column ? 0 : 1;
    case Differing:
        return r.linksDiffering;
    default:
        return text(item, column);
    }
}

} // namespace liaison::ui
