// Design 6.7: a read-only profile is built without anything that can write.
#include "core/rocketchat/writer.h"
#include "core/run/servers.h"

#include <QTest>
#include <type_traits>

using namespace liaison;

namespace {

template <class T>
concept Writes = std::is_base_of_v<chat::ChatWriter, T> || requires
{
    &T::add;
} || requires
{
    &T::setModerator;
} || requires
{
    &T::archive;
} || requires
{
    &T::setRetention;
} || requires
{
    &T::setRoom;
};

// What the rest holds of the servers has no verb that writes: the only way to one is Servers::writer.
static_assert(Writes<chat::ChatWriter> && Writes<rocketchat::Writer>);
static_assert(!Writes<chat::ChatServer>);
static_assert(!Writes<rocketchat::Client>);
static_assert(!Writes<moodle::MoodleClient>);

Profile profile(bool readOnly)
{
    Profile p;
    p.readOnly = readOnly;
    MoodleSettings site;
    site.url = QStringLiteral("https://moodle.example.org");
    p.moodle.push_back(site);
    p.chat.url = QStringLiteral("https://chat.example.org");
    return p;
}

} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readOnlyHasNoWriter();
    void origins();
};

void TestServers::readOnlyHasNoWriter()
{
    const auto readOnly = makeServers(profile(true));
    QVERIFY(readOnly->chat);
    QVERIFY(!readOnly->writer);
    QVERIFY(!dynamic_cast<chat::ChatWriter *>(readOnly->chat.get()));
    const auto writing = makeServers(profile(false));
    QVERIFY(writing->writer);
    QVERIFY(!dynamic_cast<chat::ChatWriter *>(writing->chat.get()));
}

void TestServers::origins()
{
    QCOMPARE(originOf(QStringLiteral("https://chat.example.org/base")), QStringLiteral("https://chat.example.org:443"));
    QCOMPARE(originOf(QStringLiteral("http://127.0.0.1:8080")), QStringLiteral("http://127.0.0.1:8080"));
}

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
