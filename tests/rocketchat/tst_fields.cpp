#include "tests/rocketchat/clienttest.h"
#include "tests/rocketchat/describe.h"
#include "tests/rocketchat/example.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <functional>

using namespace liaison;
using namespace liaison::test;

/// A server that is fifteen releases away: fields that nobody knew yet, and fields that are not sent any more. R273
class TestFields : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void addedFieldsChangeNothing_data();
    void addedFieldsChangeNothing();
    void removedFieldsLoseNobody_data();
    void removedFieldsLoseNobody();
    void otherKindsOfRooms();
};

namespace {

QJsonValue withMore(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray in = value.toArray();
        for (const QJsonValue &v : in)
            out.append(withMore(v));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject in = value.toObject();
    for (auto it = in.begin(); it != in.end(); ++it)
        out.insert(it.key(), withMore(it.value()));
    out.insert(QStringLiteral("aNewField"), QJsonObject{{QStringLiteral("_id"), QStringLiteral("other")}});
    out.insert(QStringLiteral("newList"), QJsonArray{1, QJsonValue::Null, QJsonArray{}});
    out.insert(QStringLiteral("zCount"), 7);
    return out;
}

/// Calls `use` with the document without one field, once for every field at every depth.
void withoutEach(const QJsonValue &value, const QString &at, const std::function<QJsonValue(const QJsonValue &)> &whole,
                 const std::function<void(const QString &, const QJsonValue &)> &use)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (int i = 0; i < list.size(); ++i) {
            withoutEach(
                list[i], at + u'[' + QString::number(i) + u']',
                [&](const QJsonValue &v) {
                    QJsonArray changed = list;
                    changed[i] = v;
                    return whole(changed);
                },
                use);
        }
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = it.key();
        QJsonObject less = object;
        less.remove(key);
        use(at + u'.' + key, whole(less));
        withoutEach(
            it.value(), at + u'.' + key,
            [&](const QJsonValue &v) {
                QJsonObject changed = object;
                changed.insert(key, v);
                return whole(changed);
            },
            use);
    }
}

/// Whom or what the described value is about, in order.
QStringList ids(const QString &described)
{
    QStringList out;
    const QStringList items = described.split(QStringLiteral(" | "));
    for (const QString &item : items)
        out << item.section(QStringLiteral(": "), -1).trimmed().section(u' ', 0, 0);
    return out;
}

void understood()
{
    QTest::addColumn<QString>("file");
    const QStringList files = exampleFiles();
    for (const QString &file : files) {
        const Example example = loadExample(file);
        if (parsedMethods().contains(example.name()) && example.reply.status == 200 &&
            QJsonDocument::fromJson(example.reply.body).isObject() &&
            !parsedAs(example.name(), example.reply).startsWith(QLatin1String("error")))
            QTest::newRow(qPrintable(file)) << file;
    }
}

} // namespace

void TestFields::addedFieldsChangeNothing_data()
{
    understood();
}

void TestFields::addedFieldsChangeNothing()
{
    QFETCH(QString, file);
    const Example example = loadExample(file);
    const QJsonValue more = withMore(QJsonDocument::fromJson(example.reply.body).object());
    QCOMPARE(parsedAs(example.name(), makeReply(more.toObject())), parsedAs(example.name(), example.reply));
}

void TestFields::removedFieldsLoseNobody_data()
{
    understood();
}

/// Less is told, or the answer is refused: never somebody fewer, never somebody else.
void TestFields::removedFieldsLoseNobody()
{
    QFETCH(QString, file);
    const Example example = loadExample(file);
    const QStringList before = ids(parsedAs(example.name(), example.reply));
    int tried = 0;
    QStringList wrong;
    withoutEach(
        QJsonDocument::fromJson(example.reply.body).object(), {}, [](const QJsonValue &v) { return v; },
        [&](const QString &field, const QJsonValue &less) {
            ++tried;
            const QString after = parsedAs(example.name(), makeReply(less.toObject()));
            const bool refused = after.startsWith(QLatin1String("error BadReply"));
            const bool untold = after.endsWith(QLatin1String("rooms: not told")); // and it says so
            if (!refused && !untold && ids(after) != before)
                wrong << field + QStringLiteral(" -> ") + after;
        });
    QVERIFY(tried > 0);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Livechat and direct rooms are nobody's course room, whatever list they turn up in. R10
void TestFields::otherKindsOfRooms()
{
    const QJsonObject live = group(QStringLiteral("live"), QStringLiteral("l"));
    const QJsonObject direct = group(QStringLiteral("direct"), QStringLiteral("d"));
    const std::vector<QJsonObject> all{live, group(QStringLiteral("a")), direct};
    for (const char *method : {"groups.list", "groups.listAll"})
        m_server.on(QString::fromLatin1(method), paged(QStringLiteral("groups"), all));
    m_server.on(QStringLiteral("rooms.adminRooms"), paged(QStringLiteral("rooms"), all));
    const auto list = m_client->rooms(m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->rooms.size(), std::size_t(1));
    QCOMPARE(list->rooms[0].id, QStringLiteral("a"));
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
