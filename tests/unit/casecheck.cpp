#include "tests/unit/casefile.h"

#include <QRegularExpression>
#include <algorithm>

namespace liaison::tests {
namespace {

QString retentionText(const Retention &r)
{
    return r.enabled ? QStringLiteral("%1 days").arg(r.maxAge.value_or(0)) : QStringLiteral("off");
}

QString at(const Place &place)
{
    return place.cmid && *place.cmid != 100 ? QString(u" of " + QString::number(*place.cmid)) : QString();
}

/// "add carl as member", with " in R2" where it is not the first room.
QString sentence(const Change &c)
{
    QString text;
    const PersonKey *person = personOf(c);
    const QString who = person ? person->username : QString();
    switch (kindOf(c)) {
    case ChangeKind::CreateAccount:
        return u"create account " + who;
    case ChangeKind::CreateRoom:
        return u"create room" + at(c.place);
    case ChangeKind::Unarchive:
    case ChangeKind::Archive:
        return codeOf(kindOf(c)) + at(c.place);
    case ChangeKind::SetRetention:
        return u"set retention " + retentionText(std::get<SetRetention>(c.what).after) + at(c.place);
    case ChangeKind::Add:
        text = u"add " + who + u" as " + codeOf(std::get<AddMember>(c.what).as);
        break;
    case ChangeKind::Promote:
    case ChangeKind::Demote:
    case ChangeKind::Remove:
        text = codeOf(kindOf(c)) + u' ' + who;
        break;
    }
    if (c.place.room && *c.place.room != u"R1")
        text += u" in " + *c.place.room;
    return text;
}

struct Said
{
    QString text;
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
};

QStringList textsOf(const std::vector<Said> &list)
{
    QStringList texts;
    for (const Said &s : list)
        texts.push_back(s.text);
    std::sort(texts.begin(), texts.end());
    return texts;
}

/// "remove s1..s3, guest" is three sentences.
QStringList unrolled(const QString &text)
{
    static const QRegularExpression range(QStringLiteral("[a-z]+[0-9]+\\.\\.[a-z]+[0-9]+"));
    const auto match = range.match(text);
    if (!match.hasMatch())
        return {text};
    QStringList all;
    for (const QString &name : namesIn(match.captured()))
        all.push_back(QString(text).replace(match.capturedStart(), match.capturedLength(), name));
    return all;
}

/// Compares one list of the plan with the lines `expect WORDS: ...` of the case.
QStringList compareList(const Case &c, const QString &words, const std::vector<Said> &actual)
{
    static const QRegularExpression because(QStringLiteral("^(.*) \\(([a-z-]+)(?: ([a-z]+))?\\)$"));
    QStringList wrong, expected;
    for (const Statement &s : c.statements) {
        if (!s.expects || s.words != words)
            continue;
        const auto match = because.match(s.value);
        QString text = match.hasMatch() ? match.captured(1) : s.value;
        if (s.places.contains(QStringLiteral("of")) && s.place("of", {}) != u"100")
            text += u" of " + s.place("of", {});
        for (const QString &one : unrolled(text)) {
            expected.push_back(one);
            const auto said = std::find_if(actual.begin(), actual.end(), [&](const Said &a) { return a.text == one; });
            if (!match.hasMatch() || said == actual.end())
                continue;
            if (codeOf(said->cause) != match.captured(2) ||
                (match.hasCaptured(3) && codeOf(said->certainty) != match.captured(3)))
                wrong.push_back(QStringLiteral("line %1: the cause of '%2' is %3 %4")
                                    .arg(s.line)
                                    .arg(one, codeOf(said->cause), codeOf(said->certainty)));
        }
    }
    std::sort(expected.begin(), expected.end());
    const QStringList found = textsOf(actual);
    if (expected != found)
        wrong.push_back(QStringLiteral("%1: expected [%2], got [%3]")
                            .arg(words.isEmpty() ? QStringLiteral("steps") : words, expected.join(QLatin1String(" | ")),
                                 found.join(QLatin1String(" | "))));
    return wrong;
}

const LinkRow *rowOf(const Compared &r, const QString &cmid)
{
    for (size_t i = 0; i < r.snapshot->links.size(); ++i) {
        if (r.snapshot->links[i].cmid.value == cmid.toLongLong())
            return &r.diff.links[i];
    }
    return nullptr;
}

QString number(const std::optional<int> &n)
{
    return n ? QString::number(*n) : QStringLiteral("?");
}

QString compareSingle(const Statement &s, const Compared &r)
{
    const LinkRow *row = rowOf(r, s.place("of", QStringLiteral("100")));
    if (!row)
        return QStringLiteral("line %1: no such activity").arg(s.line);
    QString actual;
    QString expected = s.value.simplified();
    if (s.words == u"state") {
        actual = codeOf(row->state);
    } else if (s.words == u"exit") {
        actual = QString::number(exitCodeOf(r.plan));
    } else if (s.words == u"noise") {
        actual =
            QStringLiteral("%1 messages %2 notifications").arg(r.plan.noise.messages).arg(r.plan.noise.notifications);
    } else if (s.words == u"not ticked") {
        QStringList kinds;
        for (const auto &[kind, n] : r.plan.notSelected) {
            if (n > 0)
                kinds.push_back(QStringLiteral("%1 %2").arg(kind).arg(n));
        }
        actual = kinds.isEmpty() ? QStringLiteral("nothing") : kinds.join(u' ');
    } else if (s.words == u"counts") { // only those that the line names
        const QMap<QString, QString> all = {{QStringLiteral("expected"), number(row->expected)},
                                            {QStringLiteral("members"), number(row->members)},
                                            {QStringLiteral("add"), number(row->add)},
                                            {QStringLiteral("promote"), number(row->promote)},
                                            {QStringLiteral("demote"), number(row->demote)},
                                            {QStringLiteral("remove"), number(row->remove)},
                                            {QStringLiteral("guests"), number(row->guests)},
                                            {QStringLiteral("findings"), QString::number(row->findings)}};
        const QStringList words = expected.split(u' ');
        QStringList shown;
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            shown.push_back(words[i] + u' ' + all.value(words[i], QStringLiteral("no such column")));
        actual = shown.join(u' ');
    } else {
        return QStringLiteral("line %1: no such expectation: %2").arg(s.line).arg(s.words);
    }
    return actual == expected
               ? QString()
               : QStringLiteral("line %1: %2 is '%3', expected '%4'").arg(s.line).arg(s.words, actual, expected);
}

} // namespace

QStringList disagreements(const Case &c, const Compared &r)
{
    std::vector<Said> steps, withheld, findings, unknown;
    for (const Step &s : r.plan.steps)
        steps.push_back({sentence(s.change), s.change.cause, s.change.certainty});
    for (const Withheld &w : r.plan.withheld) {
        const QString detail = w.detail.isEmpty() ? QString() : QString(u' ' + w.detail);
        withheld.push_back({sentence(w.change) + u", " + codeOf(w.rule) + detail, w.change.cause, w.change.certainty});
    }
    for (const Finding &f : r.plan.findings) {
        const QString who = f.person ? QString(u' ' + f.person->username) : QString();
        findings.push_back({codeOf(f.code) + who + at(f.place), f.cause, f.certainty});
    }
    for (const Unknown &u : r.plan.unknown)
        unknown.push_back({codeOf(u.reason) + at(u.place)});

    static const QStringList lists = {QString(), QStringLiteral("nothing"), QStringLiteral("withheld"),
                                      QStringLiteral("finding"), QStringLiteral("unknown")};
    QStringList wrong = compareList(c, {}, steps);
    wrong += compareList(c, QStringLiteral("withheld"), withheld);
    wrong += compareList(c, QStringLiteral("finding"), findings);
    wrong += compareList(c, QStringLiteral("unknown"), unknown);
    bool expectsSomething = false;
    for (const Statement &s : c.statements) {
        if (!s.expects)
            continue;
        expectsSomething = true;
        if (lists.contains(s.words))
            continue;
        if (const QString problem = compareSingle(s, r); !problem.isEmpty())
            wrong.push_back(problem);
    }
    if (!expectsSomething)
        wrong.push_back(QStringLiteral("the case expects nothing: write 'expect nothing' if that is meant"));
    return wrong;
}

} // namespace liaison::tests
