#include "core/run/doctor.h"

#include "core/run/checklist.h"
#include "core/run/connectionchecks.h"
#include "core/run/plugindefects.h"

#include <algorithm>
#include <array>

namespace liaison {
namespace {

class Checks : private CheckList
{
public:
    explicit Checks(const Examined &examined) : e(examined), r(examined.report), m_moodle(r.kind == u"moodle") {}

    std::vector<Check> take()
    {
        m_checks = connectionChecks(e);
        version();
        if (r.error) {
            for (const char *step : {"account", "token-strength", "clock"})
                notTried(word(step));
            for (const char *step : m_moodle ? std::array{"companion", "plugin", "enrolments", "links"}
                                             : std::array{"members", "grants", "rights-read", "rights-protection"})
                notTried(word(step));
            if (m_moodle)
                notTried(word("rights-read"));
            return std::move(m_checks);
        }
        account();
        strength();
        clock();
        if (m_moodle) {
            companion();
            links();
        } else {
            limit();
            members();
        }
        rights();
        return std::move(m_checks);
    }

private:
    void version();
    void account();
    void strength();
    void clock();
    void limit();
    void companion();
    void links();
    void members();
    void rights();
    void rightOf(const RightRow &row);

    const Examined &e;
    const ServerReport &r;
    bool m_moodle;
};

void Checks::version()
{
    const QString step = word("version");
    if (r.error && r.version.isEmpty())
        return notTried(step);
    const QString shown = r.version.section(u' ', 0, 0);
    if (m_moodle) {
        // Branch dates: 4.1 is 2022112800, 4.5 is 2024100700; what follows the eighth digit are its fixes.
        const qint64 branch = e.info.version.left(8).toLongLong();
        const QString tested = QStringLiteral("4.1–4.5");
        if (branch == 0)
            add(step, Result_::NotKnown, "version-untold");
        else if (branch < 20221128)
            add(step, Result_::Watch, "version-old", {shown, tested});
        else if (branch > 20241007)
            add(step, Result_::Watch, "version-new", {shown, tested});
        else
            add(step, Result_::Fine, "version-tested", {shown});
        return;
    }
    const QString tested = QStringLiteral("6.8–9.0");
    if (!e.version.isKnown())
        add(step, Result_::NotKnown, "version-untold");
    else if (!e.version.atLeast(6, 8))
        add(step, Result_::Watch, "version-old", {shown, tested});
    else if (e.version.atLeast(9, 1))
        add(step, Result_::Watch, "version-new", {shown, tested});
    else
        add(step, Result_::Fine, "version-tested", {shown});
}

void Checks::account()
{
    const QString step = word("account");
    if (m_moodle)
        return void(add(step, Result_::Fine, "account-moodle", {r.account}));
    const bool known = !e.pluginAccounts.isEmpty();
    const bool plugins = std::any_of(e.pluginAccounts.begin(), e.pluginAccounts.end(), [&](const QString &account) {
        return account == e.accountId || account.compare(r.account, Qt::CaseInsensitive) == 0;
    });
    if (known && !plugins)
        return void(add(step, Result_::Watch, "account-not-plugin", {r.account}));
    add(step, Result_::Fine, plugins ? "account-plugin" : "account-chat",
        {r.account, e.roles.join(QStringLiteral(", "))});
}

void Checks::strength()
{
    const QString step = word("token-strength");
    if (m_moodle) {
        const StrongFunctions strong = strongFunctions(e.info.functions, e.readOnly);
        const auto some = [](const QStringList &list) { return list.mid(0, 6).join(QStringLiteral(", ")); };
        if (!strong.destructive.isEmpty())
            add(step, Result_::Blocking, "strength-deletes", {some(strong.destructive)});
        else if (!strong.writing.isEmpty() && e.readOnly)
            add(step, Result_::Blocking, "strength-read-only", {some(strong.writing)});
        else if (!strong.writing.isEmpty())
            add(step, Result_::Watch, "strength-writes", {some(strong.writing)});
        if (e.info.siteAdmin.value_or(false))
            add(step, e.readOnly ? Result_::Blocking : Result_::Watch, "strength-site-admin", {r.account});
        else if (strong.destructive.isEmpty() && strong.writing.isEmpty())
            add(step, Result_::Fine, "strength-fine");
        return;
    }
    QStringList writes;
    for (const RightRow &row : r.rights) {
        if (row.held == true && row.feature != u"read" && row.feature != u"protection")
            writes << row.right;
    }
    writes.removeDuplicates();
    if (e.permissionsError && !e.roles.contains(u"admin"))
        add(step, Result_::NotKnown, "strength-untold");
    else if (e.readOnly && (!writes.isEmpty() || e.roles.contains(u"admin")))
        add(step, Result_::Blocking, "strength-read-only",
            {writes.isEmpty() ? QStringLiteral("admin") : writes.join(QStringLiteral(", "))});
    else if (e.roles.contains(u"admin"))
        add(step, Result_::Watch, "strength-admin", {r.account});
    else
        add(step, Result_::Fine, "strength-fine");
}

void Checks::clock()
{
    constexpr qint64 same = 2'000, tolerated = 60'000;
    const QString step = word("clock");
    if (!r.skewMs)
        return void(add(step, Result_::NotKnown, "clock-untold"));
    const qint64 distance = std::abs(*r.skewMs);
    const QString seconds = QString::number((distance + 500) / 1000);
    if (distance < same)
        add(step, Result_::Fine, "clock-same");
    else
        add(step, distance <= tolerated ? Result_::Fine : Result_::Watch,
            distance <= tolerated ? "clock-near"
            : *r.skewMs > 0       ? "clock-ahead"
                                  : "clock-behind",
            {seconds});
}

/// As told with the answers so far: limits are per route, the tightest is what people wait for.
void Checks::limit()
{
    const QString step = word("rate-limit");
    if (e.limitWait > 0)
        return void(add(step, Result_::Watch, "limit-waits", {QString::number(e.limitWait)}));
    const auto exempt = std::find_if(r.rights.begin(), r.rights.end(),
                                     [](const RightRow &row) { return row.right == u"api-bypass-rate-limit"; });
    if (exempt != r.rights.end() && exempt->held == true)
        return void(add(step, Result_::Fine, "limit-exempt"));
    if (!e.limit)
        return void(add(step, Result_::Fine, "limit-untold"));
    const qint64 left = std::max<qint64>(0, e.limit->told.resetAt.ms - e.askedAt.ms);
    add(step, Result_::Fine, "limit-told",
        {QStringLiteral("%1/%2").arg(e.limit->told.remaining).arg(e.limit->told.limit),
         QString::number((left + 999) / 1000)});
}

void Checks::companion()
{
    if (e.companionError) {
        failed(word("companion"), *e.companionError);
        add(word("plugin"), Result_::NotKnown, "plugin-untold");
    } else if (r.companion.isEmpty()) {
        add(word("companion"), Result_::Watch, "companion-absent");
        add(word("plugin"), Result_::NotKnown, "plugin-untold");
    } else {
        add(word("companion"), Result_::Fine, "companion-there", {r.companion});
        if (r.plugin.isEmpty())
            add(word("plugin"), Result_::Watch, "plugin-absent");
        else if (isRefusedBy(e.pluginVersion, e.pluginTalksTo))
            add(word("plugin"), Result_::Watch, "plugin-too-old-for-chat",
                {r.plugin, e.pluginTalksTo.text.section(u' ', 0, 0)});
        else
            add(word("plugin"), Result_::Fine, "plugin-there", {r.plugin});
        if (const QStringList defects = knownDefects(e.pluginVersion); !r.plugin.isEmpty() && !defects.isEmpty())
            add(word("plugin-defects"), Result_::Watch, "plugin-defects",
                QStringList{r.plugin, QString::number(defects.size())} + defects);
    }
    const QString step = word("enrolments");
    if (r.strategy.isEmpty())
        add(step, Result_::Blocking, "enrolments-none");
    else
        add(step, r.strategy == u"companion" ? Result_::Fine : Result_::Watch,
            QString(QLatin1String("enrolments-") + r.strategy).toLatin1().constData());
}

void Checks::links()
{
    const QString step = word("links");
    if (e.linksError)
        return failed(step, *e.linksError);
    if (r.linkSource.isEmpty())
        return void(add(step, Result_::NotKnown, "links-none"));
    const bool exact = r.linkSource == u"companion" || r.linkSource == u"import";
    add(step, exact ? Result_::Fine : Result_::Watch,
        QString(QLatin1String("links-") + r.linkSource).toLatin1().constData());
}

void Checks::members()
{
    if (r.strategy.isEmpty())
        add(word("members"), Result_::NotKnown, "version-untold");
    else
        add(word("members"), Result_::Fine, r.strategy.toLatin1().constData());
    if (e.roomsError) // rights by our roles in rooms rest on it
        failed(word("members"), *e.roomsError, Result_::NotKnown);
    QStringList shared;
    for (const char *role : {"admin", "bot", "app", "user"}) {
        if (e.roles.contains(QLatin1String(role)) && qstrcmp(role, "user") != 0)
            shared << QString::fromLatin1(role);
    }
    if (e.permissionsError)
        failed(word("grants"), *e.permissionsError, Result_::NotKnown);
    else if (!shared.isEmpty())
        add(word("grants"), Result_::Fine, "grants-shared", {shared.join(QStringLiteral(", "))});
    else
        add(word("grants"), Result_::Fine, "grants-told", {e.roles.join(QStringLiteral(", "))});
}

void Checks::rights()
{
    for (const RightRow &row : r.rights) {
        const bool reading = row.feature == u"read" || row.feature == u"protection";
        if (reading || !e.readOnly) // a profile that never writes needs no right to
            rightOf(row);
    }
}

void Checks::rightOf(const RightRow &row)
{
    const QString step = QLatin1String("rights-") + row.feature;
    const bool capability = m_moodle && row.right.contains(u'/');
    const bool reading = row.feature == u"read";
    Check check{step, Result_::Fine, {}, {row.right}, row.right, {}};
    if (!row.held) {
        check.result = Result_::NotKnown;
        check.found = capability && r.companion.isEmpty() ? word("right-untold") : word("right-unread");
    } else if (*row.held && row.missingIn == 0) {
        check.found = word("right-held");
    } else if (*row.held) {
        check.result = Result_::Watch;
        check.found = word("right-missing-in");
        check.args << QString::number(row.missingIn);
    } else if (row.missingIn > 0) { // of rooms that the account is not in
        check.result = Result_::Watch;
        check.found = word("right-missing-outside");
        check.args << QString::number(row.missingIn);
    } else {
        // Reading goes on with less: what cannot be seen is then shown as not known.
        check.result = reading && (!m_moodle || capability) ? Result_::Watch : Result_::Blocking;
        check.found = capability ? word("capability-missing")
                      : m_moodle ? word("function-missing")
                                 : word("permission-missing");
        if (!m_moodle)
            check.args << r.account;
    }
    m_checks.push_back(std::move(check));
}

} // namespace

std::vector<Check> checksOf(const Examined &examined)
{
    return Checks(examined).take();
}

} // namespace liaison
