#include "core/sandbox/moodlefunctions.h"

#include <algorithm>
#include <set>

namespace liaison::sandbox::moodle {

namespace {

void writeContacts(const Call &call, Writer &out, const CourseEntry &entry)
{
    out.beginList();
    for (const Membership *member : entry.contacts) {
        if (!member->isActive(call.now))
            continue;
        out.beginObject();
        out.field("id", member->person->id);
        out.key("fullname");
        writeFullName(out, *member->person);
        out.endObject();
    }
    out.endList();
}

void writeMethods(Writer &out, const CourseEntry &entry)
{
    out.beginList();
    for (const QString &method : entry.methods)
        out.value(method);
    if (entry.methods.isEmpty() && !entry.isSite)
        out.value("manual");
    out.endList();
}

template <std::size_t N> void writeNoneOf(Writer &out, const char (&name)[N])
{
    out.key(name);
    out.beginList();
    out.endList();
}

void writeImage(const Call &call, Writer &out, const CourseEntry &entry)
{
    out.beginText();
    out.part(call.wwwroot);
    out.part("/pluginfile.php/");
    out.part(entry.context);
    out.part("/course/generated/course.svg");
    out.endText();
}

void writeConditions(Writer &out, const CourseEntry &entry)
{
    out.key("showcompletionconditions");
    if (entry.isSite)
        out.value(nullptr);
    else
        out.value(true);
}

/// What everybody may know of a course: the short form.
void writePublicInformation(const Call &call, Writer &out, const CourseEntry &entry)
{
    const Course &course = *entry.course;
    const CategoryEntry *category = call.index.category(course.category);
    const QString fullname = call.text(course.fullname);
    out.field("id", course.id)
        .field("fullname", fullname)
        .field("displayname", fullname)
        .field("shortname", call.text(course.shortname));
    out.key("courseimage");
    writeImage(call, out, entry);
    out.field("categoryid", course.category)
        .field("categoryname", category ? call.text(category->category->name) : QString())
        .field("sortorder", entry.sortOrder)
        .field("summary", "")
        .field("summaryformat", 1);
    writeNoneOf(out, "summaryfiles");
    writeNoneOf(out, "overviewfiles");
    out.field("showactivitydates", false);
    writeConditions(out, entry);
    out.key("contacts");
    writeContacts(call, out, entry);
    out.key("enrollmentmethods");
    writeMethods(out, entry);
}

Object filterOf(const char *name)
{
    return Object().add("filter", name).add("localstate", 0).add("inheritedstate", 1);
}

/// The last fields of the long form: they are the same for all courses but the site.
QByteArray filtersAndFormat(const Call &call, bool isSite)
{
    return call.pieces.fields([&](Writer &out) {
        out.field("filters", Value(List{filterOf("displayh5p"), filterOf("activitynames")}));
        if (!isSite)
            out.field("courseformatoptions", Value(List{Object().add("name", "hiddensections").add("value", 1),
                                                        Object().add("name", "coursedisplay").add("value", 0),
                                                        Object().add("name", "indentation").add("value", "1")}));
    });
}

/// What an account that can enter the course gets besides.
void writeFullInformation(const Call &call, Writer &out, const CourseEntry &entry)
{
    const Course &course = *entry.course;
    out.field("format", entry.isSite ? "site" : "topics")
        .field("showgrades", 1)
        .field("newsitems", entry.isSite ? 3 : 1)
        .field("startdate", entry.isSite ? 0 : seconds(course.created))
        .field("enddate", 0)
        .field("maxbytes", 0)
        .field("showreports", 0)
        .field("visible", course.visible ? 1 : 0)
        .field("groupmode", course.groupmode)
        .field("groupmodeforce", 0)
        .field("defaultgroupingid", 0)
        .field("enablecompletion", entry.isSite ? 0 : 1)
        .field("completionnotify", 0)
        .field("lang", "")
        .field("theme", "")
        .field("marker", 0);
    if (call.index.held().updateCourses)
        out.field("idnumber", course.idnumber)
            .field("legacyfiles", 0)
            .field("calendartype", "")
            .field("timecreated", seconds(course.created))
            .field("timemodified", seconds(course.created))
            .field("requested", 0)
            .field("cacherev", seconds(course.created));
}

/// One of `core_course_get_courses`.
void writeCourse(const Call &call, Writer &out, const CourseEntry &entry)
{
    const Course &course = *entry.course;
    const bool manages = call.index.held().updateCourses;
    const QString fullname = call.text(course.fullname);
    out.beginObject();
    out.field("id", course.id).field("shortname", call.text(course.shortname)).field("categoryid", course.category);
    if (manages)
        out.field("categorysortorder", entry.sortOrder);
    out.field("fullname", fullname).field("displayname", fullname);
    if (manages)
        out.field("idnumber", course.idnumber);
    out.field("summary", "")
        .field("summaryformat", entry.isSite ? 0 : 1)
        .field("format", entry.isSite ? "site" : "topics");
    if (manages)
        out.field("showgrades", 1).field("newsitems", entry.isSite ? 3 : 1);
    out.field("startdate", entry.isSite ? 0 : seconds(course.created)).field("enddate", 0);
    if (entry.isSite || manages)
        out.field("numsections", 1);
    if (manages) {
        out.field("maxbytes", 0).field("showreports", 0).field("visible", course.visible ? 1 : 0);
        if (!entry.isSite)
            out.field("hiddensections", 1);
        out.field("groupmode", course.groupmode)
            .field("groupmodeforce", 0)
            .field("defaultgroupingid", 0)
            .field("timecreated", seconds(course.created))
            .field("timemodified", seconds(course.created))
            .field("enablecompletion", entry.isSite ? 0 : 1)
            .field("completionnotify", 0)
            .field("lang", "")
            .field("forcetheme", "")
            .field("courseformatoptions", entry.isSite
                                              ? Value(List{Object().add("name", "numsections").add("value", 1)})
                                              : Value(List{Object().add("name", "hiddensections").add("value", 1),
                                                           Object().add("name", "coursedisplay").add("value", 0)}));
    }
    out.field("showactivitydates", false);
    writeConditions(out, entry);
    out.endObject();
}

/// Which the parameters of `core_course_get_courses_by_field` name, hidden ones too.
tl::expected<std::vector<const CourseEntry *>, Fault> coursesByField(const Call &call)
{
    const QString field = textOf(call.form, u"field");
    const QString value = textOf(call.form, u"value");
    std::vector<const CourseEntry *> found;
    if (field.isEmpty()) {
        found.reserve(call.index.courses().size());
        for (const CourseEntry &entry : call.index.courses())
            found.push_back(&entry);
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
        if (field == u"category")
            return call.index.coursesOfCategory(*id);
        if (const CourseEntry *entry = call.index.course(field == u"id" ? *id : *id / sectionsOfCourse))
            found.push_back(entry);
    } else if (field == u"shortname") {
        return call.index.coursesWith(Index::CourseField::Shortname, value);
    } else if (field == u"idnumber") { // found, even where it is not returned
        if (!value.isEmpty())
            return call.index.coursesWith(Index::CourseField::IdNumber, value);
    } else {
        return refuse(invalidParameter(call.version));
    }
    return found;
}

} // namespace

Answer getCoursesByField(const Call &call)
{
    const auto found = coursesByField(call);
    if (!found)
        return refuse(found.error());
    const bool seesHidden = call.index.held().hiddenCourses || call.index.held().updateCourses;
    const QByteArray last = filtersAndFormat(call, false), lastOfSite = filtersAndFormat(call, true);
    Writer out = call.writer();
    out.beginObject();
    out.key("courses");
    out.beginList();
    for (const CourseEntry *entry : *found) {
        if (call.listEmpty || (!entry->course->visible && !seesHidden))
            continue;
        out.beginObject();
        writePublicInformation(call, out, *entry);
        if (mayEnter(call, *entry)) {
            writeFullInformation(call, out, *entry);
            out.fields(entry->isSite ? lastOfSite : last);
        }
        out.endObject();
    }
    out.endList();
    writeNoneOf(out, "warnings");
    out.endObject();
    return call.written();
}

Answer getCourses(const Call &call)
{
    Writer out = call.writer();
    out.beginList();
    const auto add = [&](const CourseEntry &entry) {
        Check refused = requireCourse(call, entry); // all or nothing
        if (!refused && !call.listEmpty)
            writeCourse(call, out, entry);
        return refused;
    };
    if (const FormNode *options = call.form.child(u"options"); options && options->child(u"ids")) {
        const auto asked = numbersOf(*options, u"ids");
        for (const qint64 id : std::set<qint64>(asked.begin(), asked.end())) {
            const CourseEntry *entry = call.index.course(id);
            if (Check refused = entry ? add(*entry) : Check())
                return refuse(*refused);
        }
    } else {
        for (const CourseEntry &entry : call.index.courses()) {
            if (Check refused = add(entry))
                return refuse(*refused);
        }
    }
    out.endList();
    return call.written();
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
    Writer out = call.writer();
    out.beginObject();
    out.field("total", call.listEmpty ? 0 : qint64(found.size()));
    out.key("courses");
    out.beginList();
    for (std::size_t i = first; i < found.size() && (perPage == 0 || i < first + perPage) && !call.listEmpty; ++i) {
        out.beginObject();
        writePublicInformation(call, out, *found[i]);
        out.endObject();
    }
    out.endList();
    writeNoneOf(out, "warnings");
    out.endObject();
    return call.written();
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
    Writer out = call.writer();
    out.beginList();
    QStringList roots;
    for (const CategoryEntry &entry : call.index.categories()) {
        if (call.listEmpty)
            break;
        const bool inside = below && std::any_of(roots.begin(), roots.end(),
                                                 [&](const QString &root) { return entry.path.startsWith(root); });
        if (!inside && !matches(entry))
            continue;
        if (!inside && below && !criteria.empty())
            roots.append(entry.path + u'/');
        out.beginObject();
        out.field("id", entry.category->id)
            .field("name", call.text(entry.category->name))
            .field("description", "")
            .field("descriptionformat", 1)
            .field("parent", entry.category->parent)
            .field("sortorder", entry.sortOrder)
            .field("coursecount", entry.courses)
            .field("depth", entry.depth)
            .field("path", entry.path);
        out.endObject();
    }
    out.endList();
    return call.written();
}

} // namespace liaison::sandbox::moodle
