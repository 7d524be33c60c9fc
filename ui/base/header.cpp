#include "ui/base/header.h"

#include <QEvent>
#include <QLayout>

namespace liaison::ui {

/// Item 0 the title, 1 the fact, the others actions.
class PageHeader::Line : public QLayout
{
public:
    ~Line() override { qDeleteAll(m_items); }

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override
    {
        return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
    }
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override
    {
        int width = 0;
        for (const QLayoutItem *item : m_items)
            width += item->isEmpty() ? 0 : item->sizeHint().width() + spacing();
        return {width, arrange({0, 0, width, 0}, false)};
    }
    [[nodiscard]] QSize minimumSize() const override
    {
        QSize size;
        for (const QLayoutItem *item : m_items)
            size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
        return size;
    }
    /// The fact on the first line with the rest.
    [[nodiscard]] bool hasRoomForFact(int width) const
    {
        int all = m_items.at(0)->sizeHint().width() + 2 * spacing() + m_items.at(1)->widget()->sizeHint().width();
        for (qsizetype i = 2; i < m_items.size(); ++i)
            all += m_items.at(i)->isEmpty() ? 0 : m_items.at(i)->sizeHint().width() + spacing();
        return all <= width;
    }
    void setGeometry(const QRect &rect) override
    {
        QLayout::setGeometry(rect);
        arrange(rect, true);
    }

private:
    int arrange(const QRect &rect, bool apply) const
    {
        if (m_items.size() < 2)
            return 0;
        const auto place = [apply](QLayoutItem *item, int x, int y, int width, int height) {
            if (apply)
                item->setGeometry(
                    QRect(x, y + (height - item->sizeHint().height()) / 2, width, item->sizeHint().height()));
        };
        QLayoutItem *title = m_items.at(0);
        QLayoutItem *fact = m_items.at(1);
        const int gap = spacing();
        int actionsWidth = 0;
        int actionsHeight = 0;
        for (qsizetype i = 2; i < m_items.size(); ++i) {
            if (m_items.at(i)->isEmpty())
                continue;
            actionsWidth += m_items.at(i)->sizeHint().width() + gap;
            actionsHeight = qMax(actionsHeight, m_items.at(i)->sizeHint().height());
        }
        const QSize t = title->sizeHint();
        const QSize f = fact->isEmpty() ? QSize(0, 0) : fact->sizeHint();
        const bool factBeside = f.width() > 0 && t.width() + 2 * gap + f.width() + actionsWidth <= rect.width();
        const bool actionsBeside = t.width() + actionsWidth <= rect.width() &&
                                   (f.width() == 0 || factBeside || f.width() + actionsWidth <= rect.width());
        int y = rect.y();
        const int first = qMax(t.height(), actionsBeside ? actionsHeight : 0);
        place(title, rect.x(), y, qMin(t.width(), rect.width()), first);
        if (factBeside)
            place(fact, rect.x() + t.width() + 2 * gap, y, f.width(), first);
        if (actionsBeside)
            placeActions(rect, y, first, actionsWidth, apply);
        y += first;
        if (f.width() > 0 && !factBeside) {
            y += gap / 2;
            place(fact, rect.x(), y, qMin(f.width(), rect.width()), f.height());
            y += f.height();
        }
        if (!actionsBeside && actionsWidth > 0) {
            y += gap;
            y += flowActions(rect, y, apply);
        }
        return y - rect.y();
    }

    void placeActions(const QRect &rect, int y, int height, int width, bool apply) const
    {
        int x = rect.right() + 1 - width + spacing();
        for (qsizetype i = 2; i < m_items.size(); ++i) {
            QLayoutItem *item = m_items.at(i);
            if (item->isEmpty())
                continue;
            const QSize size = item->sizeHint();
            if (apply)
                item->setGeometry(QRect(x, y + (height - size.height()) / 2, size.width(), size.height()));
            x += size.width() + spacing();
        }
    }

    int flowActions(const QRect &rect, int y, bool apply) const
    {
        int x = rect.x();
        int line = 0;
        const int top = y;
        for (qsizetype i = 2; i < m_items.size(); ++i) {
            QLayoutItem *item = m_items.at(i);
            if (item->isEmpty())
                continue;
            const QSize size(qMin(item->sizeHint().width(), rect.width()), item->sizeHint().height());
            if (x > rect.x() && x + size.width() > rect.right() + 1) {
                x = rect.x();
                y += line + spacing();
                line = 0;
            }
            if (apply)
                item->setGeometry(QRect(QPoint(x, y), size));
            x += size.width() + spacing();
            line = qMax(line, size.height());
        }
        return y + line - top;
    }

    QList<QLayoutItem *> m_items;
};

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(FontRole::PageTitle, Ink::Text, this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_line(new Line)
    , m_all(new QVBoxLayout(this))
{
    setMetrics(m_all, {16, 12, 16, 12}, 8);
    m_all->addLayout(m_line);
    setMetrics(m_line, {}, 8);
    m_line->addWidget(m_title);
    m_line->addWidget(m_fact);
    m_fact->hide();
    minHeight(this, 56);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would forget height for width
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setFact(const QString &fact)
{
    m_fact->setText(fact);
    m_title->setAccessibleDescription(fact);
    showFact();
}

void PageHeader::setFactMayLeave(bool mayLeave)
{
    m_factMayLeave = mayLeave;
    showFact();
}

void PageHeader::showFact()
{
    const bool narrow = m_factMayLeave && width() < tokens(this).px(narrowPage);
    const int room = contentsRect().width() - m_all->contentsMargins().left() - m_all->contentsMargins().right();
    const bool shown = !m_fact->text().isEmpty() && (!narrow || m_line->hasRoomForFact(room));
    if (shown == m_fact->isHidden())
        m_fact->setVisible(shown);
    m_title->setToolTip(shown ? QString() : m_fact->text());
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showFact();
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        showFact();
    return QWidget::event(event);
}

void PageHeader::addAction(QWidget *action)
{
    m_line->addWidget(action);
}

void PageHeader::setChips(QWidget *chips)
{
    m_all->addWidget(chips);
}

} // namespace liaison::ui
