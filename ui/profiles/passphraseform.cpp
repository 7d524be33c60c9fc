#include "ui/profiles/passphraseform.h"

#include "core/secrets/passphrase.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace liaison::ui {

PassphraseForm::PassphraseForm(QWidget *parent)
    : QWidget(parent), m_first(FormField::text({}, {}, this)), m_second(FormField::text({}, {}, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 4);
    for (FormField *field : {m_first, m_second}) {
        field->setSecret();
        all->addWidget(field);
        connect(field, &FormField::textChanged, this, [this] { m_first->setFault({}), m_second->setFault({}); });
    }
    connect(m_first, &FormField::entered, this, [this] {
        if (m_fresh)
            m_second->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT entered();
    });
    connect(m_second, &FormField::entered, this, &PassphraseForm::entered);
    setFocusProxy(m_first);
    setFresh(false);
}

void PassphraseForm::setFresh(bool fresh)
{
    m_fresh = fresh;
    m_second->setVisible(fresh);
    retranslate();
}

QString PassphraseForm::take()
{
    const QString typed = first()->text();
    if (typed.isEmpty()) {
        m_first->setFault(tr("Type the passphrase."));
        m_first->setFocus(Qt::OtherFocusReason);
        return {};
    }
    if (m_fresh && secrets::missingCharacters(typed) > 0) {
        m_first->setFault(tr("Too short: use at least %n character(s).", nullptr, secrets::leastPassphrase));
        m_first->setFocus(Qt::OtherFocusReason);
        return {};
    }
    if (m_fresh && typed != second()->text()) {
        m_second->setFault(tr("The two are not the same. A passphrase typed wrong once would lock the tokens away."));
        m_second->setFocus(Qt::OtherFocusReason);
        return {};
    }
    return typed;
}

void PassphraseForm::clear()
{
    first()->clear();
    second()->clear();
}

void PassphraseForm::setFault(const QString &fault)
{
    clear();
    m_first->setFault(fault);
    m_first->setFocus(Qt::OtherFocusReason);
}

void PassphraseForm::forgetFault()
{
    m_first->setFault({});
    m_second->setFault({});
}

void PassphraseForm::retranslate()
{
    m_first->setName(m_fresh ? tr("New passphrase") : tr("Passphrase"));
    m_first->setHint(m_fresh ? tr("At least %n character(s): several words that only you know. Nobody can recover it.",
                                  nullptr, secrets::leastPassphrase)
                             : QString());
    m_second->setName(tr("The same again"));
}

} // namespace liaison::ui
