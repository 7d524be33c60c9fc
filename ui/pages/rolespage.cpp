#include "ui/pages/rolespage.h"

#include "ui/base/delegate.h"
#include "ui/pages/rolesmodel.h"
#include "ui/pages/words.h"

#include <QPainter>

namespace liaison::ui {
namespace {

/// The matrix: one choice a row, drawn as a choice that is made, not as one to make.
class RolesDelegate : public TableDelegate
{
public:
    RolesDelegate(TableView *view, const RolesModel &model) : TableDelegate(view), m_model(model) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const int column = index.column();
        if (column != RolesModel::Moderator && column != RolesModel::Member && column != RolesModel::Nobody)
            return TableDelegate::paintCell(cell, index);
        const RoleRow &row = m_model.row(m_model.itemAt(index.row()));
        const qreal side = cell.tokens.exact(16);
        const QRectF dot(cell.inner.x(), cell.inner.center().y() - side / 2, side, side);
        cell.painter.save();
        cell.painter.setRenderHint(QPainter::Antialiasing);
        if (RolesModel::columnOf(row.maps) == column) {
            const QColor fill =
                cell.selected && cell.tokens.highContrast() ? cell.tokens.onSelection : cell.tokens.accent;
            cell.painter.setPen(Qt::NoPen);
            cell.painter.setBrush(fill);
            cell.painter.drawEllipse(dot);
            cell.painter.setBrush(cell.background);
            cell.painter.drawEllipse(dot.center(), side * 0.19, side * 0.19);
        } else {
            cell.painter.setPen(QPen(cell.tokens.border, cell.tokens.exact(1)));
            cell.painter.setBrush(Qt::NoBrush);
            cell.painter.drawEllipse(dot.adjusted(1, 1, -1, -1));
        }
        cell.painter.restore();
    }

private:
    const RolesModel &m_model;
};

} // namespace

RolesPage::RolesPage(const Context &context, QWidget *parent) : RolesPage(context, new RolesModel, parent) {}

RolesPage::RolesPage(const Context &context, RolesModel *model, QWidget *parent)
    : ListPage(context, model, 44, parent), m_model(model)
{
    build(RolesModel::Role, Qt::AscendingOrder);
    table()->setItemDelegate(new RolesDelegate(table(), *m_model));
    table()->setStretched(RolesModel::Role);
    table()->setColumn(RolesModel::Site, 96);
    table()->setColumn(RolesModel::People, 96);
    table()->setColumn(RolesModel::Moderator, 116);
    table()->setColumn(RolesModel::Member, 116);
    table()->setColumn(RolesModel::Nobody, 124);
    table()->setColumn(RolesModel::From, 176);
    table()->setColumn(RolesModel::Differing, 172);
}

void RolesPage::fitColumns()
{
    // What a role becomes stays; who decides it and how many are concerned leave first.
    keepRoom(524,
             {{RolesModel::Differing, 172}, {RolesModel::Site, 96}, {RolesModel::From, 176}, {RolesModel::People, 96}});
}

QString RolesPage::title() const
{
    return tr("Role mapping");
}

QString RolesPage::fact(const CampusView &) const
{
    return tr("What each course role becomes in the course\u2019s room");
}

std::optional<FactsPage::Instead> RolesPage::instead(const CampusView &view) const
{
    if (!view.roles.empty())
        return std::nullopt;
    Instead state;
    const auto down = std::find_if(view.servers.begin(), view.servers.end(), [](const ServerReport &server) {
        return server.kind == u"moodle" && server.error.has_value();
    });
    if (down != view.servers.end()) {
        const text::Text words = text::error(*down->error, language());
        state.kind = StatePanel::Kind::Unknown;
        state.conclusion = tr("Which roles there are is not known");
        state.remedy = QString(words.sentence % u' ' % words.remedy);
        state.diagnostics = true;
        return state;
    }
    state.icon = Icon::Roles;
    state.conclusion = tr("No role was seen yet");
    state.remedy =
        tr("Roles are learned from enrolments: as soon as a course with an activity is read, they appear here.");
    return state;
}

std::vector<ListPage::Kind> RolesPage::kinds() const
{
    return {{int(RoleRow::Maps::Moderator), std::nullopt, QStringLiteral("moderator"), tr("Moderators"), true},
            {int(RoleRow::Maps::Member), std::nullopt, QStringLiteral("member"), tr("Members"), true},
            {int(RoleRow::Maps::Nobody), std::nullopt, QStringLiteral("none"), tr("Not in the room"), true}};
}

QString RolesPage::allWord() const
{
    return tr("All");
}

QString RolesPage::noMatch() const
{
    return tr("No role matches");
}

QString RolesPage::legend() const
{
    QStringList sentences{tr("Two roles of one person: moderator wins.")};
    if (m_plugin)
        sentences << tr(
            "What the plugin decides is set in Moodle: site administration, or the settings of an activity.");
    if (m_guessed)
        sentences << tr("Nobody has set the rest: as long as it is a guess, people are only added.");
    return sentences.join(u' ');
}

QString RolesPage::total() const
{
    std::vector<qint64> parts;
    for (const Kind &kind : kinds())
        parts.push_back(m_model->countOf(kind.id));
    return tr("%1 roles").arg(words::sum(language(), parts, m_model->total()));
}

void RolesPage::fill(const CampusView &view)
{
    m_guessed = m_plugin = false;
    bool several = false;
    for (const RoleRow &row : view.roles) {
        m_guessed = m_guessed || row.from == RoleRow::From::Guess;
        m_plugin = m_plugin || row.from == RoleRow::From::Plugin;
        several = several || row.site != view.roles.front().site;
    }
    table()->setColumnHidden(RolesModel::Site, !several);
    m_model->setRows(view.roles, language());
}

} // namespace liaison::ui
