#include "ui/connect/servernotes.h"

namespace liaison::ui {

ServerNotes::ServerNotes(QWidget *parent)
    : Card(parent), m_lines(new QVBoxLayout), m_why(new Label(FontRole::Body, Ink::Secondary, this))
{
    setMetrics(m_lines, {}, 6);
    body()->addLayout(m_lines);
    body()->addWidget(m_why);
    m_why->setWordWrap(true);
}

void ServerNotes::setNotes(const QString &title, const QStringList &steps, const QString &why)
{
    setTitle(title);
    while (m_rows.size() < steps.size()) {
        auto *row = new QHBoxLayout;
        setMetrics(row, {}, 8);
        auto *number = new Label(FontRole::Strong, Ink::Accent, this);
        auto *line = new Label(FontRole::Body, Ink::Text, this);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        minWidth(number, 16);
        row->addWidget(number, 0, Qt::AlignTop);
        row->addWidget(line, 1);
        m_lines->addLayout(row);
        m_rows.append(qMakePair(number, line));
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < steps.size();
        m_rows.at(i).first->setVisible(used);
        m_rows.at(i).second->setVisible(used);
        m_rows.at(i).first->setText(QString::number(i + 1));
        m_rows.at(i).second->setText(used ? steps.at(i) : QString());
    }
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

} // namespace liaison::ui
