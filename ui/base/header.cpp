#include "ui/base/header.h"

namespace liaison::ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(FontRole::PageTitle, Ink::Text, this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_row(new QHBoxLayout)
    , m_all(new QVBoxLayout(this))
{
    setMetrics(m_all, {16, 12, 16, 12}, 8);
    setMetrics(m_row, {}, 8);
    m_row->addWidget(m_title);
    addGap(m_row, 6);
    m_row->addWidget(m_fact, 0, Qt::AlignVCenter);
    m_row->addStretch(1);
    m_all->addLayout(m_row);
    minHeight(this, 56);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setFact(const QString &fact)
{
    m_fact->setText(fact);
}

void PageHeader::addAction(QWidget *action)
{
    m_row->addWidget(action, 0, Qt::AlignVCenter);
}

void PageHeader::setChips(QWidget *chips)
{
    m_all->addWidget(chips);
}

} // namespace liaison::ui
