#include "core/sandbox/campus.h"

#include "core/sandbox/campus_builder.h"

#include <QRegularExpression>

namespace liaison::sandbox {
namespace {

const auto Main = CampusBuilder::Main;

CampusBuilder built(const Scale &scale, quint64 seed, Instant now)
{
    const bool large = scale.kind == Scale::Kind::Campus;
    CampusBuilder b(seed, now);
    if (scale.kind == Scale::Kind::Scenario) {
        b.people(Main, 20, 160);
        b.people(CampusBuilder::Annexe, 3, 30);
        buildScenario(b, scale.scenario);
        return b;
    }
    b.people(Main, large ? 900 : 40, large ? 13'800 : 420);
    b.people(CampusBuilder::Annexe, 6, 60);
    mainCases(b);
    annexeCases(b);
    mainRooms(b);
    mainRestores(b);
    if (large)
        bulkCourses(b, 1950);
    return b;
}

} // namespace

Result<Scale> scaleFromText(const QString &text)
{
    if (text == u"small")
        return Scale{};
    if (text == u"campus")
        return Scale{Scale::Kind::Campus, 0, 0, {}};
    if (scenarioNames().contains(text))
        return Scale{Scale::Kind::Scenario, 0, 0, text};
    static const QRegularExpression grid(QStringLiteral("\\A([1-9]\\d{0,6})x([1-9]\\d{0,6})\\z"));
    const auto match = grid.match(text);
    const qint64 links = match.captured(1).toLongLong(), members = match.captured(2).toLongLong();
    if (!match.hasMatch() || links * members > 20'000'000)
        return fail({ErrorKind::Input, QStringLiteral("bad-scale"), QStringLiteral("scale"), 0, {}, text});
    return Scale{Scale::Kind::Grid, int(links), int(members), {}};
}

World campus(const Scale &scale, quint64 seed, Instant now)
{
    if (scale.kind == Scale::Kind::Grid)
        return gridWorld(scale.links, scale.members, seed, now);
    return built(scale, seed, now).takeNow();
}

World campusEarlier(const Scale &scale, quint64 seed, Instant now)
{
    if (scale.kind == Scale::Kind::Grid) {
        World w = gridWorld(scale.links, scale.members, seed, now);
        w.now.ms -= 35 * 86'400'000LL;
        return w;
    }
    return built(scale, seed, now).takeEarlier();
}

} // namespace liaison::sandbox
