#include "ui/profiles/profileeditor.h"

#include "ui/base/header.h"
#include "ui/profiles/profilewords.h"

#include <QAccessible>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace liaison::ui {

ProfileEditor::ProfileEditor(Profiles &profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_title(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_message(new Label(FontRole::Body, Ink::Missing, this))
    , m_save(new Button(Button::Kind::Primary, this))
    , m_cancel(new Button(Button::Kind::Normal, this))
    , m_scroll(new QScrollArea(this))
{
    setSurface(this, Surface::Window);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 12, 0, 0}, 8);
    m_title->setElided(true);
    all->addWidget(m_title);
    m_message->hide();
    addReading(all, m_message);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    all->addWidget(m_scroll, 1);
    auto *buttons = new QHBoxLayout;
    setMetrics(buttons, {0, 0, 16, 12}, 8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    all->addLayout(buttons);
    connect(m_save, &Button::clicked, this, &ProfileEditor::save);
    connect(m_cancel, &Button::clicked, this, &ProfileEditor::cancelled);
    connect(&m_profiles, &Profiles::fingerprints, this, &ProfileEditor::showPrints);
}

void ProfileEditor::edit(const QString &name, const QString &before, const QJsonObject &document, bool fixed)
{
    m_name = name;
    m_before = before;
    m_original = document;
    m_draft = ProfileDraft(document);
    m_fixed = fixed;
    m_error.reset();
    m_reminds = false;
    rebuild();
    m_scroll->verticalScrollBar()->setValue(0);
    showMessage();
}

void ProfileEditor::settle()
{
    m_original = m_draft.document();
    m_before = m_name;
    m_reminds = false;
}

void ProfileEditor::remind()
{
    m_reminds = true;
    showMessage();
    m_save->setFocus(Qt::OtherFocusReason);
}

bool ProfileEditor::isChanged() const
{
    return m_draft.document() != m_original || m_name != m_before;
}

void ProfileEditor::setCategories(const QMap<QString, QString> &categories)
{
    m_categories = categories;
    nameCategories();
}

void ProfileEditor::setLanguage(text::Language language)
{
    m_language = language;
    if (!m_body)
        return;
    rebuild();
    showMessage();
}

QWidget *ProfileEditor::initialFocus()
{
    FormField *first = field(QStringLiteral("name"));
    return first ? first->control() : m_cancel;
}

FormField *ProfileEditor::add(QVBoxLayout *form, const QString &place, FormField *one)
{
    one->setReadOnly(m_fixed);
    form->addWidget(one);
    m_fields.insert(place, one);
    return one;
}

FormField *ProfileEditor::text(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint)
{
    FormField *one = add(form, place, FormField::text(name, m_draft.text(place), m_body));
    one->setHint(hint);
    connect(one, &FormField::textChanged, this, [this, place, one](const QString &typed) {
        m_draft.setText(place, typed.trimmed());
        one->setFault({});
    });
    return one;
}

FormField *ProfileEditor::list(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint)
{
    const QString shown = m_draft.texts(place).join(QStringLiteral(", "));
    FormField *one = add(form, place, FormField::text(name, shown, m_body));
    one->setHint(hint);
    connect(one, &FormField::textChanged, this, [this, place, one](const QString &typed) {
        m_draft.setTexts(place, listOf(typed));
        one->setFault({});
    });
    return one;
}

FormField *ProfileEditor::number(QVBoxLayout *form, const QString &place, const QString &name, int fallback, int least,
                                 int most, const QString &hint)
{
    FormField *one = add(form, place, FormField::number(name, m_draft.number(place, fallback), least, most, m_body));
    one->setHint(hint);
    connect(one, &FormField::numberChanged, this,
            [this, place, fallback](int typed) { m_draft.setNumber(place, typed, fallback); });
    return one;
}

FormField *ProfileEditor::flag(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint)
{
    FormField *one = add(form, place, FormField::flag(name, m_draft.flag(place), m_body));
    one->setHint(hint);
    connect(one, &FormField::flagChanged, this, [this, place](bool on) { m_draft.setFlag(place, on); });
    return one;
}

FormField *ProfileEditor::choice(QVBoxLayout *form, const QString &place, const QString &name,
                                 const std::vector<FormField::Choice> &choices, const QString &hint)
{
    FormField *one = add(form, place, FormField::choice(name, choices, m_draft.text(place), m_body));
    one->setHint(hint);
    connect(one, &FormField::textChanged, this, [this, place, first = choices.front().value](const QString &value) {
        m_draft.setText(place, value == first ? QString() : value); // of alternatives the first is the default
    });
    return one;
}

void ProfileEditor::rebuild()
{
    m_fields.clear();
    delete m_body;
    m_body = new QWidget;
    setSurface(m_body, Surface::Window);
    auto *column = new QVBoxLayout(m_body);
    setMetrics(column, {0, 0, 16, 8}, 12);
    const auto card = [&](const QString &title) {
        auto *one = new Card(m_body);
        one->setTitle(title);
        column->addWidget(one);
        return one->body();
    };
    buildGeneral(card(tr("Profile")));
    if (isSupport())
        buildSnapshot(card(tr("Published snapshot")));
    else
        buildServers(column, card);
    column->addStretch(1);
    m_scroll->setWidget(m_body);
    applyTokens(m_body);
    judgeExpression();
    showExample();
    nameCategories();
    const bool fixed = m_fixed;
    m_title->setText(m_before.isEmpty() ? tr("New profile")
                     : fixed            ? tr("Settings of %1").arg(m_name)
                                        : tr("Edit %1").arg(m_before));
    m_save->setText(tr("Save profile"));
    m_save->setVisible(!fixed);
    m_cancel->setText(fixed ? tr("Back") : tr("Cancel"));
}

void ProfileEditor::buildServers(QVBoxLayout *column, const std::function<QVBoxLayout *(const QString &)> &card)
{
    for (int i = 0; i < m_draft.sites(); ++i)
        buildSite(card(tr("Moodle site %1").arg(m_draft.text(QStringLiteral("moodle[%1].id").arg(i)))), i);
    if (!m_fixed) {
        auto *another = new Button(tr("Add a Moodle site"), Button::Kind::Normal, m_body);
        another->setIcon(Icon::Plus);
        column->addWidget(another, 0, Qt::AlignLeft);
        m_fields.insert(QStringLiteral("moodle"), nullptr);
        connect(another, &Button::clicked, this, [this] {
            m_draft.addSite(m_draft.sites() == 0 ? QStringLiteral("main")
                                                 : QStringLiteral("site%1").arg(m_draft.sites() + 1));
            // Later: the button that was pressed belongs to the form that goes.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    rebuild();
                    if (FormField *url = field(QStringLiteral("moodle[%1].url").arg(m_draft.sites() - 1))) {
                        url->setFocus(Qt::OtherFocusReason);
                        m_scroll->ensureWidgetVisible(url);
                    }
                },
                Qt::QueuedConnection);
        });
    }
    buildChat(card(tr("Chat server")));
    buildNetwork(card(tr("Network and hours")));
    buildScope(card(tr("Scope")));
    buildPolicy(card(tr("Who is expected in a room")));
    buildIdentity(card(tr("From a Moodle person to a chat account")));
    buildProtection(card(tr("Protected accounts and personal data")));
    buildThresholds(card(tr("Thresholds for removals")));
}

void ProfileEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return m_cancel->click();
    QWidget::keyPressEvent(event);
}

void ProfileEditor::save()
{
    m_error.reset();
    m_reminds = false;
    showMessage();
    for (FormField *one : std::as_const(m_fields)) {
        if (one)
            one->setFault({});
    }
    if (FormField *file = field(QStringLiteral("snapshot"));
        file && m_draft.text(QStringLiteral("snapshot")).isEmpty()) {
        file->setFault(tr("Name the published file.")); // without it this would be a profile of servers
        file->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT saveRequested(m_name, m_draft.document(), m_before);
}

void ProfileEditor::refuse(const Error &error)
{
    m_error = error;
    showMessage();
    FormField *wrong = faulty();
    if (!wrong)
        return;
    m_scroll->ensureWidgetVisible(wrong);
    wrong->control()->setFocus(Qt::OtherFocusReason);
    if (wrong->line())
        wrong->line()->selectAll();
}

FormField *ProfileEditor::faulty() const
{
    const bool file = m_error->code == u"bad-profile-name" || m_error->code == u"profile-exists";
    FormField *wrong = field(file ? QStringLiteral("file") : m_error->where);
    if (!wrong && m_error->where == u"moodle")
        wrong = field(QStringLiteral("moodle[0].url"));
    return wrong;
}

/// What stands above the form, in the language of now.
void ProfileEditor::showMessage()
{
    QString said;
    Ink ink = Ink::Missing;
    if (m_reminds) {
        said = tr("Save the changes, or cancel them, before you open something else.");
        ink = Ink::Drift;
    } else if (m_error) {
        const text::Text words = text::error(*m_error, m_language);
        const QString sentence = words.sentence % u' ' % words.remedy;
        said = sentence;
        if (FormField *wrong = faulty()) {
            const QString own = profilewords::faultOf(m_error->where);
            said = tr("Not saved: %1").arg(wrong->control()->accessibleName());
            wrong->setFault(own.isEmpty() || wrong == field(QStringLiteral("file")) ? sentence : own);
        }
    } else if (m_fixed) {
        said = tr("Installed by the institution for everybody on this computer: it is not changed here. Duplicate it "
                  "to make one of your own.");
        ink = Ink::Secondary;
    }
    m_message->setInk(ink);
    m_message->setText(said);
    m_message->setVisible(!said.isEmpty());
    if (said.isEmpty())
        return;
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProfileEditor::authority(QVBoxLayout *form, const QString &place)
{
    FormField *one =
        text(form, place, tr("The institution’s certificate authority (PEM file)"),
             tr("Only where the server’s certificate was not signed by an authority that this computer knows."));
    const QString known = m_draft.text(place);
    if (known.contains(QLatin1String("-----BEGIN "))) { // text that travelled with the profile has no name of a file
        one->line()->setReadOnly(true);
        const QSignalBlocker quiet(one);
        one->line()->setText(tr("part of the profile"));
    }
    if (!m_fixed) {
        auto *browse = new Button(tr("Choose…"), Button::Kind::Normal, one);
        browse->setAccessibleName(tr("Choose the authority’s file"));
        one->addAside(browse);
        connect(browse, &Button::clicked, this, [this, one] {
            auto *dialog = new QFileDialog(this, tr("Certificate authority"), {},
                                           tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
            dialog->setFileMode(QFileDialog::ExistingFile);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QFileDialog::fileSelected, one, [this, one](const QString &file) {
                one->line()->setReadOnly(false);
                one->line()->setText(file);
                m_profiles.readAuthority(file);
            });
            dialog->open();
        });
        if (!known.isEmpty()) {
            auto *none = new Button(tr("Remove"), Button::Kind::Quiet, one);
            none->setAccessibleName(tr("Remove the authority"));
            one->addAside(none);
            connect(none, &Button::clicked, this, [this, one, place] {
                one->line()->setReadOnly(false);
                one->line()->clear();
                m_draft.setText(place, {});
            });
        }
    }
    connect(one, &FormField::finished, this, [this, place] {
        if (const QString ca = m_draft.text(place); !ca.isEmpty())
            m_profiles.readAuthority(ca);
    });
    if (!known.isEmpty())
        m_profiles.readAuthority(known);
}

void ProfileEditor::showPrints(const QString &ca, const QStringList &prints)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (!it.value() || !it.key().endsWith(QLatin1String("ca")) || m_draft.text(it.key()) != ca)
            continue;
        if (prints.isEmpty())
            it.value()->setHint(tr("No certificate can be read from this file."), Ink::Missing);
        else
            it.value()->setHint(prints.join(u'\n'), Ink::Text);
    }
}

/// Secrets are kept under address and account: another host has none yet.
void ProfileEditor::watchHost(FormField *url, const QString &place)
{
    const ProfileDraft original(m_original);
    const auto serverAt = [](const QString &typed) {
        const auto clean = cleanUrl(typed);
        return clean ? secrets::serverOf(*clean) : QString();
    };
    const QString before = serverAt(original.text(place));
    const QString account = original.text(QStringLiteral("chat.user"));
    const bool chat = place.startsWith(QLatin1String("chat."));
    const auto judge = [this, url, place, before, serverAt, chat, account] {
        const QString now = serverAt(m_draft.text(place));
        const bool moved = !before.isEmpty() && !now.isEmpty() && now != before;
        const bool other = chat && !account.isEmpty() && !m_draft.text(QStringLiteral("chat.user")).isEmpty() &&
                           account.compare(m_draft.text(QStringLiteral("chat.user")), Qt::CaseInsensitive) != 0;
        url->setHint(moved   ? tr("Another address: its token has to be given again, because a token belongs to "
                                    "one address and one account.")
                     : other ? tr("Another account: its token has to be given again, because a token belongs to "
                                  "one address and one account.")
                             : QString(),
                     Ink::Drift);
    };
    connect(url, &FormField::textChanged, this, judge);
    if (chat && field(QStringLiteral("chat.user")))
        connect(field(QStringLiteral("chat.user")), &FormField::textChanged, this, judge);
}

} // namespace liaison::ui
