#include "core/store/migrations.h"

namespace liaison::store {

const std::vector<QStringList> &migrations()
{
    static const std::vector<QStringList> steps{
        {
            // Servers that answered once: "refused" then means down, not misconfigured (design 12.3).
            QStringLiteral("CREATE TABLE servers (origin TEXT PRIMARY KEY, first_reached INTEGER NOT NULL,"
                           " last_reached INTEGER NOT NULL)"),
            // What activities pointed to when last seen: links when Moodle is down, and evidence when a room changes.
            QStringLiteral("CREATE TABLE links (site TEXT NOT NULL, cmid INTEGER NOT NULL, course INTEGER NOT NULL,"
                           " shortname TEXT NOT NULL, fullname TEXT NOT NULL, room TEXT, source TEXT NOT NULL,"
                           " creator TEXT, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,"
                           " confirmed_by TEXT, confirmed_at INTEGER, settled_room TEXT, PRIMARY KEY (site, cmid))"),
            // The last complete expected set and member set per link, ids and dates only (design 6.8).
            QStringLiteral("CREATE TABLE observations (site TEXT NOT NULL, cmid INTEGER NOT NULL, room TEXT NOT NULL,"
                           " last INTEGER NOT NULL, settled INTEGER NOT NULL DEFAULT 0,"
                           " PRIMARY KEY (site, cmid, room))"),
            QStringLiteral("CREATE TABLE expected (site TEXT NOT NULL, cmid INTEGER NOT NULL, room TEXT NOT NULL,"
                           " person INTEGER NOT NULL, account TEXT NOT NULL, role TEXT NOT NULL,"
                           " first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (site, cmid, room, person))"
                           " WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE members (room TEXT NOT NULL, account TEXT NOT NULL, roles INTEGER NOT NULL,"
                " first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (room, account)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE runs (id TEXT PRIMARY KEY, plan TEXT NOT NULL, origin TEXT NOT NULL,"
                           " classes TEXT NOT NULL, started INTEGER NOT NULL, finished INTEGER, operator TEXT NOT NULL,"
                           " writer TEXT NOT NULL, state TEXT NOT NULL, planned INTEGER NOT NULL,"
                           " entries INTEGER NOT NULL DEFAULT 0, last_hash TEXT NOT NULL DEFAULT '')"),
            // The chosen steps with their prior state: what resume and undo start from.
            QStringLiteral("CREATE TABLE steps (run TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,"
                           " site TEXT NOT NULL, course INTEGER, cmid INTEGER, room TEXT, kind TEXT NOT NULL,"
                           " person INTEGER, chat TEXT, before TEXT NOT NULL, after TEXT NOT NULL,"
                           " outcome TEXT, detail TEXT NOT NULL DEFAULT '', at INTEGER, PRIMARY KEY (run, position))"),
            QStringLiteral("CREATE INDEX steps_by_room ON steps (room, at)"),
            // Append only; a hash chain per run and writer (design 6.4).
            QStringLiteral("CREATE TABLE journal (run TEXT NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL,"
                           " type TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (run, n))"),
        },
        {
            // Links that a person brought from Moodle's database (design 12.6): one import a site, with its date.
            QStringLiteral("CREATE TABLE imports (site TEXT PRIMARY KEY, date INTEGER NOT NULL,"
                           " imported_at INTEGER NOT NULL, imported_by TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE imported_links (site TEXT NOT NULL, cmid INTEGER NOT NULL,"
                           " course INTEGER NOT NULL, room TEXT NOT NULL, name TEXT NOT NULL, visible INTEGER,"
                           " moderator_roles TEXT, member_roles TEXT, retention_enabled INTEGER, max_age INTEGER,"
                           " files_only INTEGER, exclude_pinned INTEGER, created INTEGER NOT NULL,"
                           " PRIMARY KEY (site, cmid)) WITHOUT ROWID"),
            // A walk over the courses of a site without companion goes on where it stopped.
            QStringLiteral("CREATE TABLE walked (site TEXT NOT NULL, course INTEGER NOT NULL, at INTEGER NOT NULL,"
                           " PRIMARY KEY (site, course)) WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE activities (site TEXT NOT NULL, cmid INTEGER NOT NULL, course INTEGER NOT NULL,"
                " name TEXT NOT NULL, visible INTEGER, on_page INTEGER,"
                " at INTEGER NOT NULL, PRIMARY KEY (site, cmid)) WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX activities_by_course ON activities (site, course)"),
            // Activities that Moodle said are no more: a link to them must not come back from memory.
            QStringLiteral("CREATE TABLE gone (site TEXT NOT NULL, cmid INTEGER NOT NULL, at INTEGER NOT NULL,"
                           " PRIMARY KEY (site, cmid)) WITHOUT ROWID"),
        },
        {
            // What a run may do beside its plan, and with which servers: without them it could not be resumed.
            QStringLiteral("ALTER TABLE runs ADD COLUMN decisions TEXT NOT NULL DEFAULT '{}'"),
            QStringLiteral("ALTER TABLE runs ADD COLUMN servers TEXT NOT NULL DEFAULT '{}'"),
            // Whole runs that expired: how many, up to when, and a hash over their last hashes.
            QStringLiteral(
                "CREATE TABLE checkpoints (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, runs INTEGER NOT NULL,"
                " until INTEGER NOT NULL, hash TEXT NOT NULL)"),
        },
    };
    return steps;
}

} // namespace liaison::store
