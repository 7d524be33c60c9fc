#include "tests/flow/killed.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>

namespace liaison::flow {

Campus sixtySteps()
{
    Campus campus;
    for (int i = 0; i < 4; ++i) {
        const QString n = QString::number(i);
        const qint64 course = 10 + i, cmid = 100 + i;
        campus.linked(u"MIX" + n, course, cmid,
                      u"prof" + n + u"* neu" + n + u"* up" + n + u"* down" + n + u' ' + many(u"s" + n + u'x', 11) +
                          u" gone" + n,
                      u"prof" + n + u"* up" + n + u" down" + n + u"* " + many(u"s" + n + u'x', 1) + u" gone" + n);
        campus.courseOf(course).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
        campus.activityOf(cmid).retention = sandbox::ActivityRetention{true, 90, false, true};
    }
    campus.linked(QStringLiteral("HID"), 20, 200, QStringLiteral("prof0* s0x1"), QStringLiteral("prof0* s0x1"));
    campus.activityOf(200).visible = false;
    campus.linked(QStringLiteral("ARC"), 21, 210, QStringLiteral("prof0* s0x1 s0x2"), QStringLiteral("prof0* s0x1"));
    campus.roomOf(QStringLiteral("r210")).archived = true;
    return campus;
}

std::vector<ChangeClass> everyClass()
{
    std::vector<ChangeClass> all;
    for (const auto &[value, code] : Codes<ChangeClass>::all)
        all.push_back(value);
    return all;
}

QMap<QString, int> writesByMethod(Flow &flow)
{
    QMap<QString, int> writes;
    for (const auto &request : flow.sandbox().requests()) {
        if (request.write)
            ++writes[request.path.section(u'/', -1)];
    }
    return writes;
}

void everyStrike(const QMap<QString, int> &writes)
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("fault");
    for (auto it = writes.begin(); it != writes.end(); ++it) {
        for (int at = 0; at < it.value(); ++at) {
            QTest::addRow("%s %d before", qPrintable(it.key()), at) << it.key() << at << QByteArray("hang");
            QTest::addRow("%s %d after", qPrintable(it.key()), at) << it.key() << at << QByteArray("delay");
        }
    }
}

void strike(Flow &flow, const QString &method, int at, const QByteArray &fault)
{
    const QJsonObject rule{{QStringLiteral("server"), QStringLiteral("rocketchat")},
                           {QStringLiteral("match"), method},
                           {QStringLiteral("after"), at},
                           {QStringLiteral("do"), QString::fromLatin1(fault)},
                           {QStringLiteral("ms"), 60000}};
    flow.fault(QJsonDocument(rule).toJson().constData());
}

std::unique_ptr<QProcess> startAgain(Flow &flow, const QString &as, const Env &more)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto it = flow.env.begin(); it != flow.env.end(); ++it)
        variables.insert(it.key(), it.value());
    variables.insert(QStringLiteral("LIAISON_STORE"), flow.file(QStringLiteral("console")));
    for (auto it = more.begin(); it != more.end(); ++it)
        variables.insert(it.key(), it.value());
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(variables);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {as});
    return process;
}

} // namespace liaison::flow
