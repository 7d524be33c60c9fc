#include "ui/text/text.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace liaison;
using text::Group;
using text::Language;
using text::Text;

namespace {

const QStringList marks{QStringLiteral("%1"), QStringLiteral("%2")};

Text raw(Group group, const QString &code, Language language)
{
    return text::of(group, code, language, marks);
}

QSet<QString> marksIn(const QString &text)
{
    QSet<QString> out;
    static const QRegularExpression mark(QStringLiteral("%[0-9]"));
    for (auto it = mark.globalMatch(text); it.hasNext();)
        out << it.next().captured();
    return out;
}

QStringList lines(std::initializer_list<const char *> codes)
{
    QStringList out;
    for (const char *code : codes)
        out << QString::fromLatin1(code);
    return out;
}

/// Groups in which nothing, or nothing more, has to be done for some codes; everywhere else a remedy is required.
bool mayHaveNoRemedy(Group group, const QString &code)
{
    switch (group) {
    case Group::Class:
    case Group::Reason: // what is to be done is the change itself
    case Group::Certainty:
    case Group::Role:
    case Group::Step:
    case Group::Fact: // the remedy is the conclusion's
    case Group::FactSource:
    case Group::Check: // the remedy depends on what the step found
    case Group::Found: // most of them are as they should be
    case Group::Right: // the remedy is that of the finding
        return true;
    case Group::State:
        return code == u"in-step";
    case Group::Source:
        return code == u"companion" || code == u"confirmed";
    case Group::Strategy:
        return code == u"companion" || code == u"members-by-role";
    case Group::Unseen:
        return code == u"deactivated-accounts"; // no version of the server lists them
    case Group::Outcome:
        return code == u"done";
    case Group::Run:
        return code == u"done" || code == u"running";
    case Group::Undo:
        return code == u"already-back";
    case Group::Verdict:
        return code == u"ok";
    case Group::Restore:
        return code == u"performed" || code == u"runner-idle";
    case Group::Detail:
        return code == u"already-so" || code == u"no-longer-needed";
    default:
        return false;
    }
}

/// What a step of the diagnosis found is the value of a cell, always with its values: it may start with one.
bool isValue(Group group)
{
    return group == Group::Found;
}

/// The codes of rights are the servers' own names, and Moodle's own groups are called so by everybody.
bool isRight(Group group)
{
    return group == Group::Right;
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT

    static void eachText()
    {
        QTest::addColumn<Group>("group");
        QTest::addColumn<QString>("code");
        QTest::addColumn<Language>("language");
        for (const Group group : text::allGroups()) {
            for (const QString &code : text::codes(group)) {
                for (const Language language : {Language::English, Language::French}) {
                    const QString row = text::groupName(group) + u' ' + code +
                                        (language == Language::French ? QStringLiteral(" fr") : QStringLiteral(" en"));
                    QTest::newRow(qPrintable(row)) << group << code << language;
                }
            }
        }
    }

    template <class E> static void compareEnum()
    {
        QStringList expected;
        for (const auto &pair : Codes<E>::all)
            expected << QString::fromLatin1(pair.second);
        QCOMPARE(text::codes(text::groupOf(Codes<E>::all.front().first)), expected);
    }

private Q_SLOTS:
    // R36, R89: no code without words.
    void everyEnumIsCovered()
    {
        compareEnum<ChangeKind>();
        compareEnum<ChangeClass>();
        compareEnum<ChangeReason>();
        compareEnum<FindingCode>();
        compareEnum<UnknownReason>();
        compareEnum<Rule>();
        compareEnum<Cause>();
        compareEnum<Certainty>();
        compareEnum<LinkState>();
        compareEnum<LinkSource>();
        compareEnum<MemberRole>();
        compareEnum<Outcome>();
        compareEnum<RunState>();
        compareEnum<WhyStep>();
        compareEnum<WhyFact>();
        compareEnum<WhySource>();
        compareEnum<Conclusion>();
    }

    void everyErrorAndDetailIsCovered()
    {
        const QStringList errors = lines({"wrong-token",
                                          "token-expired",
                                          "token-of-another-account",
                                          "swapped-fields",
                                          "access-refused",
                                          "function-missing",
                                          "account-suspended",
                                          "no-permission",
                                          "no-access",
                                          "course-not-accessible",
                                          "not-found",
                                          "room-not-found",
                                          "room-archived",
                                          "web-services-off",
                                          "maintenance",
                                          "upgrade-running",
                                          "database-down",
                                          "backend-down",
                                          "not-moodle",
                                          "not-rocketchat",
                                          "invalid-response-raw",
                                          "site-error",
                                          "invalid-parameter",
                                          "bad-reply",
                                          "truncated",
                                          "rate-limited",
                                          "server-error",
                                          "refused-by-server",
                                          "timeout",
                                          "refused",
                                          "reset",
                                          "host-not-found",
                                          "tls-expired",
                                          "tls-wrong-host",
                                          "tls-self-signed",
                                          "tls-unknown-ca",
                                          "tls-other",
                                          "redirect",
                                          "insecure-url",
                                          "unknown-host",
                                          "too-large",
                                          "cancelled",
                                          "moodle-down",
                                          "chat-down",
                                          "bad-url",
                                          "missing-setting",
                                          "bad-config",
                                          "unknown-config-key",
                                          "bad-world",
                                          "bad-plan",
                                          "plan-digest",
                                          "plan-servers",
                                          "plan-version",
                                          "unknown-entry",
                                          "too-many-removals",
                                          "confirmation-needed",
                                          "read-only",
                                          "course-not-found",
                                          "several-courses",
                                          "person-not-found",
                                          "several-people",
                                          "bad-arguments",
                                          "store-newer",
                                          "store-failed",
                                          "store-locked",
                                          "disk-full",
                                          "file-not-found",
                                          "file-not-readable",
                                          "file-not-writable",
                                          "run-not-found",
                                          "port-in-use",
                                          "internal"});
        for (const QString &code : errors)
            QVERIFY2(text::has(Group::Error, code), qPrintable(code));
        const QStringList details =
            lines({"already-so", "no-longer-needed", "room-moved", "link-moved", "not-in-effect", "look-here",
                   "cancelled", "token-lost", "depends-on-failed", "account-unknown", "threshold-room", "threshold-run",
                   "person-changed", "interrupted", "outside-hours", "not-private", "files-only"});
        QCOMPARE(QSet<QString>(details.begin(), details.end()), [] {
            const QStringList codes = text::codes(Group::Detail);
            return QSet<QString>(codes.begin(), codes.end());
        }());
        QCOMPARE(text::codes(Group::Strategy), lines({"companion", "report", "several-courses", "per-course",
                                                      "members-by-role", "members-and-roles"}));
        QCOMPARE(text::codes(Group::Unseen),
                 lines({"inherited-roles", "uncounted-lists", "inactive-people", "suspended-accounts", "empty-courses",
                        "deactivated-accounts", "archived-members"}));
        QCOMPARE(text::codes(Group::Verdict), lines({"ok", "server-off", "no-override", "too-long", "too-short",
                                                     "files-only", "older-than-rule", "not-measurable", "unknown"}));
    }

    void complete_data() { eachText(); }
    void complete()
    {
        QFETCH(Group, group);
        QFETCH(QString, code);
        QFETCH(Language, language);
        const Text t = raw(group, code, language);
        static const QRegularExpression codeShape(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
        QVERIFY(codeShape.match(code).hasMatch() || isRight(group));
        QVERIFY(!t.name.isEmpty());
        QVERIFY2(t.name.size() <= 45, qPrintable(t.name)); // a label of tables
        QVERIFY2(!t.name.endsWith(u'.'), qPrintable(t.name));
        QVERIFY2(t.sentence.size() >= (isValue(group) ? 8 : 20) && t.sentence.size() <= 230, qPrintable(t.sentence));
        QVERIFY2(t.sentence.endsWith(u'.'), qPrintable(t.sentence));
        QVERIFY2(!t.sentence.contains(QLatin1String(". ")), qPrintable(t.sentence)); // one sentence
        QVERIFY2(t.sentence.at(0).isUpper() || isValue(group), qPrintable(t.sentence));
        if (t.remedy.isEmpty())
            QVERIFY2(mayHaveNoRemedy(group, code), "a remedy is missing");
        else
            QVERIFY2(t.remedy.endsWith(u'.') || t.remedy.endsWith(u")."), qPrintable(t.remedy));
        for (const QString &part : {t.name, t.sentence, t.remedy}) {
            QCOMPARE(part, part.trimmed());
            QVERIFY2(!part.contains(QLatin1String("  ")), qPrintable(part));
            QVERIFY2(!part.contains(u'\'') && !part.contains(u'"') && !part.contains(QLatin1String("...")),
                     qPrintable(part));
        }
    }

    // R293, R37: the words of teaching support, not those of the servers.
    void noJargon_data() { eachText(); }
    void noJargon()
    {
        QFETCH(Group, group);
        QFETCH(QString, code);
        QFETCH(Language, language);
        const Text t = raw(group, code, language);
        const bool french = language == Language::French;
        // Moodle's own groups are called so by everybody; the REST protocol is the name of a switch in Moodle.
        QString banned =
            QStringLiteral("subscriptions?|payload|endpoint|null|API|REST|JSON|HTTP|kick(ed)?|invited?|channels?|"
                           "boolean|array|webhook|backend|UID|rid");
        if (code != u"not-in-group" && code != u"room-for-all-groups" && !isRight(group))
            banned += QStringLiteral("|groups?|groupes?");
        if (french)
            banned =
                banned.replace(QStringLiteral("invited?"), QStringLiteral("invite[rz]?|canal|canaux|abonnements?"));
        if (french) // one word for one thing: conservation des messages
            banned += QStringLiteral("|[Rr]étentions?");
        if (code == u"web-services-off")
            banned.remove(QStringLiteral("REST|"));
        const QRegularExpression words(QStringLiteral("\\b(") + banned + QStringLiteral(")\\b"));
        const QString seen = t.name + u' ' + t.sentence;
        QVERIFY2(!words.match(seen).hasMatch(), qPrintable(seen));
    }

    void frenchTypography_data() { eachText(); }
    void frenchTypography()
    {
        QFETCH(Group, group);
        QFETCH(QString, code);
        QFETCH(Language, language);
        const Text t = raw(group, code, language);
        const QString all = t.name + u'\n' + t.sentence + u'\n' + t.remedy;
        if (language == Language::English) {
            QVERIFY2(!all.contains(QChar::Nbsp) && !all.contains(u'«'), qPrintable(all));
            return;
        }
        // A no-break space before : ; ? ! » and after «; never an ordinary one. "https://", "site:numéro" and
        // capabilities ("moodle/course:view") are names, not punctuation.
        static const QRegularExpression ordinary(QStringLiteral("[ ][:;?!»]|«[ ]"));
        static const QRegularExpression none(QStringLiteral("[^\\x{a0}\\s][;?!»]|«[^\\x{a0}]|[^\\x{a0}]:(\\s|$)"));
        QVERIFY2(!ordinary.match(all).hasMatch(), qPrintable(all));
        QVERIFY2(!none.match(all).hasMatch(), qPrintable(all));
        QVERIFY2(!all.contains(u'“') && !all.contains(u'”'), qPrintable(all));
    }

    void samePlaceholders_data() { eachText(); }
    void samePlaceholders()
    {
        QFETCH(Group, group);
        QFETCH(QString, code);
        QFETCH(Language, language);
        const Text mine = raw(group, code, language);
        const Text other = raw(group, code, language == Language::French ? Language::English : Language::French);
        QCOMPARE(marksIn(mine.sentence), marksIn(other.sentence));
        QCOMPARE(marksIn(mine.remedy), marksIn(other.remedy));
        QVERIFY(marksIn(mine.name).isEmpty());
        // Documented, all of them, and nothing more.
        const QSet<QString> used = marksIn(mine.sentence + mine.remedy);
        QCOMPARE(used.size(), text::placeholders(group, code).size());
        // Without values no mark is left; marks stand after a colon or in brackets, so that the stand-in fits.
        const Text bare = text::of(group, code, language);
        QVERIFY2(marksIn(bare.sentence + bare.remedy).isEmpty(), qPrintable(bare.sentence));
        static const QRegularExpression misplaced(QStringLiteral("(?<!: |\\()%[0-9]"));
        QVERIFY2(isValue(group) || !misplaced.match(mine.sentence + u'\n' + mine.remedy).hasMatch(),
                 qPrintable(mine.sentence));
    }

    // R4: an activity that Moodle hides closes none of the other doors to its room.
    void hiddenActivityNamesTheOtherDoors()
    {
        const QString english = raw(Group::Finding, QStringLiteral("hidden-open"), Language::English).sentence;
        const QString french = raw(Group::Finding, QStringLiteral("hidden-open"), Language::French).sentence;
        for (const char *door : {"browser", "desktop", "phone", "mail portal"})
            QVERIFY2(english.contains(QLatin1String(door)), door);
        for (const char *door : {"navigateur", "bureau", "téléphone", "portail de messagerie"})
            QVERIFY2(french.contains(QString::fromUtf8(door)), door);
    }

    // Two codes never read the same, in either language.
    void noDuplicates()
    {
        for (const Language language : {Language::English, Language::French}) {
            QMap<QString, QString> sentences;
            for (const Group group : text::allGroups()) {
                QMap<QString, QString> names;
                for (const QString &code : text::codes(group)) {
                    const Text t = raw(group, code, language);
                    const QString where = text::groupName(group) + u' ' + code;
                    QVERIFY2(!names.contains(t.name),
                             qPrintable(where + QStringLiteral(" is named like ") + names[t.name]));
                    names[t.name] = where;
                    QVERIFY2(!sentences.contains(t.sentence),
                             qPrintable(where + QStringLiteral(" reads like ") + sentences[t.sentence]));
                    sentences[t.sentence] = where;
                }
                QCOMPARE(names.size(), text::codes(group).size());
            }
        }
    }

    void languagesDiffer()
    {
        for (const Group group : text::allGroups()) {
            for (const QString &code : text::codes(group))
                QVERIFY2(raw(group, code, Language::English).sentence != raw(group, code, Language::French).sentence,
                         qPrintable(code));
        }
    }

    // Moodle contract section 2: "the message to the administrator must list them". R249
    void accessRefusedListsSixCauses()
    {
        for (const Language language : {Language::English, Language::French}) {
            const Text t =
                text::of(Group::Error, u"access-refused", language, {QStringLiteral("core_course_get_contents")});
            for (const char *part :
                 {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "webservice/rest:use", "core_course_get_contents", "IP"})
                QVERIFY2(t.remedy.contains(QLatin1String(part)), part);
            QVERIFY(!t.remedy.contains(QLatin1String("(7)")));
        }
    }

    void valuesAreDataNotText()
    {
        const QStringList hostile{QStringLiteral("a\nb %2 %1")};
        QCOMPARE(text::of(Group::Error, u"file-not-found", Language::English, hostile).sentence,
                 QStringLiteral("This file does not exist: a b %2 %1."));
        const Text twice =
            text::of(Group::Error, u"too-many-removals", Language::French, {QStringLiteral("12"), QStringLiteral("3")});
        QVERIFY(twice.sentence.contains(QStringLiteral("(prévus\u00a0: 12\u00a0; confirmés\u00a0: 3)")));
    }

    void typedAndUnknown()
    {
        QCOMPARE(text::of(LinkState::Drift, Language::French).name, QStringLiteral("Écarts"));
        QCOMPARE(text::of(LinkState::Drift, Language::English).name, QStringLiteral("Differences"));
        QVERIFY(text::of(Rule::NoRight, Language::English, {QStringLiteral("view-room-administration")})
                    .remedy.contains(QStringLiteral("(view-room-administration)")));
        const Text t = text::of(Group::Error, u"no-such-code", Language::French);
        QCOMPARE(t.name, QStringLiteral("no-such-code"));
        QVERIFY(t.sentence.endsWith(u'.'));
        QCOMPARE(text::languageFrom(u"fr_FR.UTF-8"), std::optional(Language::French));
        QCOMPARE(text::languageFrom(u"EN"), std::optional(Language::English));
        QCOMPARE(text::languageFrom(u"en-GB"), std::optional(Language::English));
        QCOMPARE(text::languageFrom(u"de"), std::optional<Language>());
        QCOMPARE(text::languageFrom(u""), std::optional<Language>());
    }

    void causeCarriesItsCertainty()
    {
        QCOMPARE(text::causeSentence(Cause::Left, Certainty::Certain, Language::French),
                 QStringLiteral("La personne a quitté le salon d’elle-même (certain)."));
        QCOMPARE(text::causeSentence(Cause::Left, Certainty::Likely, Language::English),
                 QStringLiteral("The person left the room by themselves (probable)."));
        QCOMPARE(text::causeSentence(Cause::NotKnown, Certainty::None, Language::English),
                 QStringLiteral("Nothing read so far shows why."));
    }

    void codesPageIsUpToDate()
    {
        QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/codes.md"));
        QVERIFY2(file.open(QIODevice::ReadOnly), "docs/codes.md is missing: build codesdoc, then "
                                                 "build/<preset>/ui/text/codesdoc > docs/codes.md");
        QVERIFY2(file.readAll() == text::codesMarkdown().toUtf8(),
                 "docs/codes.md does not agree with ui/text: build codesdoc, then "
                 "build/<preset>/ui/text/codesdoc > docs/codes.md");
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
