// The fields of the editor, card by card.
#include "ui/profiles/profileeditor.h"

#include "core/reconcile/identity.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <algorithm>

namespace liaison::ui {
namespace {

const QString inactive = QStringLiteral("policy.inactiveEnrolment");
const QString suspended = QStringLiteral("policy.suspendedAccount");
const QString rule = QStringLiteral("policy.identity.rule");
const QString pattern = QStringLiteral("policy.identity.pattern");
const QString replacement = QStringLiteral("policy.identity.replace");
const QString categories = QStringLiteral("scope.categories");
const QString expression = QStringLiteral("scope.expression");

} // namespace

void ProfileEditor::buildGeneral(QVBoxLayout *form)
{
    text(form, QStringLiteral("name"), tr("Name"), tr("As people say it: it stands at the foot of the window."));
    FormField *file = add(form, QStringLiteral("file"), FormField::text(tr("Short name"), m_name, m_body));
    file->setHint(tr("For liaisonctl --profile, and the name of the file. Letters without accent, digits, . - _"));
    connect(file, &FormField::textChanged, this, [this, file](const QString &typed) {
        m_name = typed.trimmed();
        file->setFault({});
    });
    if (isSupport()) {
        choice(form, QStringLiteral("environment"), tr("Environment"),
               {{tr("test"), QStringLiteral("test")}, {tr("production"), QStringLiteral("production")}},
               tr("Of the servers that the snapshot was read from."));
        return; // nothing is ever written from it
    }
    choice(form, QStringLiteral("environment"), tr("Environment"),
           {{tr("test"), QStringLiteral("test")}, {tr("production"), QStringLiteral("production")}},
           tr("In production the number of changes is typed before a plan is applied."));
    flag(form, QStringLiteral("readOnly"), tr("Read-only"),
         tr("Nothing that writes is built. This protects against mistakes, not against somebody who holds the token."));
    flag(form, QStringLiteral("askAgainBeforeApply"), tr("Ask again before a plan is applied in production"),
         tr("Whoever applies proves again that they are there: the passphrase of the sealed file, or the tokens read "
            "again from the keychain."));
}

bool ProfileEditor::isSupport() const
{
    return !ProfileDraft(m_original).text(QStringLiteral("snapshot")).isEmpty();
}

void ProfileEditor::buildSnapshot(QVBoxLayout *form)
{
    text(form, QStringLiteral("snapshot"), tr("File"),
         tr("Where the published snapshot lies. Its key is kept with the tokens, never in the profile."));
}

void ProfileEditor::buildSite(QVBoxLayout *form, int index)
{
    const QString at = QStringLiteral("moodle[%1].").arg(index);
    FormField *url = text(form, at + QLatin1String("url"), tr("Address of Moodle"));
    url->line()->setPlaceholderText(QStringLiteral("https://moodle.example.org"));
    watchHost(url, at + QLatin1String("url"));
    text(form, at + QLatin1String("id"), tr("Site id"),
         tr("Up to 16 small letters, digits and underscores. The first site is usually called main."));
    authority(form, at + QLatin1String("ca"));
    text(form, at + QLatin1String("pluginAccount"), tr("Chat account of the Moodle plugin"),
         tr("Its login or id. Left empty, the companion plugin tells it, or it is guessed and confirmed with the "
            "links."));
    text(form, at + QLatin1String("namePrefix"), tr("Prefix of room names"),
         tr("Left empty: as the plugin makes it, from the site’s address."));
    if (m_fixed || m_draft.sites() < 2)
        return;
    auto *drop = new Button(tr("Remove this site"), Button::Kind::Quiet, m_body);
    drop->setAccessibleName(tr("Remove the site %1").arg(m_draft.text(at + QLatin1String("id"))));
    form->addWidget(drop, 0, Qt::AlignLeft);
    connect(drop, &Button::clicked, this, [this, index] {
        m_draft.removeSite(index);
        QMetaObject::invokeMethod(
            this,
            [this] {
                rebuild();
                initialFocus()->setFocus(Qt::OtherFocusReason);
            },
            Qt::QueuedConnection);
    });
}

void ProfileEditor::buildChat(QVBoxLayout *form)
{
    FormField *url = text(form, QStringLiteral("chat.url"), tr("Address of Rocket.Chat"));
    url->line()->setPlaceholderText(QStringLiteral("https://chat.example.org"));
    text(form, QStringLiteral("chat.user"), tr("Account"),
         tr("Login or id. Recommended: the account that the Moodle plugin uses, which owns every room it made, with a "
            "token of its own for this program."));
    watchHost(url, QStringLiteral("chat.url"));
    authority(form, QStringLiteral("chat.ca"));
    number(form, QStringLiteral("chat.connections"), tr("Requests at the same time, at most"), 6, 1, 64,
           tr("Fewer where the server is small or limits requests."));
}

void ProfileEditor::buildNetwork(QVBoxLayout *form)
{
    FormField *proxy = text(form, QStringLiteral("proxy"), tr("Proxy"),
                            tr("Left empty: the system’s. With a user in the address its password is kept with the "
                               "tokens, never in the profile."));
    proxy->line()->setPlaceholderText(QStringLiteral("http://proxy.example.org:3128"));
    FormField *hours = text(form, QStringLiteral("hours"), tr("Hours when it may write"),
                            tr("Like 20:00-06:30, in this computer’s time. Left empty: always."));
    hours->line()->setPlaceholderText(QStringLiteral("20:00-06:30"));
    const int seconds = m_draft.number(QStringLiteral("timeoutSeconds"), 0);
    FormField *timeout = add(form, QStringLiteral("timeoutSeconds"),
                             FormField::number(tr("Seconds to wait for an answer"), seconds, 0, 3600, m_body));
    timeout->setHint(tr("0: as shipped, 30 seconds and 120 for the calls known to be slow."));
    connect(timeout, &FormField::numberChanged, this,
            [this](int typed) { m_draft.setNumber(QStringLiteral("timeoutSeconds"), typed, 0); });
}

void ProfileEditor::buildScope(QVBoxLayout *form)
{
    auto *what = new Label(tr("What the profile sees and may change: courses in one of the categories or of the list, "
                              "whose short name matches the expression. What is left empty sets no limit."),
                           FontRole::Body, Ink::Secondary, m_body);
    addReading(form, what);
    FormField *tree = list(form, categories, tr("Categories, each with all below it"), {});
    tree->line()->setPlaceholderText(QStringLiteral("12, annexe:3"));
    connect(tree, &FormField::textChanged, this, &ProfileEditor::nameCategories);
    list(form, QStringLiteral("scope.courses"), tr("Courses"),
         tr("Their ids, with the site in front where it is not main: 42, annexe:7"));
    FormField *regex = text(form, expression, tr("Expression on the short name"));
    regex->line()->setPlaceholderText(QStringLiteral("^(DRC|ALG)-L[123]"));
    connect(regex, &FormField::textChanged, this, &ProfileEditor::judgeExpression);
    if (!m_fixed && !m_categories.isEmpty()) {
        auto *known = new Button(tr("Add…"), Button::Kind::Normal, tree);
        known->setAccessibleName(tr("Add a category"));
        known->setChevron(true);
        tree->addAside(known);
        auto *menu = new QMenu(known);
        std::vector<std::pair<QString, QString>> sorted; // path, key
        for (auto it = m_categories.cbegin(); it != m_categories.cend(); ++it)
            sorted.emplace_back(it.value(), it.key());
        std::sort(sorted.begin(), sorted.end());
        for (const auto &[path, key] : sorted) {
            QString shown = path;
            menu->addAction(shown.replace(u'&', QStringLiteral("&&")), tree, [this, tree, id = key] {
                QStringList all = m_draft.texts(categories);
                if (!all.contains(id))
                    all << id;
                tree->line()->setText(all.join(QStringLiteral(", ")));
            });
        }
        connect(known, &Button::clicked, menu,
                [known, menu] { menu->popup(known->mapToGlobal(QPoint(0, known->height() + 2))); });
    }
}

void ProfileEditor::nameCategories()
{
    FormField *tree = field(categories);
    if (!tree)
        return;
    QStringList said;
    const QStringList ids = m_draft.texts(categories);
    for (const QString &id : ids) {
        if (const QString name = m_categories.value(id); !name.isEmpty())
            said << QString(id % QStringLiteral(": ") % name);
    }
    tree->setHint(said.isEmpty() ? tr("Their ids, with the site in front where it is not main: 12, annexe:3")
                                 : said.join(u'\n'));
}

void ProfileEditor::judgeExpression()
{
    FormField *regex = field(expression);
    if (!regex)
        return;
    const QString typed = m_draft.text(expression);
    const QRegularExpression judged(typed);
    if (typed.isEmpty())
        regex->setHint(tr("A regular expression; a course counts where it matches anywhere in the short name."));
    else if (judged.isValid())
        regex->setHint(tr("The expression is valid."), Ink::Ok);
    else
        regex->setHint(tr("Not valid, at character %1: %2").arg(judged.patternErrorOffset()).arg(judged.errorString()),
                       Ink::Missing);
}

void ProfileEditor::buildPolicy(QVBoxLayout *form)
{
    choice(form, QStringLiteral("policy.source"), tr("Who decides"),
           {{tr("as found: the plugin where it works, else this console"), QStringLiteral("auto")},
            {tr("the Moodle plugin"), QStringLiteral("plugin")},
            {tr("this console"), QStringLiteral("console")}},
           tr("Where the plugin decides, roles are read-only here and set in Moodle, so that the two never fight."));
    choice(form, QStringLiteral("policy.preset"), tr("Preset"),
           {{tr("as the plugin does: every enrolled person"), QStringLiteral("plugin")},
            {tr("strict: active enrolments of active accounts"), QStringLiteral("strict")}});
    const std::vector<FormField::Choice> treatments{{tr("as the preset says"), QString()},
                                                    {tr("expected"), QStringLiteral("expected")},
                                                    {tr("not expected"), QStringLiteral("not-expected")},
                                                    {tr("kept where present"), QStringLiteral("keep")}};
    choice(form, inactive, tr("Inactive enrolment"), treatments);
    choice(form, suspended, tr("Suspended account"), treatments);
    number(form, QStringLiteral("policy.pendingMinutes"), tr("Minutes before a room counts as missing"), 30, 0, 100000,
           tr("The plugin makes rooms a little later than activities."));
}

void ProfileEditor::buildIdentity(QVBoxLayout *form)
{
    FormField *which = choice(form, rule, tr("The chat login is"),
                              {{tr("the Moodle login in small letters"), QStringLiteral("lower")},
                               {tr("the Moodle login as it is"), QStringLiteral("same")},
                               {tr("the Moodle login without its domain"), QStringLiteral("strip-domain")},
                               {tr("made by a regular expression"), QStringLiteral("regex")},
                               {tr("that of the account with the same e-mail"), QStringLiteral("email")},
                               {tr("the ID number in Moodle"), QStringLiteral("idnumber")}});
    FormField *from = text(form, pattern, tr("Expression"));
    FormField *to = text(form, replacement, tr("Replaced by"), tr("\\1 stands for the first part in brackets."));
    for (FormField *one : {which, from, to})
        connect(one, &FormField::textChanged, this, &ProfileEditor::showExample);
}

/// Somebody as universities have them, through the rule that is typed.
void ProfileEditor::showExample()
{
    FormField *which = field(rule);
    if (!which)
        return;
    const bool regex = m_draft.text(rule) == u"regex";
    field(pattern)->setVisible(regex);
    field(replacement)->setVisible(regex);
    Identity identity;
    const QString chosen = m_draft.text(rule);
    identity.rule = chosen == u"same"           ? IdentityRule::Same
                    : chosen == u"strip-domain" ? IdentityRule::StripDomain
                    : chosen == u"regex"        ? IdentityRule::Regex
                    : chosen == u"email"        ? IdentityRule::Email
                    : chosen == u"idnumber"     ? IdentityRule::IdNumber
                                                : IdentityRule::Lower;
    identity.pattern = m_draft.text(pattern);
    identity.replacement = m_draft.text(replacement);
    if (const QRegularExpression judged(identity.pattern); regex && !judged.isValid()) {
        which->setHint({});
        field(pattern)->setHint(
            tr("Not valid, at character %1: %2").arg(judged.patternErrorOffset()).arg(judged.errorString()),
            Ink::Missing);
        return;
    }
    field(pattern)->setHint({});
    Person person;
    person.username = QStringLiteral("A.Martin@univ-exemple.fr");
    person.email = QStringLiteral("anne.martin@univ-exemple.fr");
    person.idNumber = QStringLiteral("22104711");
    if (identity.rule == IdentityRule::Email) {
        which->setHint(tr("Example: the account whose e-mail is %1. E-mails need a right of their own on the chat "
                          "server.")
                           .arg(person.email));
        return;
    }
    const QString login = loginFor(person, identity);
    const QString source = identity.rule == IdentityRule::IdNumber ? person.idNumber : person.username;
    which->setHint(login.isEmpty() ? tr("Example: %1 has no chat login").arg(source)
                                   : tr("Example: %1 is %2 in the chat").arg(source, login));
}

void ProfileEditor::buildProtection(QVBoxLayout *form)
{
    list(form, QStringLiteral("policy.exclude"), tr("Chat logins that are never touched"),
         tr("Separated by commas. Owners, bots and server administrators are protected anyway."));
    list(form, QStringLiteral("policy.apiAccounts"), tr("Further accounts of programs"),
         tr("Ids or logins: they are no members, and never in a change."));
    flag(form, QStringLiteral("policy.timeline"), tr("Read joins, leaves and role changes"),
         tr("For the data-protection officer: the console then reads, from the rooms’ system messages, who joined or "
            "left a room and when, to explain an absence. Nothing that people wrote is read or kept."));
    flag(form, QStringLiteral("policy.measureRetention"), tr("Measure retention by the date of the oldest message"),
         tr("For the data-protection officer: the console then reads the date of the oldest message of each room, to "
            "check that old messages are deleted. Of a message only its date is read; its text is never kept."));
}

void ProfileEditor::buildThresholds(QVBoxLayout *form)
{
    auto *what = new Label(tr("Removals and demotions beyond these are held back until somebody types their number."),
                           FontRole::Body, Ink::Secondary, m_body);
    addReading(form, what);
    const QString at = QStringLiteral("policy.thresholds.");
    number(form, at + QLatin1String("roomMax"), tr("In one room, more than"), 25, 0, 1000000, {});
    number(form, at + QLatin1String("roomPercent"), tr("In one room, more than this part of it (%)"), 20, 0, 100, {});
    number(form, at + QLatin1String("roomFloor"), tr("… and more than"), 5, 0, 1000000, {});
    number(form, at + QLatin1String("roomHalfFrom"), tr("More than half of a room of at least"), 4, 0, 1000000, {});
    number(form, at + QLatin1String("runMax"), tr("In one run, more than"), 200, 0, 10000000, {});
}

} // namespace liaison::ui
