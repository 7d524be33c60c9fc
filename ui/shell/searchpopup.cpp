#include "ui/shell/searchpopup.h"

#include "ui/base/bits.h"
#include "ui/base/field.h"
#include "ui/base/style.h"
#include "ui/text/format.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace liaison::ui {

namespace {

/// A heading, or a hit.
struct Line
{
    QString heading;
    Hit hit;
    QString title, fact;
};

} // namespace

class SearchPopup::Model : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    std::vector<Line> lines;

    void reset(std::vector<Line> next)
    {
        beginResetModel();
        lines = std::move(next);
        endResetModel();
    }
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(lines.size()); }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1; }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return index.isValid() && lines[size_t(index.row())].heading.isEmpty() ? QAbstractTableModel::flags(index)
                                                                               : Qt::NoItemFlags;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Line &line = lines[size_t(index.row())];
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return line.heading.isEmpty() ? QString(line.title % u", " % line.fact) : line.heading;
        return {};
    }
};

class SearchPopup::Delegate : public TableDelegate
{
public:
    Delegate(TableView *view, const Model &model) : TableDelegate(view), m_model(model) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const Line &line = m_model.lines[size_t(index.row())];
        const Tokens &t = cell.tokens;
        if (!line.heading.isEmpty()) {
            drawText(cell, line.heading, FontRole::Label, Ink::Secondary);
            return;
        }
        QRectF rest = cell.inner;
        const qreal side = t.exact(16);
        const QRectF at(rest.x(), rest.center().y() - side / 2, side, side);
        switch (line.hit.kind) {
        case Hit::Kind::Message:
            if (line.hit.linked)
                paintIcon(cell.painter, at, Icon::Messages, cell.ink(Ink::Accent), t);
            else
                paintMark(cell.painter, at, Mark::Missing, cell.ink(Ink::Missing), cell.background);
            break;
        case Hit::Kind::Course: {
            const Mark mark = markOf(line.hit.state);
            paintMark(cell.painter, at, mark, cell.ink(inkOf(mark)), cell.background);
            break;
        }
        case Hit::Kind::Room:
            paintIcon(cell.painter, at, Icon::Rooms, cell.ink(Ink::Secondary), t);
            break;
        case Hit::Kind::Person:
            paintIcon(cell.painter, at, Icon::Person, cell.ink(Ink::Secondary), t);
            break;
        case Hit::Kind::Profile:
            paintIcon(cell.painter, at, Icon::Server, cell.ink(Ink::Secondary), t);
            break;
        }
        rest.setLeft(at.right() + t.exact(12));
        if (cell.selected) {
            const QString keys = SearchPopup::tr("Enter");
            const int width = keyHintWidth(keys, t);
            const int height = t.px(20);
            paintKeyHint(cell.painter, QRectF(rest.right() - width, rest.center().y() - height / 2.0, width, height),
                         keys, t);
            rest.setRight(rest.right() - width - t.px(8));
        }
        drawTwoLines(Cell{cell.painter, t, rest, cell.background, cell.selected, cell.hovered}, line.title, line.fact,
                     FontRole::Strong);
    }

private:
    const Model &m_model;
};

SearchPopup::SearchPopup(QLineEdit *field, QWidget *window)
    : QFrame(window)
    , m_field(field)
    , m_list(new TableView(40, this))
    , m_model(new Model(this))
    , m_hint(new Label(FontRole::Caption, Ink::Secondary, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {6, 6, 6, 0}, 0);
    m_list->setModel(m_model);
    auto *delegate = new Delegate(m_list, *m_model);
    delegate->setHairlines(false);
    m_list->setItemDelegate(delegate);
    m_list->horizontalHeader()->hide();
    m_list->setStretched(0);
    m_list->setFocusPolicy(Qt::NoFocus);
    all->addWidget(m_list);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    m_hint->setContentsMargins(10, 0, 10, 0);
    fixHeight(m_hint, 28);
    all->addWidget(m_hint);
    field->installEventFilter(this);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    hide();
}

void SearchPopup::setHits(const std::vector<Hit> &hits, text::Language language)
{
    std::vector<Line> lines;
    std::optional<Hit::Kind> kind;
    for (const Hit &hit : hits) {
        if (kind != hit.kind) {
            kind = hit.kind;
            Line heading;
            switch (hit.kind) {
            case Hit::Kind::Message:
                heading.heading = tr("Message recognised");
                break;
            case Hit::Kind::Course:
                heading.heading = tr("Courses");
                break;
            case Hit::Kind::Room:
                heading.heading = tr("Rooms");
                break;
            case Hit::Kind::Person:
                heading.heading = tr("People");
                break;
            case Hit::Kind::Profile:
                heading.heading = tr("Profiles");
                break;
            }
            lines.push_back(heading);
        }
        Line line{{}, hit, {}, {}};
        const QString state = hit.link ? text::of(hit.state, language).name : QString();
        switch (hit.kind) {
        case Hit::Kind::Message:
            if (hit.roomId.isEmpty()) {
                line.title = tr("Room %1").arg(hit.roomName);
                line.fact = tr("No such room in the chat");
            } else if (hit.link) {
                line.title = tr("Room %1: %2").arg(hit.roomName, hit.title);
                line.fact = tr("The room exists. Course: %1").arg(state);
            } else {
                line.title = tr("Room %1").arg(hit.roomName);
                line.fact = tr("The room exists, without a course");
            }
            break;
        case Hit::Kind::Course:
            line.title = hit.title;
            line.fact = hit.shortName % u" · " % state;
            break;
        case Hit::Kind::Room: {
            line.title = hit.title;
            QStringList facts;
            facts << (hit.members ? tr("%Ln member(s)", "", *hit.members) : tr("members not read"));
            if (hit.archived)
                facts << tr("archived");
            if (!hit.linked)
                facts << tr("no course");
            line.fact = facts.join(QStringLiteral(" · "));
            break;
        }
        case Hit::Kind::Person:
            line.title = hit.person;
            line.fact = hit.login % u" · " % hit.shortName % u" · " % hit.title;
            break;
        case Hit::Kind::Profile:
            line.title = hit.title;
            line.fact = hit.shortName;
            break;
        }
        lines.push_back(line);
    }
    if (lines.empty())
        lines.push_back({tr("Nothing matches"), {}, {}, {}});
    m_model->reset(std::move(lines));
    const Tokens &t = tokens(this);
    for (int row = 0; row < m_model->rowCount({}); ++row) {
        const bool heading = !m_model->lines[size_t(row)].heading.isEmpty();
        m_list->verticalHeader()->setMinimumSectionSize(t.px(26));
        m_list->verticalHeader()->resizeSection(row, t.px(heading ? 26 : 40));
    }
    m_hint->setText(tr("↑ ↓ choose   ·   Enter opens   ·   Esc closes"));
    m_list->setCurrentRow(m_model->rowCount({}) > 1 ? 1 : -1);
    place();
    show();
    raise();
}

void SearchPopup::place()
{
    const Tokens &t = tokens(this);
    int height = t.px(6 + 28) + 3;
    for (int row = 0; row < m_model->rowCount({}); ++row)
        height += m_list->rowHeight(row);
    const QPoint at = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + t.px(4)));
    const int room = parentWidget()->height() - at.y() - t.px(12);
    setGeometry(at.x(), at.y(), qMax(m_field->width(), qMin(t.px(600), parentWidget()->width() - at.x() - t.px(8))),
                qMin(height, room));
}

int SearchPopup::count() const
{
    int n = 0;
    for (const Line &line : m_model->lines)
        n += line.heading.isEmpty();
    return n;
}

const Hit *SearchPopup::current() const
{
    const int row = m_list->currentRow();
    if (row < 0 || !m_model->lines[size_t(row)].heading.isEmpty())
        return nullptr;
    return &m_model->lines[size_t(row)].hit;
}

void SearchPopup::move(int step)
{
    const int rows = m_model->rowCount({});
    for (int row = m_list->currentRow() + step; row >= 0 && row < rows; row += step) {
        if (m_model->lines[size_t(row)].heading.isEmpty()) {
            m_list->setCurrentRow(row);
            m_field->setAccessibleDescription(m_list->rowText(row));
            return;
        }
    }
}

void SearchPopup::choose(int row)
{
    if (row < 0 || !m_model->lines[size_t(row)].heading.isEmpty())
        return;
    const Hit hit = m_model->lines[size_t(row)].hit;
    hide();
    Q_EMIT chosen(hit);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible() && !underMouse())
        hide();
    if (event->type() == QEvent::KeyPress && isVisible()) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentRow());
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    drawBox(painter, rect(), t.exact(6), t.surface, t.border, t.borderWidth());
}

} // namespace liaison::ui
