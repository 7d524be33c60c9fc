#pragma once

#include "core/run/readcampus.h"
#include "core/snapfile/sealedfile.h"

#include <memory>

/// One reading of a campus as a sealed file (design 6.6, 6.7): everything that is shown, no token, nothing that a
/// person wrote, no journal. Whoever has its key reads names.
namespace liaison::snapfile {

/// Older files are not opened as our own last reading, and said to be old where somebody published them.
inline constexpr int keepDays = 30;
[[nodiscard]] bool isTooOld(Instant readAt, Instant now);

/// Blocking, for a worker thread; `campus` may be read by others meanwhile. Error (Storage): "file-not-writable".
[[nodiscard]] Result<void> writeCampus(const QString &path, const SnapshotKey &key, const CampusReading &campus,
                                       Instant now, Readers readers = Readers::Owner);

/// Opens one file. Blocking, for a worker thread.
class CampusFile
{
public:
    /// Reads the table of links only. Errors: those of SealedFile::open; Input "snapshot-damaged" where it opens and
    /// does not make sense.
    [[nodiscard]] static Result<CampusFile> open(const QString &path, const SnapshotKey &key);

    /// The links with their states and counts. Everything else in it is empty or unknown: a list of links can be drawn
    /// from it, and nothing else told.
    [[nodiscard]] std::shared_ptr<const CampusView> links() const { return m_links; }
    /// Everything; the differences are computed again from the facts, with what the timelines proved of members and
    /// without what else they told: what can be removed is the same, causes may be known no longer. Its
    /// survey names links and rooms, so that courses and people can be found, and says that no server can be asked
    /// ("published-only").
    [[nodiscard]] Result<CampusReading> whole();

private:
    CampusFile() = default;

    std::unique_ptr<SealedFile> m_file;
    QString m_path;
    bool m_hasEvidence = false;
    bool m_hasReview = false;
    std::shared_ptr<CampusView> m_links;
    CampusExtras m_extras;
};

} // namespace liaison::snapfile
