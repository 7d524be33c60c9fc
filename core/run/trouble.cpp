#include "core/run/trouble.h"

namespace liaison {
namespace {

UnknownBecause because(const Error &e, UnknownReason down)
{
    if (isDown(e, true))
        return {down, e.code};
    if (e.code == u"truncated")
        return {UnknownReason::Truncated, e.code};
    switch (e.kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Unauthorized:
        return {UnknownReason::NoAccess, e.serverCode.isEmpty() ? e.code : e.serverCode};
    case ErrorKind::Rejected:
        return {e.code == u"no-access" || e.code == u"room-archived" ? UnknownReason::NoAccess
                                                                     : UnknownReason::ReadFailed,
                e.code};
    default:
        return {UnknownReason::ReadFailed, e.code};
    }
}

} // namespace

bool isDown(const Error &e, bool reachedBefore)
{
    switch (e.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Network:
    case ErrorKind::RateLimited:
    case ErrorKind::Maintenance:
        return true;
    case ErrorKind::ServerFailure:
        return e.code != u"site-error"; // a decoded answer of a Moodle that runs
    case ErrorKind::Refused:
        return reachedBefore;
    default:
        return false;
    }
}

UnknownBecause becauseOfMoodle(const Error &e)
{
    return because(e, UnknownReason::MoodleDown);
}

UnknownBecause becauseOfChat(const Error &e)
{
    return because(e, UnknownReason::ChatDown);
}

QString detailOf(const Error &e)
{
    if (!e.serverCode.isEmpty())
        return e.serverCode;
    if (!e.code.isEmpty())
        return e.code;
    switch (e.kind) { // what ended without an answer has no code of its own
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::HostNotFound:
        return QStringLiteral("host-not-found");
    default:
        return QStringLiteral("reset");
    }
}

} // namespace liaison
