#pragma once

#include "core/model/codes.h"
#include "tests/flow/flow.h"

/// A program that is killed while it writes: what the three tests of it share.
namespace liaison::flow {

/// Sixty-odd steps of every class, in rooms that are worked on side by side.
Campus sixtySteps();

std::vector<ChangeClass> everyClass();

/// Calls that change something, by method, since the log was cleared.
QMap<QString, int> writesByMethod(Flow &flow);

/// Columns "method", "at" and "fault", and a row for each call in both its halves: before the server acts ("hang"), and
/// after it acted while the answer is under way ("delay").
void everyStrike(const QMap<QString, int> &writes);

/// The chat server does not answer call `at` of `method` for a minute.
void strike(Flow &flow, const QString &method, int at, const QByteArray &fault);

/// This test program, started a second time as a program on the servers of `flow`, with a store of its own.
std::unique_ptr<QProcess> startAgain(Flow &flow, const QString &as, const Env &more = {});

} // namespace liaison::flow
