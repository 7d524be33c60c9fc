#include "core/snapfile/campusfile.h"
#include "tests/bench/campus.h"
#include "tests/bench/parts.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace liaison::bench {

/// The file that the console opens on: what it weighs, and how long until there is something to draw.
void snapshotfile(const Sizes &sizes)
{
    heading(QStringLiteral("Snapshot file: %1 memberships in %2 rooms").arg(sizes.memberships).arg(sizes.courses));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("campus.snapshot"));
    const snapfile::SnapshotKey key = snapfile::SnapshotKey::random();
    {
        CampusReading campus;
        campus.view = std::make_shared<CampusView>(*view({sizes.courses, sizes.memberships}));
        campus.survey = std::make_shared<const Survey>();
        const double writing =
            medianCpu(3, [&] { (void)snapfile::writeCampus(path, key, campus, Instant{1'763'650'800'000}); });
        const auto bytes = double(QFileInfo(path).size());
        report(QStringLiteral("size, and writing it"), QStringLiteral("%1, %2 bytes a membership, %3")
                                                           .arg(mb(bytes))
                                                           .arg(bytes / sizes.memberships, 0, 'f', 1)
                                                           .arg(ms(writing)));
    }
    trimHeap();
    const qint64 before = resident();
    const double empty = again({QStringLiteral("--empty")}).milliseconds;
    const double links = medianCpu(3, [&] { (void)snapfile::CampusFile::open(path, key); });
    report(QStringLiteral("table of links from it / empty Qt start"),
           QStringLiteral("%1 / %2").arg(ms(links), ms(empty)), links / empty, 5);
    std::optional<Result<CampusReading>> whole;
    const double all = medianCpu(3, [&] {
        whole.reset();
        auto file = snapfile::CampusFile::open(path, key);
        if (file)
            whole = file->whole();
    });
    trimHeap();
    report(QStringLiteral("everything from it, compared again / empty Qt start"),
           QStringLiteral("%1 / %2, %3 held").arg(ms(all), ms(empty), mb(double(resident() - before))), all / empty, 5);
}

} // namespace liaison::bench
