#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// Table block_external_backuprestore as the companion shows and changes it: contract sections 7 and 9.
namespace liaison::sandbox::moodle {

namespace {

enum Status { Scheduled = 0, InProgress = 1, Performed = 2, Failed = -1 };

Object taskOf(const Call &call, const RestoreTask &task)
{
    const Person *requester = call.index.person(task.requester);
    const CategoryEntry *category = call.index.category(task.category);
    return Object()
        .add("id", task.id)
        .add("userid", task.requester)
        .add("externalcourseid", task.externalCourse)
        .add("internalcategory", task.category)
        .add("status", task.status)
        .add("withuserdatas", task.withUserData ? 1 : 0)
        .add("enrolmentmode", task.enrolmentMode)
        .add("timecreated", seconds(task.created))
        .add("timemodified", seconds(task.modified))
        .add("timescheduleprocessed", seconds(task.processed))
        .add("courseexists", task.course && call.index.course(*task.course) ? 1 : 0)
        .add("courseid", task.course ? Value(*task.course) : Value())
        .add("externalcoursename", task.externalName)
        .add("externalmoodleurl", task.externalUrl)
        .add("username", requester ? Value(requester->username) : Value())
        .add("categoryname", category ? Value(category->category->name) : Value());
}

Value stateOf(const RestoreTask &task)
{
    return Object().add("id", task.id).add("status", task.status).add("timemodified", seconds(task.modified));
}

std::vector<RestoreTask>::iterator find(const Call &call)
{
    return std::find_if(call.site.restoreTasks.begin(), call.site.restoreTasks.end(),
                        [&](const RestoreTask &task) { return task.id == call.number(u"id"); });
}

/// The checks that the three changes of a task share; a run writes back whole rows, so nothing is changed during one.
Check mayChange(const Call &call, std::vector<RestoreTask>::iterator task)
{
    if (Check refused = require(call, "local/liaison:managerestores"))
        return refused;
    if (task == call.site.restoreTasks.end())
        return missingRecord(QStringLiteral("block_external_backuprestore"));
    if (call.site.runner.running)
        return moodleFault(call.version, QStringLiteral("runneractive"),
                           QStringLiteral("The restore task is running now"));
    if (task->status != call.number(u"status") || seconds(task->modified) != call.number(u"timemodified"))
        return moodleFault(call.version, QStringLiteral("conflict"),
                           QStringLiteral("The restore task changed meanwhile"));
    return std::nullopt;
}

Fault badState(const Call &call)
{
    return moodleFault(call.version, QStringLiteral("badstate"),
                       QStringLiteral("This is not possible in the present state of the restore task"));
}

} // namespace

Answer companionRestoreTasks(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const FormNode *status = call.form.child(u"status");
    const qint64 since = call.number(u"since");
    const qint64 after = call.number(u"after");
    const qint64 limit = call.number(u"limit", 1000);
    const std::size_t size = std::size_t(limit <= 0 ? 1000 : std::min<qint64>(limit, 1000));
    std::vector<const RestoreTask *> all;
    for (const RestoreTask &task : call.site.restoreTasks) {
        const Instant touched = std::max({task.created, task.modified, task.processed});
        if (!call.listEmpty && task.id > after && (!status || task.status == call.number(u"status")) &&
            seconds(touched) >= since)
            all.push_back(&task);
    }
    std::sort(all.begin(), all.end(), [](auto *a, auto *b) { return a->id < b->id; });
    List tasks;
    for (std::size_t i = 0; i < std::min(size, all.size()); ++i)
        tasks.push_back(taskOf(call, *all[i]));
    Object answer;
    answer.add("tasks", std::move(tasks)).add("next", all.size() > size ? Value(all[size - 1]->id) : Value());
    const Object runner = runnerState(call);
    for (const Field &field : runner.fields())
        answer.add(field.key, field.value);
    return Value(std::move(answer));
}

Answer companionScheduleRestore(const Call &call)
{
    if (Check refused = require(call, "local/liaison:managerestores"))
        return refuse(*refused);
    RestoreTask task;
    task.externalUrl = textOf(call.form, u"url");
    task.externalCourse = call.number(u"courseid");
    task.requester = call.number(u"userid");
    task.category = call.number(u"category");
    task.withUserData = call.number(u"withuserdatas") == 1;
    task.enrolmentMode = int(call.number(u"enrolmentmode", task.withUserData ? 1 : 2));
    task.created = call.now;
    if (task.enrolmentMode < 0 || task.enrolmentMode > 2 || task.externalCourse <= 0 ||
        !restoreSources(call.site).contains(task.externalUrl))
        return refuse(invalidParameter(call.version));
    if (task.requester == 0) {
        if (Check refused = require(call, "local/liaison:restoreany"))
            return refuse(*refused);
    } else if (const Person *person = call.index.person(task.requester); !person || person->deleted) {
        return refuse(missingRecord(QStringLiteral("user")));
    }
    if (task.category != 0 && !call.index.category(task.category))
        return refuse(missingRecord(QStringLiteral("course_categories")));

    auto &tasks = call.site.restoreTasks;
    for (const RestoreTask &known : tasks) {
        const bool same = known.externalUrl == task.externalUrl && known.externalCourse == task.externalCourse;
        if (same && task.externalName.isEmpty())
            task.externalName = known.externalName;
        if (same && call.number(u"dedupe") == 1 && known.requester == task.requester &&
            (known.status == Scheduled || known.status == InProgress))
            return Value(taskOf(call, known));
        task.id = std::max(task.id, known.id);
    }
    ++task.id;
    tasks.push_back(task);
    return Value(taskOf(call, task));
}

Answer companionCancelRestore(const Call &call)
{
    const auto task = find(call);
    if (Check refused = mayChange(call, task))
        return refuse(*refused);
    if (task->status != Scheduled)
        return refuse(badState(call));
    const qint64 id = task->id;
    call.site.restoreTasks.erase(task); // there is no status "cancelled"
    return Value(Object().add("id", id).add("status", nullptr).add("timemodified", seconds(call.now)));
}

Answer companionRetryRestore(const Call &call)
{
    const auto task = find(call);
    if (Check refused = mayChange(call, task))
        return refuse(*refused);
    if (task->status != Failed && task->status != InProgress && task->status != Performed)
        return refuse(badState(call));
    task->status = Scheduled;
    task->modified = call.now;
    return stateOf(*task);
}

Answer companionSetCategory(const Call &call)
{
    const auto task = find(call);
    if (Check refused = mayChange(call, task))
        return refuse(*refused);
    if (task->status != Scheduled)
        return refuse(badState(call));
    const qint64 category = call.number(u"category");
    if (category != 0 && !call.index.category(category))
        return refuse(missingRecord(QStringLiteral("course_categories")));
    task->category = category;
    task->modified = call.now;
    return Value(taskOf(call, *task));
}

} // namespace liaison::sandbox::moodle
