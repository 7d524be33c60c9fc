#pragma once

#include "core/sandbox/moodleform.h"
#include "core/sandbox/moodleindex.h"
#include "core/sandbox/moodlepieces.h"
#include "core/sandbox/moodlerights.h"
#include "core/sandbox/moodlevalue.h"

#include <tl/expected.hpp>

/// One call of a web-service function, and the refusals of contract section 2.
namespace liaison::sandbox::moodle {

/// A Moodle exception. Without `errorcode` it is shape B: a PHP error escaped from the function.
struct Fault
{
    QString exception;
    std::optional<QString> errorcode;
    QString message;
};

/// A whole answer that a Writer of the call's format wrote.
struct Written
{
    QByteArray text;
};

using Answer = tl::expected<std::variant<Value, Written>, Fault>;
using Check = std::optional<Fault>; ///< nothing = allowed

struct Call
{
    Moodle &site;
    const Index &index;
    const FormNode &form; ///< the function's parameters only
    Instant now;
    Format format = Format::Json;
    bool raw = false;       ///< moodlewssettingraw: stored text instead of HTML
    bool listEmpty = false; ///< the fault `empty`: no rows
    QString language;       ///< en, fr: of words that are not stored
    QString wwwroot;
    Version version;
    World &world;   ///< its chat: mod_rocketchat archives the room of an activity that is hidden
    Pieces &pieces; ///< of this format and `raw`

    [[nodiscard]] bool can(const char *capability) const { return index.can(QLatin1String(capability)); }
    [[nodiscard]] QString text(const QString &stored) const { return raw ? stored : formatString(stored); }
    [[nodiscard]] QString url(const QString &path) const { return wwwroot + path; }
    [[nodiscard]] qint64 number(QStringView name, qint64 fallback = 0) const { return numberOf(form, name, fallback); }
    [[nodiscard]] QString pictureUrl(bool small) const;
    /// For the answer; one at a time.
    [[nodiscard]] Writer writer() const { return Writer(format, pieces.buffer()); }
    [[nodiscard]] Answer written() const { return Written{pieces.buffer().take()}; }
};

[[nodiscard]] inline tl::unexpected<Fault> refuse(Fault fault)
{
    return tl::unexpected<Fault>(std::move(fault));
}

/// Moodle 4.5 moved its exceptions to `core\exception\`.
[[nodiscard]] QString coreException(const Version &version, const char *name);
[[nodiscard]] Fault moodleFault(const Version &version, const QString &code, const QString &message);
[[nodiscard]] Fault invalidParameter(const Version &version);
[[nodiscard]] Fault invalidToken(const Version &version);
[[nodiscard]] Fault accessFault();
[[nodiscard]] Fault missingRecord(const QString &table);
[[nodiscard]] Fault missingRecordAnywhere();
[[nodiscard]] Fault courseContextFault(const Version &version, qint64 course, const QString &why);
[[nodiscard]] Fault loginFault(const Version &version);

[[nodiscard]] Check require(const Call &call, const char *capability);
/// May the account enter the course: `moodle/course:view`, and `viewhiddencourses` for a hidden one.
[[nodiscard]] bool mayEnter(const Call &call, const CourseEntry &entry);
[[nodiscard]] Check requireCourse(const Call &call, const CourseEntry &entry);
[[nodiscard]] bool maySeeParticipants(const Call &call);

[[nodiscard]] inline QString fullName(const Person &person)
{
    return person.firstname + u' ' + person.lastname;
}
void writeFullName(Writer &out, const Person &person);
[[nodiscard]] inline qint64 seconds(Instant at)
{
    return at.ms / 1000;
}

} // namespace liaison::sandbox::moodle
