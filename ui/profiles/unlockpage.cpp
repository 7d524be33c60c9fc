#include "ui/profiles/unlockpage.h"

#include "ui/base/flow.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>

namespace liaison::ui {

UnlockPage::UnlockPage(const Context &context, Profiles &profiles, QWidget *parent)
    : Page(context, parent)
    , m_profiles(profiles)
    , m_title(new Label(FontRole::PageTitle, Ink::Text, this))
    , m_words(new Label(FontRole::Body, Ink::Secondary, this))
    , m_form(new PassphraseForm(this))
    , m_unlock(new Button(Button::Kind::Primary, this))
    , m_cancel(new Button(Button::Kind::Normal, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 16, 16, 16}, 0);
    all->addStretch(1);
    auto *card = new Card(this);
    maxWidth(card, 560);
    auto *across = new QHBoxLayout;
    setMetrics(across, {}, 0);
    across->addStretch(1);
    across->addWidget(card, 8);
    across->addStretch(1);
    all->addLayout(across);
    all->addStretch(2);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    head->addWidget(new IconLabel(Icon::Lock, Ink::Secondary, 24, card));
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    card->body()->addLayout(head);
    m_words->setWordWrap(true);
    card->body()->addWidget(m_words);
    card->body()->addWidget(m_form);
    auto *ends = new QWidget(card);
    auto *flow = new FlowLayout(ends);
    setMetrics(flow, {}, 8);
    flow->addWidget(m_unlock);
    flow->addWidget(m_cancel);
    card->body()->addWidget(ends);
    connect(m_unlock, &Button::clicked, this, &UnlockPage::answer);
    connect(m_form, &PassphraseForm::entered, this, &UnlockPage::answer);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_form->clear();
        setBusy(false);
        decline();
        Q_EMIT done(false);
    });
    connect(&m_profiles, &Profiles::unlocked, this, [this] {
        if (!m_asked || m_why != Why::Start)
            return;
        m_form->clear();
        setBusy(false);
        Q_EMIT done(true);
    });
    connect(&m_profiles, &Profiles::presenceOver, this, [this] {
        m_open = false;
        if (m_why != Why::Apply)
            return;
        m_form->clear();
        setBusy(false);
        Q_EMIT done(true);
    });
    connect(&m_profiles, &Profiles::failed, this, [this](Profiles::Task task, const Error &error) {
        if (task == Profiles::Task::Unlock && m_asked && m_why == Why::Start)
            refuse(error);
    });
    connect(&m_profiles, &Profiles::presenceRefused, this, &UnlockPage::refuse);
    retranslate();
}

void UnlockPage::setWhy(Why why)
{
    if (m_open && why == Why::Start)
        return; // the plan that waits comes first
    m_why = why;
    m_open = why == Why::Apply;
    m_form->clear();
    setBusy(false);
    retranslate();
}

QWidget *UnlockPage::initialFocus()
{
    return m_form->first();
}

void UnlockPage::answer()
{
    if (m_asked)
        return;
    const QString passphrase = m_form->take();
    if (passphrase.isEmpty())
        return;
    setBusy(true);
    if (m_why == Why::Apply)
        m_profiles.provePresence(passphrase);
    else
        m_profiles.unlock(passphrase);
}

void UnlockPage::refuse(const Error &error)
{
    setBusy(false);
    if (!isVisible()) // typed wrong, and left
        return decline();
    const text::Text words = text::error(error, language());
    m_form->setFault(words.sentence % u' ' % words.remedy);
    QAccessibleEvent alert(m_form, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// At once "presence is over" may come back.
void UnlockPage::decline()
{
    if (std::exchange(m_open, false))
        m_profiles.provePresence(std::nullopt);
}

void UnlockPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (event->spontaneous() || !window()->isVisible())
        return; // the window was put away, or leaves altogether: not the page
    m_form->clear();
    if (!m_asked)
        decline();
}

void UnlockPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return m_cancel->click();
    Page::keyPressEvent(event);
}

void UnlockPage::setBusy(bool busy)
{
    m_asked = busy;
    m_unlock->setEnabled(!busy);
    m_unlock->setText(busy ? tr("Opening…") : m_why == Why::Apply ? tr("Apply") : tr("Unlock"));
}

void UnlockPage::retranslate()
{
    const bool apply = m_why == Why::Apply;
    m_title->setText(apply ? tr("Once more, before anything is written") : tr("The tokens are under a passphrase"));
    m_words->setText(apply ? tr("This production profile asks again before a plan is applied: type the passphrase of "
                                "the sealed file. Until then nothing is sent.")
                           : tr("The tokens of this profile are in the sealed file of this computer. Type its "
                                "passphrase, and the servers are read."));
    m_cancel->setText(apply ? tr("Do not apply") : tr("Not now"));
    setAccessibleName(m_title->text());
    m_form->setAccessibleDescription(m_words->text());
    m_form->forgetFault(); // it was said in the other language
    m_form->retranslate();
    setBusy(m_asked);
}

} // namespace liaison::ui
