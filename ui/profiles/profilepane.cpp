#include "ui/profiles/profilepane.h"

#include "ui/base/flow.h"
#include "ui/base/plaintext.h"
#include "ui/profiles/profilewords.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>

namespace liaison::ui {

ProfilePane::ProfilePane(Profiles &profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_name(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_message(new Label(FontRole::Body, Ink::Text, this))
    , m_reason(new Label(FontRole::Body, Ink::Secondary, this))
    , m_environment(new EnvironmentTag(Environment::None, this))
    , m_readOnly(new Pill({}, this))
    , m_institution(new Pill({}, this))
    , m_open(new Button(Button::Kind::Primary, this))
    , m_edit(new Button(Button::Kind::Normal, this))
    , m_duplicate(new Button(Button::Kind::Normal, this))
    , m_export(new Button(Button::Kind::Normal, this))
    , m_remove(new Button(Button::Kind::Quiet, this))
    , m_confirm(new Button(Button::Kind::Danger, this))
    , m_keep(new Button(Button::Kind::Normal, this))
    , m_question(new Card(this))
    , m_facts(new Card(this))
    , m_asks(new Label(FontRole::Body, Ink::Text, this))
    , m_forget(new QCheckBox(this))
    , m_tokens(new TokensCard(profiles, this))
    , m_scroll(new QScrollArea(this))
{
    setSurface(this, Surface::Window);
    auto *outer = new QVBoxLayout(this);
    setMetrics(outer, {}, 0);
    auto *inside = new QWidget;
    setSurface(inside, Surface::Window);
    auto *all = new QVBoxLayout(inside);
    setMetrics(all, {16, 12, 16, 12}, 12);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    m_name->setElided(true);
    head->addWidget(m_name, 1);
    head->addWidget(m_environment);
    head->addWidget(m_readOnly);
    head->addWidget(m_institution);
    all->addLayout(head);
    auto *actions = new QWidget(inside);
    auto *flow = new FlowLayout(actions);
    setMetrics(flow, {}, 8);
    for (Button *one : {m_open, m_edit, m_duplicate, m_export, m_remove})
        flow->addWidget(one);
    all->addWidget(actions);
    for (Label *one : {m_message, m_reason}) {
        addReading(all, one);
        one->hide();
    }
    m_asks->setWordWrap(true);
    m_question->body()->addWidget(m_asks);
    setFontRole(m_forget, FontRole::Body);
    m_question->body()->addWidget(m_forget);
    auto *ends = new QWidget(m_question);
    auto *endFlow = new FlowLayout(ends);
    setMetrics(endFlow, {}, 8);
    endFlow->addWidget(m_confirm);
    endFlow->addWidget(m_keep);
    m_question->body()->addWidget(ends);
    m_question->hide();
    all->addWidget(m_question);
    all->addWidget(m_tokens);
    all->addWidget(m_facts);
    all->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);
    outer->addWidget(m_scroll);

    connect(m_open, &Button::clicked, this, &ProfilePane::openRequested);
    connect(m_edit, &Button::clicked, this, &ProfilePane::editRequested);
    connect(m_duplicate, &Button::clicked, this, &ProfilePane::duplicateRequested);
    connect(m_export, &Button::clicked, this, [this] {
        if (!m_entry)
            return;
        auto *dialog = new QFileDialog(this, tr("Export the profile"), {}, tr("Profiles (*.json);;All files (*)"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        dialog->selectFile(m_entry->name % QStringLiteral(".json"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &ProfilePane::exportRequested);
        dialog->open();
    });
    connect(m_remove, &Button::clicked, this, [this] {
        ask(true);
        m_keep->setFocus(Qt::OtherFocusReason);
    });
    connect(m_keep, &Button::clicked, this, [this] {
        ask(false);
        m_remove->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirm, &Button::clicked, this, [this] {
        const bool forget = m_forget->isChecked();
        ask(false);
        Q_EMIT removeRequested(forget);
    });
    connect(&m_profiles, &Profiles::fingerprints, this, [this](const QString &ca, const QStringList &prints) {
        if (m_prints.value(ca) == prints && m_prints.contains(ca))
            return;
        m_prints.insert(ca, prints);
        fillFacts();
    });
}

void ProfilePane::ask(bool asks)
{
    m_question->setVisible(asks);
    m_forget->setChecked(false);
    m_remove->setEnabled(!asks);
    if (asks)
        m_scroll->ensureWidgetVisible(m_question);
}

void ProfilePane::show(const ProfileEntry &entry, bool current)
{
    const bool other = !m_entry || m_entry->name != entry.name;
    m_entry = entry;
    m_current = current;
    if (other) {
        ask(false);
        say({}, Ink::Text);
        m_scroll->verticalScrollBar()->setValue(0);
    }
    retranslate();
    m_tokens->setVisible(entry.profile.has_value());
    m_tokens->show(entry.profile ? entry.name : QString());
    if (!entry.profile)
        return;
    for (const MoodleSettings &site : entry.profile->moodle) {
        if (!site.ca.isEmpty() && !m_prints.contains(site.ca))
            m_profiles.readAuthority(site.ca);
    }
    if (const QString &ca = entry.profile->chat.ca; !ca.isEmpty() && !m_prints.contains(ca))
        m_profiles.readAuthority(ca);
}

void ProfilePane::say(const QString &words, Ink ink)
{
    m_message->setInk(ink);
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

void ProfilePane::setLanguage(text::Language language)
{
    if (language != m_language)
        say({}, Ink::Text); // said in the other one
    m_language = language;
    m_tokens->retranslate(language);
    retranslate();
}

void ProfilePane::retranslate()
{
    m_edit->setText(m_entry && m_entry->machineWide ? tr("Settings") : tr("Edit"));
    m_duplicate->setText(tr("Duplicate"));
    m_export->setText(tr("Export…"));
    m_remove->setText(tr("Delete…"));
    m_confirm->setText(tr("Delete the profile"));
    m_keep->setText(tr("Keep it"));
    m_forget->setText(tr("Forget its tokens too, where no other profile uses them"));
    m_readOnly->setText(tr("Read-only"));
    m_institution->setText(tr("Institution"));
    m_open->setText(m_current ? tr("Open now") : tr("Open in the window"));
    m_facts->setTitle(tr("What it says"));
    if (!m_entry)
        return;
    const bool good = m_entry->profile.has_value();
    m_name->setText(oneLine(good ? m_entry->profile->name : m_entry->name));
    m_environment->setEnvironment(!good                          ? Environment::None
                                  : m_entry->profile->production ? Environment::Production
                                                                 : Environment::Test);
    m_environment->setVisible(good);
    m_readOnly->setVisible(good && m_entry->profile->readOnly);
    m_institution->setVisible(m_entry->machineWide);
    m_open->setEnabled(good && !m_current);
    m_edit->setEnabled(good);
    m_duplicate->setEnabled(good);
    m_export->setEnabled(good);
    m_remove->setVisible(!m_entry->machineWide);
    m_asks->setText(tr("Delete the profile %1? Its tokens are kept unless you tick this.").arg(oneLine(m_entry->name)));
    m_forget->setVisible(good);
    QStringList reasons;
    if (m_entry->machineWide)
        reasons << tr("Installed by the institution for everybody on this computer: it is not changed here. Duplicate "
                      "it to make one of your own.");
    if (good && m_entry->profile->readOnly)
        reasons << tr("Read-only: nothing that writes is built. This is a protection against mistakes, not against "
                      "somebody who holds the token.");
    if (!good) {
        const text::Text words = text::error(m_entry->profile.error(), m_language);
        reasons << words.sentence << words.remedy;
    }
    m_reason->setText(reasons.join(u'\n'));
    m_reason->setInk(good ? Ink::Secondary : Ink::Missing);
    m_reason->setVisible(!reasons.isEmpty());
    fillFacts();
}

void ProfilePane::fillFacts()
{
    delete m_rows;
    m_rows = nullptr;
    if (!m_entry)
        return;
    m_rows = new QWidget(m_facts);
    auto *rows = new QVBoxLayout(m_rows);
    setMetrics(rows, {}, 2);
    const auto row = [&](const QString &key, const QString &value) {
        auto *one = new KeyValueRow(key, oneLine(value), m_rows);
        one->setKeyWidth(128);
        one->value()->setRole(FontRole::Body);
        one->value()->setWordWrap(true);
        one->value()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(one);
    };
    if (m_entry->profile) {
        const Profile &p = *m_entry->profile;
        const auto authority = [&](const QString &ca) {
            if (ca.isEmpty())
                return;
            const QStringList prints = m_prints.value(ca);
            row(tr("Authority"), prints.isEmpty() ? ca.left(120) : prints.join(QStringLiteral(" · ")));
        };
        row(tr("Short name"), m_entry->name);
        row(tr("Environment"), profilewords::environment(p));
        if (!p.snapshot.isEmpty())
            row(tr("Published snapshot"), p.snapshot);
        for (const MoodleSettings &site : p.moodle) {
            row(p.moodle.size() > 1 ? tr("Moodle (%1)").arg(site.id) : QStringLiteral("Moodle"), site.url);
            authority(site.ca);
        }
        if (p.snapshot.isEmpty())
            row(QStringLiteral("Rocket.Chat"), p.chat.url);
        if (!p.chat.user.isEmpty())
            row(tr("Account"), p.chat.user);
        authority(p.chat.ca);
        if (p.snapshot.isEmpty()) {
            row(tr("Proxy"), p.proxy.isEmpty() ? tr("that of the system") : p.proxy);
            row(tr("Scope"), profilewords::scope(p));
        }
        if (p.hours)
            row(tr("May write"), hoursText(*p.hours));
        if (p.production && p.snapshot.isEmpty())
            row(tr("Before applying"), askAgainOf(m_entry->document)
                                           ? tr("the number is typed, and presence proven again")
                                           : tr("the number is typed"));
    }
    row(tr("File"), m_entry->file);
    m_facts->body()->addWidget(m_rows);
    applyTokens(m_rows);
}

} // namespace liaison::ui
