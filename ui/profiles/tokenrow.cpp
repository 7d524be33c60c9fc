#include "ui/profiles/tokenrow.h"

#include "ui/base/flow.h"
#include "ui/base/plaintext.h"
#include "ui/profiles/profilewords.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>

namespace liaison::ui {

TokenRow::TokenRow(Profiles &profiles, QString profile, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_profile(std::move(profile))
    , m_mark(new MarkLabel(Mark::Fine, text::Language::English, 16, this))
    , m_name(new Label(FontRole::Name, Ink::Text, this))
    , m_server(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_state(new Label(FontRole::Body, Ink::Text, this))
    , m_result(new Label(FontRole::Body, Ink::Text, this))
    , m_why(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_replace(new Button(Button::Kind::Normal, this))
    , m_test(new Button(Button::Kind::Normal, this))
    , m_forget(new Button(Button::Kind::Quiet, this))
    , m_keep(new Button(Button::Kind::Primary, this))
    , m_cancel(new Button(Button::Kind::Normal, this))
    , m_unlock(new Button(Button::Kind::Normal, this))
    , m_form(new QWidget(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 8, 0, 8}, 6);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    setMetrics(words, {}, 2);
    words->addWidget(m_name);
    m_server->setElided(true);
    words->addWidget(m_server);
    m_state->setWordWrap(true);
    words->addWidget(m_state);
    addReading(words, m_why);
    head->addLayout(words, 1);
    all->addLayout(head);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    setMetrics(flow, {26, 0, 0, 0}, 8);
    for (Button *one : {m_replace, m_unlock, m_test, m_forget})
        flow->addWidget(one);
    all->addWidget(buttons);

    auto *form = new QVBoxLayout(m_form);
    setMetrics(form, {26, 4, 0, 0}, 4);
    m_token = FormField::text({}, {}, m_form);
    m_token->setSecret();
    form->addWidget(m_token);
    m_where = new Label(FontRole::Label, Ink::Secondary, m_form);
    form->addWidget(m_where);
    for (QRadioButton *&one : m_places) {
        one = new QRadioButton(m_form);
        setFontRole(one, FontRole::Body);
        form->addWidget(one);
        connect(one, &QRadioButton::toggled, this, [this] { arrange(); });
    }
    m_passphrase = new PassphraseForm(m_form);
    form->addWidget(m_passphrase);
    auto *ends = new QWidget(m_form);
    auto *endFlow = new FlowLayout(ends);
    setMetrics(endFlow, {0, 4, 0, 0}, 8);
    endFlow->addWidget(m_keep);
    endFlow->addWidget(m_cancel);
    form->addWidget(ends);
    all->addWidget(m_form);
    auto *said = new QVBoxLayout;
    setMetrics(said, {26, 0, 0, 0}, 0);
    addReading(said, m_result);
    all->addLayout(said);
    m_form->hide();
    m_result->hide();
    m_why->hide();
    m_unlock->hide();

    connect(m_replace, &Button::clicked, this, &TokenRow::open);
    connect(m_unlock, &Button::clicked, this, [this] {
        open();
        m_places[int(Profiles::Place::File)]->setChecked(true);
        m_passphrase->setFocus(Qt::OtherFocusReason);
    });
    connect(m_cancel, &Button::clicked, this, [this] {
        closeForm();
        m_replace->setFocus(Qt::OtherFocusReason);
    });
    connect(m_keep, &Button::clicked, this, &TokenRow::keep);
    connect(m_token, &FormField::entered, this, &TokenRow::keep);
    connect(m_passphrase, &PassphraseForm::entered, this, &TokenRow::keep);
    connect(m_token, &FormField::textChanged, this, [this] { m_token->setFault({}), arrange(); });
    connect(m_test, &Button::clicked, this, [this] {
        setBusy(true);
        setResult(tr("Signing in…"), Ink::Secondary);
        m_profiles.testToken(m_profile, m_line.slot.which);
    });
    connect(m_forget, &Button::clicked, this, [this] {
        setBusy(true);
        setResult({}, Ink::Secondary);
        m_profiles.forgetToken(m_profile, m_line.slot.which);
    });
}

void TokenRow::setLine(const TokenLine &line, bool fresh, bool locked, text::Language language)
{
    if (language != m_language) { // what was answered in the other one
        setResult({}, Ink::Text);
        m_token->setFault({});
        m_passphrase->forgetFault();
    }
    m_line = line;
    m_fresh = fresh;
    m_locked = locked;
    m_language = language;
    const bool noKeychain = line.state == TokenLine::State::NoKeychain;
    m_places[int(Profiles::Place::Keychain)]->setEnabled(!noKeychain);
    if (!m_open) {
        const bool file = line.state == TokenLine::State::File || line.state == TokenLine::State::Locked || noKeychain;
        const bool session = line.state == TokenLine::State::Session;
        m_places[int(session ? Profiles::Place::Session
                     : file  ? Profiles::Place::File
                             : Profiles::Place::Keychain)]
            ->setChecked(true);
    }
    retranslate();
}

void TokenRow::setResult(const QString &words, Ink ink)
{
    m_result->setInk(ink);
    m_result->setText(words);
    m_result->setVisible(!words.isEmpty());
    if (words.isEmpty())
        return;
    QAccessibleEvent event(m_result, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void TokenRow::refuse(const Error &error)
{
    m_waits = false;
    setBusy(false);
    const text::Text words = text::error(error, m_language);
    setResult(words.sentence % u' ' % words.remedy, Ink::Missing);
    if (m_open)
        m_token->setFocus(Qt::OtherFocusReason);
}

void TokenRow::refusePassphrase(const Error &error)
{
    m_waits = false;
    setBusy(false);
    const text::Text words = text::error(error, m_language);
    m_passphrase->setFault(words.sentence % u' ' % words.remedy);
}

void TokenRow::unlocked()
{
    m_locked = false;
    m_fresh = false;
    m_passphrase->clear();
    if (!m_waits) {
        arrange();
        return;
    }
    m_waits = false;
    setBusy(false);
    if (m_token->line()->text().isEmpty()) { // only the file was to be opened
        closeForm();
        m_profiles.readTokens(m_profile);
        return;
    }
    keep();
}

void TokenRow::open()
{
    m_open = true;
    setResult({}, Ink::Text);
    m_token->line()->clear();
    m_form->show();
    arrange();
    m_token->setFocus(Qt::OtherFocusReason);
}

void TokenRow::closeForm()
{
    m_open = false;
    m_waits = false;
    m_token->line()->clear(); // it stays on no screen and in no field
    m_token->setFault({});
    m_passphrase->clear();
    m_form->hide();
    m_busy = false;
    arrange();
}

void TokenRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open)
        return m_cancel->click();
    QWidget::keyPressEvent(event);
}

void TokenRow::setBusy(bool busy)
{
    m_busy = busy;
    arrange();
}

Profiles::Place TokenRow::place() const
{
    for (const Profiles::Place one : {Profiles::Place::File, Profiles::Place::Session}) {
        if (m_places[int(one)]->isChecked())
            return one;
    }
    return Profiles::Place::Keychain;
}

void TokenRow::keep()
{
    if (m_busy || !m_open)
        return;
    const QString token = m_token->line()->text().trimmed();
    const bool file = place() == Profiles::Place::File;
    const bool needsPassphrase = file && (m_locked || m_fresh);
    const bool onlyUnlock = needsPassphrase && m_locked && token.isEmpty();
    if (!onlyUnlock && !isToken(token)) {
        m_token->setFault(isKey() ? tr("Paste the whole key, on one line.")
                                  : tr("Paste the whole token, on one line."));
        m_token->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (needsPassphrase) {
        const QString passphrase = m_passphrase->take();
        if (passphrase.isEmpty())
            return;
        m_waits = true;
        setBusy(true);
        m_profiles.unlock(passphrase);
        return;
    }
    setBusy(true);
    m_profiles.keepToken(m_profile, m_line.slot.which, token, place());
}

void TokenRow::arrange()
{
    const bool file = place() == Profiles::Place::File;
    const bool asks = m_open && file && (m_locked || m_fresh);
    m_passphrase->setVisible(asks);
    if (m_passphrase->isFresh() != (m_fresh && !m_locked))
        m_passphrase->setFresh(m_fresh && !m_locked);
    const bool free = !m_busy;
    const bool given = m_line.state == TokenLine::State::Environment;
    const bool account = m_line.state != TokenLine::State::NoAccount;
    const bool present = given || m_line.state == TokenLine::State::Session ||
                         m_line.state == TokenLine::State::Keychain || m_line.state == TokenLine::State::File;
    m_replace->setEnabled(free && account && !m_open);
    m_unlock->setVisible(m_line.state == TokenLine::State::Locked);
    m_unlock->setEnabled(free && !m_open);
    m_test->setVisible(m_line.slot.kind != TokenSlot::Kind::Proxy && !isKey()); // a key is judged as it is given
    m_test->setEnabled(free && present && !m_open);
    m_forget->setEnabled(free && present && !given && !m_open);
    m_keep->setEnabled(free);
    m_keep->setText(asks && m_locked && m_token->line()->text().isEmpty() ? tr("Unlock")
                    : isKey()                                             ? tr("Keep this key")
                                                                          : tr("Keep this token"));
}

void TokenRow::retranslate()
{
    const QString name = profilewords::nameOf(m_line.slot);
    m_mark->setMark(profilewords::markOf(m_line.state), m_language);
    m_name->setText(name);
    const bool chat = m_line.slot.kind == TokenSlot::Kind::Chat;
    m_server->setText(chat && !m_line.slot.key.account.isEmpty()
                          ? tr("%1, account %2").arg(m_line.slot.url, oneLine(m_line.slot.key.account))
                          : oneLine(m_line.slot.url));
    m_state->setText(profilewords::stateOf(m_line));
    m_state->setInk(inkOf(profilewords::markOf(m_line.state)));
    QString why;
    switch (m_line.state) {
    case TokenLine::State::NoKeychain:
        why = tr("So no token can be kept in it. Keep the token in a file under a passphrase, or for this session "
                 "only; or unlock the keychain and look again.");
        break;
    case TokenLine::State::NoAccount:
        why = tr("A chat token belongs to an account: name it in the profile first.");
        break;
    case TokenLine::State::Environment:
        why = tr("What the environment gives counts before anything that is kept.");
        break;
    default:
        break;
    }
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_why->setToolTip(m_line.detail);
    const bool none = m_line.state == TokenLine::State::Missing || m_line.state == TokenLine::State::NoKeychain;
    const auto label = [&](Button *button, const QString &word) {
        button->setText(word);
        //: %1: a button, %2: whose token
        button->setAccessibleName(tr("%1: %2").arg(word, name));
    };
    label(m_replace, !none ? tr("Replace…") : isKey() ? tr("Give the key…") : tr("Give the token…"));
    label(m_test, tr("Test"));
    label(m_forget, tr("Forget"));
    label(m_unlock, tr("Unlock the file…"));
    m_cancel->setText(tr("Cancel"));
    m_token->setName(m_line.slot.kind == TokenSlot::Kind::Proxy ? tr("Password") : isKey() ? tr("Key") : tr("Token"));
    m_token->setHint(isKey() ? tr("Eleven groups of five letters and digits. Those who publish the snapshot hand it "
                                  "over.")
                             : QString());
    m_where->setText(tr("Where it is kept"));
    m_places[int(Profiles::Place::Keychain)]->setText(tr("In the keychain of this computer"));
    m_places[int(Profiles::Place::File)]->setText(tr("In a file sealed under a passphrase"));
    m_places[int(Profiles::Place::Session)]->setText(tr("For this session only"));
    m_passphrase->retranslate();
    arrange();
}

} // namespace liaison::ui
