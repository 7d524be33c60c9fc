#pragma once

#include "core/reconcile/diff.h"

#include <QMap>
#include <QString>
#include <map>
#include <vector>

namespace liaison {

struct Step
{
    QString id;
    Change change;
};
struct Withheld
{
    QString id;
    Change change;
    Rule rule;
    QString detail; ///< with no-right: the name of the right
};

struct Noise
{
    int messages = 0;      ///< visible to everybody in the rooms
    int notifications = 0; ///< unread mentions of the people added
};

/// A reviewed-able proposal: what would be done, what is held back and why, what is so, what is not known.
/// A value without time, user or path: the same facts give the same bytes (design 12.2).
struct Plan
{
    QString digest; ///< SHA-256 of the document without this field; set by the JSON writer and reader
    QString origin; ///< "diff"
    std::vector<ChangeClass> classes;
    std::map<QString, QString> moodleServers; ///< site -> URL
    QString chatServer;
    QString basedOn;
    std::vector<Step> steps;
    std::vector<Withheld> withheld;
    std::vector<Finding> findings;
    std::vector<Unknown> unknown;
    std::map<QString, int> counts;      ///< per kind, and "withheld", "findings", "unknown"
    std::map<QString, int> notSelected; ///< changes of classes that are not ticked, per kind
    Noise noise;
};

/// Design section 5: *add,promote* unless somebody ticks more.
[[nodiscard]] std::vector<ChangeClass> defaultClasses();

/// Orders, applies the thresholds and splits into steps and withheld. `classes` are brought into their canonical order.
[[nodiscard]] Plan makePlan(const Snapshot &snapshot, const Diff &diff, const Policy &policy,
                            std::vector<ChangeClass> classes);

/// What one step makes others see (12.2).
[[nodiscard]] Noise noiseOf(const Change &change);

/// 0 in step, 2 differences, 3 something withheld, 5 something unknown (design section 8).
[[nodiscard]] int exitCodeOf(const Plan &plan);

/// Number of removals and demotions that a room may get in one run without somebody typing the number.
/// r: removals and demotions; m: members without API accounts and protected people.
[[nodiscard]] bool stopsRoom(int r, int m, const Thresholds &thresholds);

/// The order of people in every list: (moodle, chat), null first.
[[nodiscard]] bool personBefore(const PersonKey *a, const PersonKey *b);

} // namespace liaison
