#include "ui/base/panesplitter.h"

#include <QKeyEvent>

namespace liaison::ui {

PaneSplitter::PaneSplitter(Qt::Orientation orientation, const QString &name, Keeps keeps, const Sizes &sizes,
                           QWidget *parent)
    : QSplitter(orientation, parent)
    , m_keeps(keeps)
    , m_sizes(sizes)
    , m_list(new QWidget)
    , m_pane(new QWidget)
    , m_listBar(new QWidget)
    , m_paneBar(new QWidget)
    , m_summary(new Label(FontRole::Strong, Ink::Text))
    , m_open(new Button)
    , m_back(new Button(Button::Kind::Quiet))
{
    setObjectName(name);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    for (QWidget *part : {m_list, m_pane}) {
        auto *column = new QVBoxLayout(part);
        setMetrics(column, {}, 0);
        addWidget(part);
    }
    setStretchFactor(0, keeps == Keeps::Pane ? 1 : 0);
    setStretchFactor(1, keeps == Keeps::Pane ? 0 : 1);

    setSurface(m_listBar, Surface::Surface);
    auto *under = new QVBoxLayout(m_listBar);
    setMetrics(under, {}, 0);
    under->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    setMetrics(row, {16, 8, 16, 8}, 12);
    m_summary->setWordWrap(true);
    row->addWidget(m_summary, 1);
    row->addWidget(m_open);
    under->addLayout(row);

    setSurface(m_paneBar, Surface::Surface);
    auto *over = new QVBoxLayout(m_paneBar);
    setMetrics(over, {}, 0);
    auto *way = new QHBoxLayout;
    setMetrics(way, {8, 6, 16, 6}, 8);
    m_back->setIcon(Icon::ChevronLeft);
    way->addWidget(m_back);
    way->addStretch(1);
    over->addLayout(way);
    over->addWidget(new Hairline);
    m_listBar->hide();
    m_paneBar->hide();

    connect(m_open, &QPushButton::clicked, this, [this] {
        showPane(true);
        m_back->setFocus(Qt::OtherFocusReason);
    });
    connect(m_back, &QPushButton::clicked, this, [this] { showPane(false); });
    connect(this, &QSplitter::splitterMoved, this, [this] {
        const int size = this->sizes().value(m_keeps == Keeps::List ? 0 : 1);
        m_chosen = qRound(size / tokens(this).zoom);
    });
}

void PaneSplitter::setParts(QWidget *list, QWidget *pane)
{
    auto *left = static_cast<QVBoxLayout *>(m_list->layout());
    left->addWidget(list, 1);
    left->addWidget(m_listBar);
    auto *right = static_cast<QVBoxLayout *>(m_pane->layout());
    right->addWidget(m_paneBar);
    right->addWidget(pane, 1);
    QWidget *kept = m_keeps == Keeps::List ? m_list : m_pane;
    orientation() == Qt::Horizontal ? minWidth(kept, m_sizes.least) : minHeight(kept, m_sizes.least);
    if (m_list->isHidden() || m_pane->isHidden())
        arrange();
}

void PaneSplitter::setTexts(const QString &summary, const QString &open, const QString &back)
{
    m_summary->setText(summary);
    m_open->setText(open);
    m_back->setText(back);
}

void PaneSplitter::showPane(bool shown)
{
    m_paneShown = shown;
    arrange();
}

void PaneSplitter::setShown(bool list, bool pane)
{
    m_list->setVisible(list);
    m_pane->setVisible(pane);
    place();
}

void PaneSplitter::setChosenSize(int logical)
{
    m_chosen = qMax(0, logical);
    place();
}

void PaneSplitter::place()
{
    if (m_one || length() <= 0)
        return;
    const Tokens &t = tokens(this);
    const int wanted = m_chosen > 0 ? qMax(t.px(m_chosen), t.px(m_sizes.least))
                                    : qBound(t.px(m_sizes.least), qRound(length() * m_sizes.share), t.px(m_sizes.most));
    const int rest = length() - wanted - handleWidth();
    setSizes(m_keeps == Keeps::Pane ? QList<int>{rest, wanted} : QList<int>{wanted, rest});
}

void PaneSplitter::arrange()
{
    if (m_oneBelow == 0)
        return place();
    m_one = length() < tokens(this).px(m_oneBelow);
    m_listBar->setVisible(m_one);
    m_paneBar->setVisible(m_one);
    m_list->setVisible(!m_one || !m_paneShown);
    m_pane->setVisible(!m_one || m_paneShown);
    place();
    Q_EMIT arranged();
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

void PaneSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

void PaneSplitter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_one && m_paneShown) {
        showPane(false);
        m_open->setFocus(Qt::OtherFocusReason);
        return;
    }
    QSplitter::keyPressEvent(event);
}

} // namespace liaison::ui
