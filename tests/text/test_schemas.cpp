#include "ui/text/checks.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QtTest>

using namespace liaison;

namespace {

QDir schemaDir()
{
    return QDir(QStringLiteral(LIAISON_SOURCE_DIR "/docs/schemas"));
}

template <class E> QStringList codesOf()
{
    QStringList out;
    for (const auto &pair : Codes<E>::all)
        out << QString::fromLatin1(pair.second);
    return out;
}

QStringList checkResults()
{
    QStringList out;
    for (const CheckResult result :
         {CheckResult::Fine, CheckResult::Watch, CheckResult::Blocking, CheckResult::NotKnown, CheckResult::NotTried})
        out << text::codeOf(result);
    return out;
}

/// The names under which the schemas hold the closed lists of core/model/codes.h.
QMap<QString, QStringList> codeLists()
{
    return {{QStringLiteral("kind"), codesOf<ChangeKind>()},
            {QStringLiteral("changeClass"), codesOf<ChangeClass>()},
            {QStringLiteral("findingCode"), codesOf<FindingCode>()},
            {QStringLiteral("unknownReason"), codesOf<UnknownReason>()},
            {QStringLiteral("rule"), codesOf<Rule>()},
            {QStringLiteral("cause"), codesOf<Cause>()},
            {QStringLiteral("certainty"), codesOf<Certainty>()},
            {QStringLiteral("linkState"), codesOf<LinkState>()},
            {QStringLiteral("linkSource"), codesOf<LinkSource>()},
            {QStringLiteral("memberRole"), codesOf<MemberRole>()},
            {QStringLiteral("outcome"), codesOf<Outcome>()},
            {QStringLiteral("notUndone"), codesOf<NotUndone>()},
            {QStringLiteral("runState"), codesOf<RunState>()},
            {QStringLiteral("journalFault"), codesOf<JournalFault>()},
            {QStringLiteral("whyStep"), codesOf<WhyStep>()},
            {QStringLiteral("whySource"), codesOf<WhySource>()},
            {QStringLiteral("check"), text::codes(text::Group::Check)},
            {QStringLiteral("found"), text::codes(text::Group::Found)},
            {QStringLiteral("checkResult"), checkResults()},
            {QStringLiteral("verdict"), text::codes(text::Group::Verdict)},
            {QStringLiteral("errorCode"), text::codes(text::Group::Error)}};
}

QStringList strings(const QJsonValue &array)
{
    QStringList out;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        out << value.toString();
    return out;
}

/// Calls `visit(place, object)` for every object of a document.
template <class F> void walk(const QJsonValue &value, const QString &place, const F &visit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        visit(place, object);
        for (auto it = object.begin(); it != object.end(); ++it)
            walk(it.value(), place + u'/' + it.key(), visit);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            walk(array.at(i), place + u'/' + QString::number(i), visit);
    }
}

} // namespace

/// docs/schemas says exactly what the code can say.
class TestSchemas : public QObject
{
    Q_OBJECT

    static void eachSchema()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = schemaDir().entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }

    static QJsonObject load(const QString &name)
    {
        QFile file(schemaDir().filePath(name + QStringLiteral(".json")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
        if (error.error != QJsonParseError::NoError)
            qWarning("%s: %s", qPrintable(name), qPrintable(error.errorString()));
        return document.object();
    }

private Q_SLOTS:
    void all()
    {
        const QStringList expected{QStringLiteral("apply.json"),
                                   QStringLiteral("config.json"),
                                   QStringLiteral("courses.json"),
                                   QStringLiteral("doctor-sheet.json"),
                                   QStringLiteral("doctor.json"),
                                   QStringLiteral("error.json"),
                                   QStringLiteral("journal-verify.json"),
                                   QStringLiteral("journal.json"),
                                   QStringLiteral("person.json"),
                                   QStringLiteral("plan.json"),
                                   QStringLiteral("requests.json"),
                                   QStringLiteral("restores.json"),
                                   QStringLiteral("retention.json"),
                                   QStringLiteral("roles.json"),
                                   QStringLiteral("rooms.json"),
                                   QStringLiteral("runs.json"),
                                   QStringLiteral("sandbox-ready.json"),
                                   QStringLiteral("show.json"),
                                   QStringLiteral("why.json"),
                                   QStringLiteral("world.json")};
        QStringList missing;
        for (const QString &file : expected) {
            if (!schemaDir().exists(file))
                missing << file;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void identity_data() { eachSchema(); }
    void identity()
    {
        QFETCH(QString, name);
        const QJsonObject schema = load(name);
        QCOMPARE(schema[u"$schema"].toString(), QStringLiteral("https://json-schema.org/draft/2020-12/schema"));
        QCOMPARE(schema[u"$id"].toString(), QStringLiteral("urn:liaison:schema:") + name);
        QVERIFY(!schema[u"title"].toString().isEmpty());
        QVERIFY(!schema[u"description"].toString().isEmpty());
    }

    // A document with a key that nobody described is not ours.
    void closed_data() { eachSchema(); }
    void closed()
    {
        QFETCH(QString, name);
        walk(load(name), QString(), [](const QString &place, const QJsonObject &object) {
            if (object[u"type"].toString() == u"object" ||
                object[u"type"].toArray().contains(QStringLiteral("object"))) {
                QVERIFY2(object[u"additionalProperties"].isBool() && !object[u"additionalProperties"].toBool(),
                         qPrintable(place));
            }
        });
    }

    void requiredKeysExist_data() { eachSchema(); }
    void requiredKeysExist()
    {
        QFETCH(QString, name);
        walk(load(name), QString(), [](const QString &place, const QJsonObject &object) {
            if (!object[u"required"].isArray() || !object[u"properties"].isObject())
                return;
            const QStringList keys = strings(object[u"required"]);
            for (const QString &key : keys)
                QVERIFY2(object[u"properties"].toObject().contains(key), qPrintable(place + u' ' + key));
        });
    }

    void codes_data() { eachSchema(); }
    void codes()
    {
        QFETCH(QString, name);
        const QJsonObject schema = load(name);
        const QMap<QString, QStringList> lists = codeLists();
        const QJsonObject defs = schema[u"$defs"].toObject();
        for (auto it = lists.begin(); it != lists.end(); ++it) {
            if (defs.contains(it.key()))
                QCOMPARE(strings(defs[it.key()].toObject()[u"enum"]), it.value());
        }
        // What the program prints has no other closed list than those of codes.h; files and the sandbox have their own.
        const QStringList own{QStringLiteral("config"), QStringLiteral("world"), QStringLiteral("requests")};
        if (own.contains(name))
            return;
        walk(schema, QString(), [&](const QString &place, const QJsonObject &object) {
            if (object[u"enum"].isArray())
                QVERIFY2(place.startsWith(QLatin1String("/$defs/")) && lists.contains(place.mid(7)), qPrintable(place));
        });
    }

    // Texts in --lang stand beside their code and are optional; plan files hold codes only (design section 8).
    void texts_data() { eachSchema(); }
    void texts()
    {
        QFETCH(QString, name);
        walk(load(name), QString(), [&](const QString &place, const QJsonObject &object) {
            const QJsonObject properties = object[u"properties"].toObject();
            const QStringList required = strings(object[u"required"]);
            const QStringList keys = properties.keys();
            for (const QString &key : keys) {
                if (!key.endsWith(QLatin1String("Text")))
                    continue;
                QVERIFY2(name != u"plan", qPrintable(place));
                QVERIFY2(properties.contains(key.chopped(4)), qPrintable(place + u' ' + key));
                QVERIFY2(!required.contains(key), qPrintable(place + u' ' + key));
            }
        });
    }

    // counts has every kind, and totals every state.
    void countsNameEveryKind()
    {
        const QJsonObject counts = load(QStringLiteral("plan"))[u"properties"].toObject()[u"counts"].toObject();
        const QStringList required = strings(counts[u"required"]);
        const QJsonObject notSelected =
            counts[u"properties"].toObject()[u"notSelected"].toObject()[u"properties"].toObject();
        const QStringList kinds = codesOf<ChangeKind>();
        for (const QString &kind : kinds) {
            QVERIFY2(required.contains(kind), qPrintable(kind));
            QVERIFY2(notSelected.contains(kind), qPrintable(kind));
        }
        QCOMPARE(notSelected.size(), kinds.size());
        for (const QString &name : {QStringLiteral("courses"), QStringLiteral("show")}) {
            const QJsonObject totals =
                load(name)[u"properties"].toObject()[u"totals"].toObject()[u"properties"].toObject();
            const QStringList states = codesOf<LinkState>();
            for (const QString &state : states)
                QVERIFY2(totals.contains(state), qPrintable(state));
        }
    }
};

QTEST_APPLESS_MAIN(TestSchemas)
#include "test_schemas.moc"
