#include "ui/connect/placestep.h"

#include "core/secrets/passphrase.h"

#include <QRadioButton>
#include <QSet>

namespace liaison::ui {

PlaceStep::PlaceStep(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : Step(connector, language, draft, parent)
    , m_keychain(new QRadioButton(this))
    , m_file(new QRadioButton(this))
    , m_session(new QRadioButton(this))
    , m_keychainMeans(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_fileMeans(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_sessionMeans(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_passphrase(new Entry(Entry::Kind::Secret, this))
    , m_again(new Entry(Entry::Kind::Secret, this))
{
    const auto choice = [this](QRadioButton *button, Label *means, std::initializer_list<QWidget *> below) {
        auto *all = new QVBoxLayout;
        setMetrics(all, {}, 4);
        all->addWidget(button);
        auto *inside = new QVBoxLayout;
        setMetrics(inside, {26, 0, 0, 0}, 8);
        means->setWordWrap(true);
        inside->addWidget(means);
        for (QWidget *widget : below)
            inside->addWidget(widget);
        all->addLayout(inside);
        return all;
    };
    auto *choices = new QWidget(this); // one parent: the radio buttons exclude each other
    auto *all = new QVBoxLayout(choices);
    setMetrics(all, {}, 14);
    all->addLayout(choice(m_keychain, m_keychainMeans, {}));
    all->addLayout(choice(m_file, m_fileMeans, {m_passphrase, m_again}));
    all->addLayout(choice(m_session, m_sessionMeans, {}));
    add(choices);
    addStretch();
    m_file->setObjectName(QStringLiteral("placeFile"));
    m_session->setObjectName(QStringLiteral("placeSession"));
    m_keychain->setObjectName(QStringLiteral("placeKeychain"));
    m_passphrase->edit()->setObjectName(QStringLiteral("passphrase"));
    m_again->edit()->setObjectName(QStringLiteral("passphraseAgain"));
    for (QRadioButton *button : {m_keychain, m_file, m_session})
        connect(button, &QRadioButton::toggled, this, [this] { showPlace(); });
    connect(m_passphrase->edit(), &QLineEdit::textEdited, this, [this] {
        clearNotice();
        showStrength();
    });
    connect(&connector, &Connector::placesKnown, this, [this](const Connector::Places &places) {
        if (!answered())
            return;
        m_places = places;
        m_keychain->setEnabled(!places.keychain);
        (places.keychain ? m_file : m_keychain)->setChecked(true);
        tellKeychain();
        showPlace();
        initialFocus()->setFocus(Qt::OtherFocusReason);
    });
    connect(&connector, &Connector::saved, this, [this] {
        m_saving = false;
        if (!answered())
            return;
        m_kept = place();
        Q_EMIT accepted();
    });
    retranslate();
    showPlace();
}

void PlaceStep::tellKeychain()
{
    if (m_places && m_places->keychain)
        tell(tr("This computer has no keychain that can be used."),
             tr("It was tried with a test item. Sign in to the desktop or unlock it and come back to this step; or "
                "choose one of the other two places."));
}

void PlaceStep::enter()
{
    ask(tr("Trying the keychain of this computer"));
    m_connector.probePlaces();
}

Connector::Place PlaceStep::place() const
{
    return m_keychain->isChecked() ? Connector::Place::Keychain
           : m_file->isChecked()   ? Connector::Place::File
                                   : Connector::Place::Session;
}

QWidget *PlaceStep::initialFocus()
{
    switch (place()) {
    case Connector::Place::Keychain:
        return m_keychain;
    case Connector::Place::File:
        return m_passphrase->edit();
    case Connector::Place::Session:
        break;
    }
    return m_session;
}

void PlaceStep::showPlace()
{
    const bool file = m_file->isChecked();
    const bool fresh = !m_places || !m_places->fileExists;
    m_passphrase->setVisible(file);
    m_again->setVisible(file && fresh);
    m_passphrase->setLabel(fresh ? tr("New passphrase") : tr("Passphrase of the file"));
    showStrength();
}

void PlaceStep::showStrength()
{
    if (m_places && m_places->fileExists) {
        m_passphrase->setHint(tr("The file %1 exists: its passphrase is asked for.").arg(m_places->file));
        return;
    }
    const QString typed = m_passphrase->text();
    const auto different = QSet<QChar>(typed.begin(), typed.end()).size();
    if (typed.isEmpty())
        m_passphrase->setHint(tr("At least %n character(s); four words nobody would put together are better than signs "
                                 "nobody remembers.",
                                 nullptr, secrets::leastPassphrase));
    else if (const int missing = secrets::missingCharacters(typed); missing > 0)
        m_passphrase->setHint(tr("Too short: %n character(s) missing.", nullptr, missing));
    else if (typed.size() < 16 || different < 8)
        m_passphrase->setHint(tr("Fair. Longer is better."));
    else
        m_passphrase->setHint(tr("Good."));
}

void PlaceStep::submit()
{
    if (!m_places) // the probe was cancelled
        return enter();
    if (place() == Connector::Place::File && !m_places->fileExists) {
        if (secrets::missingCharacters(m_passphrase->text()) > 0)
            return complain(tr("The passphrase is too short."),
                            tr("Use at least %n character(s).", nullptr, secrets::leastPassphrase),
                            m_passphrase->edit());
        if (m_passphrase->text() != m_again->text())
            return complain(tr("The two passphrases differ."), tr("Type the same one twice: it cannot be recovered."),
                            m_again->edit());
    } else if (place() == Connector::Place::File && m_passphrase->text().isEmpty()) {
        return complain(tr("The passphrase is missing."), {}, m_passphrase->edit());
    }
    m_again->take();
    m_saving = true; // before: the page asks whether it can be cancelled
    ask(tr("Saving the profile and its tokens"));
    m_connector.save(m_draft.name, m_draft.profile, m_draft.document, place(),
                     place() == Connector::Place::File ? m_passphrase->take() : QString());
}

void PlaceStep::failed(const Error &error)
{
    m_saving = false;
    showStrength();
    Step::failed(error);
}

void PlaceStep::forget()
{
    m_passphrase->take();
    m_again->take();
}

QString PlaceStep::fact() const
{
    if (!m_kept)
        return {};
    return *m_kept == Connector::Place::Keychain ? tr("Keychain of this computer")
           : *m_kept == Connector::Place::File   ? tr("File under a passphrase")
                                                 : tr("This session only");
}

QString PlaceStep::continueText() const
{
    return tr("Save and go on");
}

void PlaceStep::retranslate()
{
    setTitle(tr("Where the tokens rest"),
             tr("A token opens a server to whoever has it. It is kept by server and account, never in the profile."));
    m_keychain->setText(tr("In the keychain of this computer (recommended)"));
    m_keychainMeans->setText(tr("Protected by your session; nothing to type at the next start."));
    m_file->setText(tr("In a file under a passphrase"));
    m_fileMeans->setText(tr("Encrypted, readable by you alone; the passphrase is asked for at the next start."));
    m_session->setText(tr("Nowhere: for this session only"));
    m_sessionMeans->setText(tr("Forgotten when the program ends; the tokens have to be given again."));
    m_again->setLabel(tr("The same once more"));
    showPlace();
    if (isVisible() && !isBusy() && !notice()->isVisible())
        tellKeychain();
}

} // namespace liaison::ui
