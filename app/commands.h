#pragma once

#include "app/arguments.h"
#include "app/context.h"
#include "app/output.h"

namespace liaison::app {

/// Each gives the exit code of design section 8 and 12.3.
int runCourses(Context &context, const Arguments &arguments, Output &out);
int runShow(Context &context, const Arguments &arguments, Output &out);
int runWhy(Context &context, const Arguments &arguments, Output &out);
int runPerson(Context &context, const Arguments &arguments, Output &out);
int runPlan(Context &context, const Arguments &arguments, Output &out);
int runApply(Context &context, const Arguments &arguments, Output &out);
int runLinks(Context &context, const Arguments &arguments, Output &out);
int runResume(Context &context, const Arguments &arguments, Output &out);
int runUndo(Context &context, const Arguments &arguments, Output &out);
/// `journal`, `journal verify`.
int runJournal(const Arguments &arguments, const Environment &environment, Output &out);
int runDoctor(Context &context, const Arguments &arguments, Output &out);
/// The grants to ask for: opens no profile, no store and no connection.
int runSheet(const Arguments &arguments, Output &out);
int runRooms(Context &context, const Arguments &arguments, Output &out);
int runRoles(Context &context, const Arguments &arguments, Output &out);
int runRetention(Context &context, const Arguments &arguments, Output &out);
int runRestores(Context &context, const Arguments &arguments, Output &out);
/// Reads the whole campus and writes it as a sealed file.
int runPublish(Context &context, const Arguments &arguments, Output &out);
int runRuns(const Arguments &arguments, const Environment &environment, Output &out);
/// Prints where the campus is served and serves it until SIGTERM or SIGINT.
int runSandbox(const Arguments &arguments, Output &out);

/// Everything one command looked at.
struct Look
{
    Observed observed;
    Diff diff;
};
/// Connects, reads the links named by `courses` (all in scope when empty) and compares.
[[nodiscard]] Result<Look> look(Context &context, Output &out, const QStringList &courses,
                                const std::vector<ChangeClass> &classes, const ObserveOptions &options,
                                std::vector<LinkKey> *selected = nullptr);

/// Writes a plan file, readable by its owner only.
[[nodiscard]] Result<void> savePlan(const QString &file, const QByteArray &json);

/// Rows of links that are in scope, in order.
[[nodiscard]] std::vector<LinkRow> rowsInScope(const Look &look);

} // namespace liaison::app
