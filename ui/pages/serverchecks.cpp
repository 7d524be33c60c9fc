#include "ui/pages/serverchecks.h"

#include "ui/pages/words.h"

#include <algorithm>

namespace liaison::ui {
namespace {

using Result = ServerCheck::Result;

/// The sentences of the checks of one server.
class Checks
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::Checks)

public:
    Checks(const ServerReport &report, text::Language language)
        : r(report), m_language(language), m_moodle(report.kind == u"moodle")
    {
    }

    std::vector<ServerCheck> take()
    {
        connection();
        if (!r.error || !r.version.isEmpty()) {
            versionAndAccount();
            clock();
        }
        if (m_moodle)
            plugins();
        sources();
        rights();
        return std::move(m_checks);
    }

private:
    void add(Result result, const QString &what, const QString &value, const QString &remedy = {})
    {
        m_checks.push_back({result, what, value, remedy});
    }
    void connection();
    void versionAndAccount();
    void clock();
    void plugins();
    void sources();
    void rights();
    [[nodiscard]] QString featureWord(const QString &feature) const;
    [[nodiscard]] Result missingResult(const RightRow &right) const;
    [[nodiscard]] QString missingRemedy(const RightRow &right) const;

    const ServerReport &r;
    text::Language m_language;
    bool m_moodle;
    std::vector<ServerCheck> m_checks;
};

void Checks::connection()
{
    if (!r.error)
        return add(Result::Fine, tr("Connection"), tr("the server answers"));
    const text::Text words = text::error(*r.error, m_language);
    add(Result::Blocking, tr("Connection"), words.name, QString(words.sentence % u' ' % words.remedy).trimmed());
}

void Checks::versionAndAccount()
{
    if (r.version.isEmpty())
        add(Result::NotKnown, tr("Version"), tr("not told"));
    else
        add(Result::Fine, tr("Version"), r.version);
    if (r.account.isEmpty())
        add(Result::NotKnown, tr("Account"), tr("not told"));
    else
        add(Result::Fine, tr("Account"), r.account);
}

void Checks::clock()
{
    constexpr qint64 tolerated = 60'000;
    if (!r.skewMs)
        return add(Result::NotKnown, tr("Clock"), tr("not compared"));
    const qint64 distance = std::abs(*r.skewMs);
    if (distance < 2000)
        return add(Result::Fine, tr("Clock"), tr("same as this machine"));
    const QString seconds = text::number(m_language, (distance + 500) / 1000);
    const QString value =
        *r.skewMs > 0 ? tr("%1 s ahead of this machine").arg(seconds) : tr("%1 s behind this machine").arg(seconds);
    if (distance <= tolerated)
        return add(Result::Fine, tr("Clock"), value);
    add(Result::Watch, tr("Clock"), value,
        tr("Dates are judged by the server\u2019s own clock, so nothing is wrong in the plan; have the clocks set "
           "right."));
}

void Checks::plugins()
{
    if (r.error && r.companion.isEmpty() && r.plugin.isEmpty()) {
        add(Result::NotKnown, tr("Companion plugin"), tr("not told"));
        return;
    }
    if (r.companion.isEmpty()) {
        add(Result::Watch, tr("Companion plugin"), tr("not there"),
            tr("Without it, links, role lists, wanted retention and restores cannot be read. A Moodle administrator "
               "installs local_liaison from packaging/moodle and adds its functions to the service."));
        add(Result::NotKnown, tr("Chat plugin"), tr("only the companion plugin tells it"));
        return;
    }
    add(Result::Fine, tr("Companion plugin"), r.companion);
    if (r.plugin.isEmpty())
        add(Result::Watch, tr("Chat plugin"), tr("not there"), tr("mod_rocketchat is not installed in this Moodle."));
    else
        add(Result::Fine, tr("Chat plugin"), r.plugin);
}

void Checks::sources()
{
    if (r.strategy == u"companion")
        add(Result::Fine, tr("Enrolments"), tr("read by the companion plugin"),
            tr("Sees roles inherited from categories and who is suspended."));
    else if (r.strategy == u"per-course")
        add(Result::Watch, tr("Enrolments"), tr("read course by course"),
            tr("Cannot see roles given in a category or for the whole site: those people are neither added nor "
               "removed."));
    else if (m_moodle && !r.strategy.isEmpty()) {
        const text::Text words = text::of(text::Group::Strategy, r.strategy, m_language);
        QStringList unseen;
        for (const QString &code : r.unseen)
            unseen << text::of(text::Group::Unseen, code, m_language).sentence;
        add(unseen.isEmpty() ? Result::Fine : Result::Watch, tr("Enrolments"), words.name,
            QString(words.sentence % u' ' % unseen.join(u' ')).trimmed());
    } else if (r.strategy == u"members-by-role")
        add(Result::Fine, tr("Members"), tr("read with their roles, in one list"),
            tr("Cannot see deactivated accounts: the server leaves them out."));
    else if (r.strategy == u"members-and-roles")
        add(Result::Fine, tr("Members"), tr("read in two lists, members and roles"),
            tr("Cannot see deactivated accounts, nor the members of archived rooms."));
    else
        add(r.error ? Result::NotKnown : Result::Blocking, m_moodle ? tr("Enrolments") : tr("Members"),
            r.error ? tr("not told") : tr("cannot be read"),
            r.error || !m_moodle ? QString() : tr("Add core_enrol_get_enrolled_users to the service of the account."));
    if (!m_moodle)
        return;
    if (r.linkSource.isEmpty())
        return add(Result::NotKnown, tr("Links"), tr("none was found"));
    const text::Text words = text::of(text::Group::Source, r.linkSource, m_language);
    const bool exact = r.linkSource == u"companion" || r.linkSource == u"import";
    QString cannotSee;
    if (r.linkSource == u"guessed" || r.linkSource == u"confirmed")
        cannotSee = tr("Cannot see rooms that were renamed, role lists of activities, nor wanted retention.");
    else if (r.linkSource == u"remembered")
        cannotSee = tr("Cannot see what changed in Moodle since then.");
    else if (r.linkSource == u"import")
        cannotSee = tr("Cannot see activities added since the import.");
    add(exact ? Result::Fine : Result::Watch, tr("Links"), words.name,
        QString(words.sentence % u' ' % cannotSee).trimmed());
}

QString Checks::featureWord(const QString &feature) const
{
    if (feature == u"read")
        return tr("Reading");
    if (feature == u"protection")
        return tr("Telling who is protected");
    if (feature == u"promote")
        return tr("Roles in rooms");
    return text::of(text::Group::Class, feature, m_language).name;
}

Result Checks::missingResult(const RightRow &right) const
{
    // Reading goes on with less: what cannot be seen is then shown as not known.
    return right.feature == u"read" && !(m_moodle && !right.right.contains(u'/')) ? Result::Watch : Result::Blocking;
}

QString Checks::missingRemedy(const RightRow &right) const
{
    if (m_moodle && right.right.contains(u'/'))
        return tr("Site administration > Users > Permissions > Define roles: allow %1 in the role of this account. "
                  "Without it Moodle leaves people out without saying so.")
            .arg(right.right);
    if (m_moodle)
        return tr("Site administration > Server > External services: add the function %1 to the service.")
            .arg(right.right);
    const QString grant = tr("Administration > Permissions > %1: tick a role of the account %2.")
                              .arg(right.right, r.account.isEmpty() ? words::unknown() : r.account);
    if (right.feature == u"read")
        return QString(grant % u' ' % tr("Until then rooms the account is not in are not seen, or only in part."));
    if (right.feature == u"protection")
        return QString(grant % u' ' % tr("Until then nobody can be removed: a protected person could not be told."));
    return QString(grant % u' ' % tr("Until then these changes are withheld."));
}

/// One line for what is held, one for what nobody tells, and one with its remedy for each right that is missing.
void Checks::rights()
{
    QStringList features;
    for (const RightRow &right : r.rights) {
        if (!features.contains(right.feature))
            features << right.feature;
    }
    for (const QString &feature : features) {
        QStringList held, untold;
        for (const RightRow &right : r.rights) {
            if (right.feature == feature && right.held != false && right.missingIn == 0)
                (right.held ? held : untold) << right.right;
        }
        const QString word = featureWord(feature);
        if (!held.isEmpty())
            add(Result::Fine, word, tr("%n right(s) granted", nullptr, static_cast<int>(held.size())),
                held.join(QStringLiteral(", ")));
        for (const RightRow &right : r.rights) {
            if (right.feature != feature)
                continue;
            if (right.missingIn > 0)
                add(Result::Watch, word, tr("missing in %n room(s): %1", nullptr, right.missingIn).arg(right.right),
                    right.held == true
                        ? tr("The account %1 is not owner there: an owner of the room makes it one.").arg(r.account)
                        : tr("The account %1 is not in these rooms: an owner adds it there, or an administrator ticks "
                             "one "
                             "of its roles for %2.")
                              .arg(r.account, right.right));
            else if (right.held == false)
                add(missingResult(right), word, tr("right missing: %1").arg(right.right), missingRemedy(right));
        }
        if (!untold.isEmpty())
            add(Result::NotKnown, word, tr("%n right(s) not known", nullptr, static_cast<int>(untold.size())),
                QString((m_moodle && !r.error ? tr("Only the companion plugin tells them:")
                                              : tr("They could not be read:")) %
                        u' ' % untold.join(QStringLiteral(", "))));
    }
}

/// Without what follows the number: "4.5 (Build: 20241007)".
QString shortName(const ServerReport &report)
{
    const QString product = report.kind == u"moodle" ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat");
    const QString version = report.version.section(u' ', 0, 0);
    return version.isEmpty() ? product : QString(product % u' ' % version);
}

} // namespace

Mark markOf(ServerCheck::Result result)
{
    switch (result) {
    case Result::Fine:
        return Mark::Fine;
    case Result::Watch:
        return Mark::Watch;
    case Result::Blocking:
        return Mark::Blocking;
    case Result::NotKnown:
        break;
    }
    return Mark::Unknown;
}

std::vector<ServerCheck> checksOf(const ServerReport &report, text::Language language)
{
    return Checks(report, language).take();
}

QString serverName(const ServerReport &report, const CampusView &view)
{
    const auto moodles = std::count_if(view.servers.begin(), view.servers.end(),
                                       [](const ServerReport &server) { return server.kind == u"moodle"; });
    const QString name = shortName(report);
    return report.kind == u"moodle" && moodles > 1 ? QString(name % QStringLiteral(", ") % report.site) : name;
}

int countOf(const std::vector<ServerCheck> &checks, ServerCheck::Result result)
{
    return static_cast<int>(
        std::count_if(checks.begin(), checks.end(), [&](const ServerCheck &check) { return check.result == result; }));
}

QString summaryOf(const std::vector<ServerCheck> &checks)
{
    QStringList parts;
    if (const int n = countOf(checks, Result::Fine); n > 0)
        parts << Words::tr("%n fine", nullptr, n);
    if (const int n = countOf(checks, Result::Watch); n > 0)
        parts << Words::tr("%n to watch", nullptr, n);
    if (const int n = countOf(checks, Result::Blocking); n > 0)
        parts << Words::tr("%n blocking", nullptr, n);
    if (const int n = countOf(checks, Result::NotKnown); n > 0)
        parts << Words::tr("%n not known", nullptr, n);
    return parts.join(QStringLiteral(", "));
}

} // namespace liaison::ui
