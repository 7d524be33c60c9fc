#include "ui/pages/restorenotes.h"

#include "core/run/restorecommand.h"
#include "ui/base/button.h"

#include <QClipboard>
#include <QGuiApplication>

namespace liaison::ui {

RestoreNotes::RestoreNotes(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setMetrics(m_layout, {}, 0);
}

void RestoreNotes::setNotes(const std::vector<RestoreNote> &notes, text::Language language)
{
    delete m_list;
    m_list = nullptr;
    m_copies.clear();
    setVisible(!notes.empty());
    if (notes.empty())
        return;
    m_list = new QWidget(this);
    setSurface(m_list, Surface::Surface);
    auto *all = new QVBoxLayout(m_list);
    setMetrics(all, {}, 4);
    for (const RestoreNote note : notes) {
        const text::Text words = text::of(text::Group::Restore, codeOf(note), language);
        auto *head = new QHBoxLayout;
        setMetrics(head, {}, 8);
        head->addWidget(new MarkLabel(isWarning(note) ? Mark::Watch : Mark::Info, language, 16, m_list), 0,
                        Qt::AlignTop);
        auto *name = new Label(FontRole::Name, Ink::Text, m_list);
        name->setText(words.name);
        name->setWordWrap(true);
        head->addWidget(name, 1);
        all->addLayout(head);
        auto *sentence = new Label(FontRole::Body, Ink::Secondary, m_list);
        sentence->setText(QString(words.sentence % u' ' % words.remedy).trimmed());
        sentence->setWordWrap(true);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        all->addWidget(sentence);
        if (const QString command = settingCommand(note); !command.isEmpty()) {
            auto *copy = new Button(tr("Copy the command that shows the setting"), Button::Kind::Link, m_list);
            copy->setToolTip(command);
            connect(copy, &QPushButton::clicked, this, [this, command] {
                QGuiApplication::clipboard()->setText(command);
                Q_EMIT copied(command);
            });
            all->addWidget(copy, 0, Qt::AlignLeft);
            m_copies.push_back(copy);
        }
        addGap(all, 8);
    }
    m_layout->addWidget(m_list);
}

void RestoreNotes::leadTo(QWidget *next)
{
    QWidget *before = next->previousInFocusChain();
    while (before != next && before->focusPolicy() == Qt::NoFocus) // Qt puts nothing behind such a one
        before = before->previousInFocusChain();
    for (QWidget *copy : m_copies) {
        setTabOrder(before, copy);
        before = copy;
    }
}

} // namespace liaison::ui
