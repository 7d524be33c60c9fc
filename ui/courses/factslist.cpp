#include "ui/courses/factslist.h"

#include <QHBoxLayout>

namespace liaison::ui {

FactsList::FactsList(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    clear();
}

void FactsList::clear()
{
    m_plain.clear();
    m_content = new QWidget;
    setSurface(m_content, Surface::Surface);
    m_layout = new QVBoxLayout(m_content);
    setMetrics(m_layout, {16, 12, 16, 16}, 8);
    setWidget(m_content); // deletes what was there before
}

void FactsList::heading(const QString &text)
{
    if (!m_plain.isEmpty())
        addGap(m_layout, 8);
    m_layout->addWidget(new Label(text, FontRole::CardTitle, Ink::Text));
    m_plain << text;
}

void FactsList::fact(const QString &key, const QString &value, const QString &source, Ink ink)
{
    auto *row = new KeyValueRow;
    row->setKeyWidth(168);
    row->setKey(key);
    row->setValue(value, ink);
    row->setSource(source);
    m_layout->addWidget(row);
    m_plain << (source.isEmpty() ? QString(key + u": " + value) : QString(key + u": " + value + u" (" + source + u')'));
}

void FactsList::sentence(const QString &text, std::optional<Mark> mark, text::Language language, Ink ink)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    setMetrics(layout, {0, 0, 0, 0}, 8);
    if (mark)
        layout->addWidget(new MarkLabel(*mark, language), 0, Qt::AlignTop);
    auto *label = new Label(text, FontRole::Body, ink);
    label->setReading(true);
    layout->addWidget(label, 1);
    m_layout->addWidget(line);
    m_plain << text;
}

void FactsList::noted(const QString &text, const QString &source, Mark mark, text::Language language)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    setMetrics(layout, {0, 0, 0, 0}, 8);
    layout->addWidget(new MarkLabel(mark, language), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    setMetrics(column, {0, 0, 0, 0}, 1);
    auto *label = new Label(text, FontRole::Body, Ink::Text);
    label->setReading(true);
    column->addWidget(label);
    column->addWidget(new Label(source, FontRole::Caption, Ink::Hint));
    layout->addLayout(column, 1);
    m_layout->addWidget(line);
    m_plain << QString(text + u" (" + source + u')');
}

void FactsList::finish()
{
    m_layout->addStretch(1);
    applyTokens(m_content);
}

} // namespace liaison::ui
