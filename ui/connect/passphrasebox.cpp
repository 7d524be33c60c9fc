#include "ui/connect/passphrasebox.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace liaison::ui {

PassphraseBox::PassphraseBox(std::unique_ptr<Connector> connector, Language &language, QWidget *parent)
    : QDialog(parent)
    , m_connector(std::move(connector))
    , m_language(language)
    , m_entry(new Entry(Entry::Kind::Secret, this))
    , m_said(new Label(FontRole::Body, Ink::Missing, this))
    , m_open(new Button(Button::Kind::Primary, this))
    , m_later(new Button(Button::Kind::Normal, this))
{
    setWindowTitle(tr("Passphrase of the tokens"));
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {20, 20, 20, 20}, 12);
    auto *lead = new Label(tr("The tokens of this profile are in a file under a passphrase."), FontRole::Body,
                           Ink::Secondary, this);
    lead->setWordWrap(true);
    all->addWidget(lead);
    all->addWidget(m_entry);
    m_said->setWordWrap(true);
    m_said->hide();
    all->addWidget(m_said);
    auto *buttons = new QHBoxLayout;
    setMetrics(buttons, {}, 8);
    buttons->addStretch(1);
    buttons->addWidget(m_later);
    buttons->addWidget(m_open);
    all->addLayout(buttons);
    minWidth(m_entry, 420);
    m_entry->setLabel(tr("Passphrase"));
    m_open->setText(tr("Open"));
    m_later->setText(tr("Later"));
    m_open->setDefault(true);
    m_entry->edit()->setObjectName(QStringLiteral("passphrase"));
    connect(m_open, &QPushButton::clicked, this, &PassphraseBox::submit);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connector.get(), &Connector::unlocked, this, [this] {
        Q_EMIT unlocked();
        accept();
    });
    connect(m_connector.get(), &Connector::failed, this, [this](const Error &error) {
        const text::Text said = text::error(error, m_language.current());
        m_said->setText(QString(said.sentence + u' ' + said.remedy));
        m_said->setInk(Ink::Missing);
        m_said->show();
        m_entry->setEnabled(true);
        m_open->setEnabled(true);
        m_entry->edit()->setFocus(Qt::OtherFocusReason);
        QAccessibleEvent alert(m_said, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    });
    m_entry->edit()->setFocus(Qt::OtherFocusReason);
}

PassphraseBox::~PassphraseBox() = default;

void PassphraseBox::submit()
{
    if (m_entry->text().isEmpty())
        return;
    m_said->setText(tr("Opening the file…"));
    m_said->setInk(Ink::Secondary);
    m_said->show();
    m_open->setEnabled(false);
    m_connector->unlock(m_entry->take());
    m_entry->setEnabled(false);
}

} // namespace liaison::ui
