#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

Value contactsOf(const Call &call, const CourseEntry &entry)
{
    const qint64 contact = call.index.roleId(QStringLiteral("editingteacher"));
    List contacts;
    for (const Membership &member : entry.members) {
        if (std::binary_search(member.roles.begin(), member.roles.end(), contact) && member.isActive(call.now))
            contacts.push_back(Object().add("id", member.person->id).add("fullname", fullName(*member.person)));
    }
    return contacts;
}

Value enrolmentMethodsOf(const CourseEntry &entry)
{
    QStringList methods;
    for (const Enrolment &enrolment : entry.course->enrolments) {
        if (!methods.contains(enrolment.method))
            methods.append(enrolment.method);
    }
    if (methods.isEmpty() && !entry.isSite)
        methods.append(QStringLiteral("manual"));
    List list;
    for (const QString &method : std::as_const(methods))
        list.push_back(method);
    return list;
}

/// What everybody may know of a course: the short form.
Object publicInformation(const Call &call, const CourseEntry &entry)
{
    const Course &course = *entry.course;
    const CategoryEntry *category = call.index.category(course.category);
    return Object()
        .add("id", course.id)
        .add("fullname", call.text(course.fullname))
        .add("displayname", call.text(course.fullname))
        .add("shortname", call.text(course.shortname))
        .add("courseimage",
             call.url(QStringLiteral("/pluginfile.php/%1/course/generated/course.svg").arg(entry.context)))
        .add("categoryid", course.category)
        .add("categoryname", category ? call.text(category->category->name) : QString())
        .add("sortorder", entry.sortOrder)
        .add("summary", "")
        .add("summaryformat", 1)
        .add("summaryfiles", List())
        .add("overviewfiles", List())
        .add("showactivitydates", false)
        .add("showcompletionconditions", entry.isSite ? Value() : Value(true))
        .add("contacts", contactsOf(call, entry))
        .add("enrollmentmethods", enrolmentMethodsOf(entry));
}

Object filterOf(const char *name)
{
    return Object().add("filter", name).add("localstate", 0).add("inheritedstate", 1);
}

Value formatOptions()
{
    return List{Object().add("name", "hiddensections").add("value", 1),
                Object().add("name", "coursedisplay").add("value", 0),
                Object().add("name", "indentation").add("value", "1")};
}

/// What an account that can enter the course gets.
Object fullInformation(const Call &call, const CourseEntry &entry)
{
    const Course &course = *entry.course;
    Object o = publicInformation(call, entry);
    o.add("format", entry.isSite ? "site" : "topics")
        .add("showgrades", 1)
        .add("newsitems", entry.isSite ? 3 : 1)
        .add("startdate", entry.isSite ? 0 : seconds(course.created))
        .add("enddate", 0)
        .add("maxbytes", 0)
        .add("showreports", 0)
        .add("visible", course.visible ? 1 : 0)
        .add("groupmode", course.groupmode)
        .add("groupmodeforce", 0)
        .add("defaultgroupingid", 0)
        .add("enablecompletion", entry.isSite ? 0 : 1)
        .add("completionnotify", 0)
        .add("lang", "")
        .add("theme", "")
        .add("marker", 0);
    if (call.can("moodle/course:update")) {
        o.add("idnumber", course.idnumber)
            .add("legacyfiles", 0)
            .add("calendartype", "")
            .add("timecreated", seconds(course.created))
            .add("timemodified", seconds(course.created))
            .add("requested", 0)
            .add("cacherev", seconds(course.created));
    }
    o.add("filters", List{filterOf("displayh5p"), filterOf("activitynames")});
    if (!entry.isSite)
        o.add("courseformatoptions", formatOptions());
    return o;
}

Object withWarnings(const char *key, List list)
{
    return Object().add(key, std::move(list)).add("warnings", List());
}

} // namespace

Answer getCoursesByField(const Call &call)
{
    const QString field = textOf(call.form, u"field");
    const QString value = textOf(call.form, u"value");
    std::vector<const CourseEntry *> found;
    const auto collect = [&](auto matches) {
        for (const CourseEntry &entry : call.index.courses()) {
            if (matches(entry))
                found.push_back(&entry);
        }
    };
    if (field.isEmpty()) {
        collect([](const CourseEntry &) { return true; });
    } else if (field == u"ids") {
        for (const QString &part : value.split(u',')) {
            const auto id = wholeNumber(part.trimmed());
            if (!id)
                return refuse(invalidParameter(call.version));
            const CourseEntry *entry = call.index.course(*id);
            if (!entry) // contract section 2: one unknown id and the whole call fails, in shape B
                return refuse({QStringLiteral("Error"), std::nullopt,
                               QStringLiteral("Attempt to assign property \"contextvalidated\" on null")});
            found.push_back(entry);
        }
    } else if (field == u"id" || field == u"category" || field == u"sectionid") {
        const auto id = wholeNumber(value);
        if (!id)
            return refuse(invalidParameter(call.version));
        if (field == u"id")
            collect([&](const CourseEntry &entry) { return entry.course->id == *id; });
        else if (field == u"category")
            collect([&](const CourseEntry &entry) { return entry.course->category == *id; });
    } else if (field == u"shortname") {
        collect([&](const CourseEntry &entry) { return entry.course->shortname == value; });
    } else if (field == u"idnumber") { // found, even where it is not returned
        collect([&](const CourseEntry &entry) { return !value.isEmpty() && entry.course->idnumber == value; });
    } else {
        return refuse(invalidParameter(call.version));
    }

    List list;
    for (const CourseEntry *entry : found) {
        const bool hidden = !entry->course->visible && !call.can("moodle/course:viewhiddencourses") &&
                            !call.can("moodle/course:update");
        if (hidden || call.listEmpty)
            continue;
        list.push_back(mayEnter(call, *entry) ? fullInformation(call, *entry) : publicInformation(call, *entry));
    }
    return Value(withWarnings("courses", std::move(list)));
}

Answer getCourses(const Call &call)
{
    std::optional<std::vector<qint64>> wanted;
    if (const FormNode *options = call.form.child(u"options"); options && options->child(u"ids"))
        wanted = numbersOf(*options, u"ids");
    List list;
    for (const CourseEntry &entry : call.index.courses()) {
        const Course &course = *entry.course;
        if (wanted && std::find(wanted->begin(), wanted->end(), course.id) == wanted->end())
            continue;
        if (Check refused = requireCourse(call, entry)) // all or nothing
            return refuse(*refused);
        if (call.listEmpty)
            continue;
        const bool manages = call.can("moodle/course:update");
        Object o;
        o.add("id", course.id).add("shortname", call.text(course.shortname)).add("categoryid", course.category);
        if (manages)
            o.add("categorysortorder", entry.sortOrder);
        o.add("fullname", call.text(course.fullname)).add("displayname", call.text(course.fullname));
        if (manages)
            o.add("idnumber", course.idnumber);
        o.add("summary", "").add("summaryformat", entry.isSite ? 0 : 1).add("format", entry.isSite ? "site" : "topics");
        if (manages)
            o.add("showgrades", 1).add("newsitems", entry.isSite ? 3 : 1);
        o.add("startdate", entry.isSite ? 0 : seconds(course.created)).add("enddate", 0);
        if (entry.isSite || manages)
            o.add("numsections", 1);
        if (manages) {
            o.add("maxbytes", 0).add("showreports", 0).add("visible", course.visible ? 1 : 0);
            if (!entry.isSite)
                o.add("hiddensections", 1);
            o.add("groupmode", course.groupmode)
                .add("groupmodeforce", 0)
                .add("defaultgroupingid", 0)
                .add("timecreated", seconds(course.created))
                .add("timemodified", seconds(course.created))
                .add("enablecompletion", entry.isSite ? 0 : 1)
                .add("completionnotify", 0)
                .add("lang", "")
                .add("forcetheme", "")
                .add("courseformatoptions", entry.isSite
                                                ? Value(List{Object().add("name", "numsections").add("value", 1)})
                                                : Value(List{Object().add("name", "hiddensections").add("value", 1),
                                                             Object().add("name", "coursedisplay").add("value", 0)}));
        }
        o.add("showactivitydates", false).add("showcompletionconditions", entry.isSite ? Value() : Value(true));
        list.push_back(std::move(o));
    }
    return Value(std::move(list));
}

Answer searchCourses(const Call &call)
{
    const QString criteria = textOf(call.form, u"criterianame");
    if (criteria == u"modulelist" || criteria == u"blocklist")
        return refuse({coreException(call.version, "required_capability_exception"), QStringLiteral("nopermissions"),
                       QStringLiteral("Sorry, but you do not currently have permissions to do that "
                                      "(Change site configuration).")});
    if (criteria != u"search" && criteria != u"tagid")
        return refuse(invalidParameter(call.version));
    const QStringList words = textOf(call.form, u"criteriavalue").split(u' ', Qt::SkipEmptyParts);
    std::vector<const CourseEntry *> found;
    for (const CourseEntry &entry : call.index.courses()) {
        const Course &course = *entry.course;
        if (entry.isSite || criteria != u"search" || (!course.visible && !call.can("moodle/course:viewhiddencourses")))
            continue;
        const QString text = course.fullname + u' ' + course.shortname;
        if (std::all_of(words.begin(), words.end(),
                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found.push_back(&entry);
    }
    std::sort(found.begin(), found.end(), [](auto *a, auto *b) {
        return std::tuple(a->course->fullname, a->course->id) < std::tuple(b->course->fullname, b->course->id);
    });
    const auto perPage = std::size_t(std::max<qint64>(call.number(u"perpage"), 0));
    const auto first = std::size_t(std::max<qint64>(call.number(u"page"), 0)) * perPage;
    List list;
    for (std::size_t i = first; i < found.size() && (perPage == 0 || i < first + perPage) && !call.listEmpty; ++i)
        list.push_back(publicInformation(call, *found[i]));
    return Value(Object()
                     .add("total", call.listEmpty ? 0 : qint64(found.size()))
                     .add("courses", std::move(list))
                     .add("warnings", List()));
}

Answer getCategories(const Call &call)
{
    const auto criteria = pairsOf(call.form, u"criteria");
    const auto matches = [&](const CategoryEntry &entry) {
        return std::all_of(criteria.begin(), criteria.end(), [&](const auto &criterion) {
            const auto &[key, value] = criterion;
            if (key == u"id")
                return QString::number(entry.category->id) == value;
            if (key == u"ids")
                return value.split(u',').contains(QString::number(entry.category->id));
            if (key == u"parent")
                return QString::number(entry.category->parent) == value;
            return entry.category->name == value;
        });
    };
    for (const auto &[key, value] : criteria) {
        if (key != u"id" && key != u"ids" && key != u"parent" && key != u"name")
            return refuse(moodleFault(call.version, QStringLiteral("criteriaerror"),
                                      QStringLiteral("Missing permissions to search on a criteria.")));
    }
    const bool below = call.number(u"addsubcategories", 1) == 1;
    List list;
    QStringList roots;
    for (const CategoryEntry &entry : call.index.categories()) {
        if (call.listEmpty)
            break;
        const bool matched = matches(entry);
        if (matched)
            roots.append(entry.path + u'/');
        const bool inside =
            std::any_of(roots.begin(), roots.end(), [&](const QString &root) { return entry.path.startsWith(root); });
        if (!matched && !(below && inside))
            continue;
        list.push_back(Object()
                           .add("id", entry.category->id)
                           .add("name", call.text(entry.category->name))
                           .add("description", "")
                           .add("descriptionformat", 1)
                           .add("parent", entry.category->parent)
                           .add("sortorder", entry.sortOrder)
                           .add("coursecount", entry.courses)
                           .add("depth", entry.depth)
                           .add("path", entry.path));
    }
    return Value(std::move(list));
}

} // namespace liaison::sandbox::moodle
