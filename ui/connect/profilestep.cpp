#include "ui/connect/profilestep.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QUrl>

namespace liaison::ui {

ProfileStep::ProfileStep(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : Step(connector, language, draft, parent)
    , m_name(new Entry(Entry::Kind::Plain, this))
    , m_test(new QRadioButton(this))
    , m_production(new QRadioButton(this))
    , m_readOnly(new QCheckBox(this))
    , m_environment(new Label(FontRole::Name, Ink::Text, this))
    , m_means(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_readOnlyMeans(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_tag(new EnvironmentTag(Environment::Test, this))
{
    add(m_name);
    auto *choice = new QWidget(this);
    auto *lines = new QVBoxLayout(choice);
    setMetrics(lines, {}, 6);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 8);
    head->addWidget(m_environment);
    head->addWidget(m_tag);
    head->addStretch(1);
    lines->addLayout(head);
    lines->addWidget(m_test);
    lines->addWidget(m_production);
    lines->addWidget(m_means);
    add(choice);
    auto *reading = new QWidget(this);
    lines = new QVBoxLayout(reading);
    setMetrics(lines, {}, 4);
    lines->addWidget(m_readOnly);
    lines->addWidget(m_readOnlyMeans);
    add(reading);
    addStretch();
    m_means->setWordWrap(true);
    m_readOnlyMeans->setWordWrap(true);
    m_name->edit()->setObjectName(QStringLiteral("profileName"));
    m_production->setObjectName(QStringLiteral("production"));
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_test->setChecked(true);
    connect(m_production, &QRadioButton::toggled, this, [this] { retranslate(); });
    connect(m_name->edit(), &QLineEdit::textEdited, this, [this] { clearNotice(); });
    connect(&connector, &Connector::nameFree, this, [this](const QString &name) {
        if (!answered())
            return;
        m_draft.name = name;
        m_draft.profile.name = name;
        m_draft.profile.production = m_production->isChecked();
        m_draft.profile.readOnly = m_readOnly->isChecked();
        Q_EMIT accepted();
    });
    retranslate();
}

void ProfileStep::enter()
{
    if (m_name->text().isEmpty()) {
        // "moodle.univ-x.example" is better known by what tells it from others.
        const std::vector<MoodleSettings> &sites = m_draft.profile.moodle;
        QString host = sites.empty() ? QString() : QUrl(sites.front().url).host();
        if (host.startsWith(u"www.") || host.startsWith(u"moodle."))
            host = host.section(u'.', 1);
        const bool address = !host.isEmpty() && host.back().isDigit();
        m_name->setText(!m_draft.name.isEmpty() ? m_draft.name
                        : address               ? QStringLiteral("campus")
                                                : host.section(u'.', 0, 0));
    }
    (m_draft.profile.production ? m_production : m_test)->setChecked(true);
    m_readOnly->setChecked(m_draft.profile.readOnly);
}

void ProfileStep::submit()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return complain(tr("The name is missing."), {}, initialFocus());
    ask(tr("Looking for a profile of that name"));
    m_connector.checkName(name);
}

QString ProfileStep::fact() const
{
    if (m_draft.name.isEmpty())
        return {};
    QString fact = m_draft.name + QLatin1String(", ") + (m_draft.profile.production ? tr("Production") : tr("Test"));
    if (m_draft.profile.readOnly)
        fact += QLatin1String(", ") + tr("read-only");
    return fact;
}

void ProfileStep::retranslate()
{
    setTitle(tr("Name and environment"), tr("A profile keeps the addresses and your choices; no token is in it."));
    m_name->setLabel(tr("Name of the profile"));
    m_name->setHint(tr("Letters without accent, digits, full stops, hyphens, underscores."));
    m_environment->setText(tr("Environment"));
    m_tag->setEnvironment(m_production->isChecked() ? Environment::Production : Environment::Test);
    m_test->setText(tr("Test: changes concern nobody"));
    m_production->setText(tr("Production: people work on these servers"));
    m_means->setText(m_production->isChecked()
                         ? tr("Before anything is changed, the number of changes has to be typed.")
                         : tr("Its colour is on every page, so that nobody takes one for the other."));
    m_readOnly->setText(tr("Read-only"));
    m_readOnlyMeans->setText(tr("Nothing that changes a room is built into this connection. It protects against "
                                "mistakes; what an account may do is up to the servers."));
}

} // namespace liaison::ui
