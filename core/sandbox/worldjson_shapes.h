#pragma once

#include "core/sandbox/world.h"
#include "core/sandbox/worldjson_reader.h"

/// The format, key by key (docs/sandbox.md). Internal to worldjson_read.cpp.
namespace liaison::sandbox::json {

/// A text of a closed list.
template <auto Member, auto... Words> void getWord(Reader &r, const Place &place, Element e, Owner<Member> &out)
{
    std::string_view text;
    if (!readText(r, place, e, text))
        return;
    if (((text == std::string_view(Words())) || ...)) {
        out.*Member = r.shared(text);
        return;
    }
    QStringList words{QString::fromLatin1(Words())...};
    r.fail(place, u"expected one of " + words.join(u' '));
}

/// A yes or no that is written as one of two words.
template <auto Member, auto No, auto Yes> void getEither(Reader &r, const Place &place, Element e, Owner<Member> &out)
{
    std::string_view text;
    if (!readText(r, place, e, text))
        return;
    if (text != std::string_view(No()) && text != std::string_view(Yes()))
        r.fail(place, u"expected " + QString::fromLatin1(No()) + u" or " + QString::fromLatin1(Yes()));
    out.*Member = text == std::string_view(Yes());
}

#define WORD(text) [] { return text; }

template <> struct Shape<Group>
{
    static constexpr auto fields = std::to_array<Field<Group>>({
        {"id", get<&Group::id>, Need::Required},
        {"name", get<&Group::name>},
    });
};
template <> struct Shape<Grouping>
{
    static constexpr auto fields = std::to_array<Field<Grouping>>({
        {"id", get<&Grouping::id>, Need::Required},
        {"name", get<&Grouping::name>},
        {"groups", get<&Grouping::groups>},
    });
};
template <> struct Shape<Enrolment>
{
    static constexpr auto fields = std::to_array<Field<Enrolment>>({
        {"person", get<&Enrolment::person>, Need::Required},
        {"roles", get<&Enrolment::roles>},
        {"status", getEither<&Enrolment::suspended, WORD("active"), WORD("suspended")>},
        {"method", getShared<&Enrolment::method>},
        {"start", get<&Enrolment::start>},
        {"end", get<&Enrolment::end>},
        {"groups", get<&Enrolment::groups>},
    });
};
template <> struct Shape<ActivityRetention>
{
    static constexpr auto fields = std::to_array<Field<ActivityRetention>>({
        {"enabled", get<&ActivityRetention::enabled>},
        {"maxAge", get<&ActivityRetention::maxAge>},
        {"filesOnly", get<&ActivityRetention::filesOnly>},
        {"excludePinned", get<&ActivityRetention::excludePinned>},
    });
};
template <> struct Shape<Activity>
{
    static constexpr auto fields = std::to_array<Field<Activity>>({
        {"cmid", get<&Activity::cmid>, Need::Required},
        {"name", get<&Activity::name>},
        {"visible", get<&Activity::visible>},
        {"visibleOnCoursePage", get<&Activity::visibleOnCoursePage>},
        {"room", get<&Activity::room>},
        {"moderatorRoles", get<&Activity::moderatorRoles>},
        {"memberRoles", get<&Activity::memberRoles>},
        {"availability", get<&Activity::availability>},
        {"retention", get<&Activity::retention>},
        {"created", get<&Activity::created>},
        {"modified", get<&Activity::modified>},
    });
};
template <> struct Shape<Course>
{
    static constexpr auto fields = std::to_array<Field<Course>>({
        {"id", get<&Course::id>, Need::Required},
        {"category", get<&Course::category>},
        {"shortname", get<&Course::shortname>},
        {"fullname", get<&Course::fullname>},
        {"idnumber", get<&Course::idnumber>},
        {"visible", get<&Course::visible>},
        {"groupmode", get<&Course::groupmode>},
        {"created", get<&Course::created>},
        {"groups", get<&Course::groups>},
        {"groupings", get<&Course::groupings>},
        {"enrolments", get<&Course::enrolments>},
        {"activities", get<&Course::activities>},
    });
};
template <> struct Shape<Category>
{
    static constexpr auto fields = std::to_array<Field<Category>>({
        {"id", get<&Category::id>, Need::Required},
        {"parent", get<&Category::parent>},
        {"name", get<&Category::name>},
    });
};
template <> struct Shape<Role>
{
    static constexpr auto fields = std::to_array<Field<Role>>({
        {"id", get<&Role::id>, Need::Required},
        {"shortname", get<&Role::shortname>, Need::Required},
        {"name", get<&Role::name>},
    });
};
template <> struct Shape<RoleAssignment>
{
    static constexpr auto fields = std::to_array<Field<RoleAssignment>>({
        {"person", get<&RoleAssignment::person>, Need::Required},
        {"role", get<&RoleAssignment::role>, Need::Required},
        {"category", get<&RoleAssignment::category>},
    });
};
template <> struct Shape<Person>
{
    static constexpr auto fields = std::to_array<Field<Person>>({
        {"id", get<&Person::id>, Need::Required},
        {"username", get<&Person::username>, Need::Required},
        {"firstname", get<&Person::firstname>},
        {"lastname", get<&Person::lastname>},
        {"email", get<&Person::email>},
        {"idnumber", get<&Person::idnumber>},
        {"suspended", get<&Person::suspended>},
        {"deleted", get<&Person::deleted>},
    });
};
template <> struct Shape<Report>
{
    static constexpr auto fields = std::to_array<Field<Report>>({
        {"id", get<&Report::id>, Need::Required},
        {"source", getWord<&Report::source, WORD("roles"), WORD("participants")>, Need::Required},
        {"titles", get<&Report::titles>},
        {"activeOnly", get<&Report::activeOnly>},
    });
};
template <> struct Shape<BinItem>
{
    static constexpr auto fields = std::to_array<Field<BinItem>>({
        {"cmid", get<&BinItem::cmid>, Need::Required},
        {"course", get<&BinItem::course>},
        {"name", get<&BinItem::name>},
        {"room", get<&BinItem::room>},
        {"kind", getWord<&BinItem::kind, WORD("course"), WORD("category")>},
        {"deleted", get<&BinItem::deleted>},
        {"expires", get<&BinItem::expires>},
    });
};
template <> struct Shape<RestoreTask>
{
    static constexpr auto fields = std::to_array<Field<RestoreTask>>({
        {"id", get<&RestoreTask::id>, Need::Required},
        {"requester", get<&RestoreTask::requester>},
        {"externalCourse", get<&RestoreTask::externalCourse>},
        {"externalName", get<&RestoreTask::externalName>},
        {"externalUrl", get<&RestoreTask::externalUrl>},
        {"category", get<&RestoreTask::category>},
        {"status", get<&RestoreTask::status>},
        {"course", get<&RestoreTask::course>},
        {"withUserData", get<&RestoreTask::withUserData>},
        {"enrolmentMode", get<&RestoreTask::enrolmentMode>},
        {"created", get<&RestoreTask::created>},
        {"modified", get<&RestoreTask::modified>},
        {"processed", get<&RestoreTask::processed>},
    });
};
template <> struct Shape<Runner>
{
    static constexpr auto fields = std::to_array<Field<Runner>>({
        {"running", get<&Runner::running>},
        {"lastRun", get<&Runner::lastRun>},
        {"nextRun", get<&Runner::nextRun>},
        {"disabled", get<&Runner::disabled>},
    });
};
template <> struct Shape<RestoreSource>
{
    static constexpr auto fields = std::to_array<Field<RestoreSource>>({
        {"url", get<&RestoreSource::url>, Need::Required},
        {"state", getWord<&RestoreSource::state, WORD("up"), WORD("refusing"), WORD("down"), WORD("damaged")>},
    });
};
template <> struct Shape<ServiceAccount>
{
    static constexpr auto fields = std::to_array<Field<ServiceAccount>>({
        {"suspended", get<&ServiceAccount::suspended>},
        {"admin", get<&ServiceAccount::admin>},
        {"authorised", get<&ServiceAccount::authorised>},
        {"serviceEnabled", get<&ServiceAccount::serviceEnabled>},
        {"addressAllowed", get<&ServiceAccount::addressAllowed>},
        {"tokenUntil", get<&ServiceAccount::tokenUntil>},
        {"language", getWord<&ServiceAccount::language, WORD("en"), WORD("fr")>},
    });
};
template <> struct Shape<Plugin>
{
    static constexpr auto fields = std::to_array<Field<Plugin>>({
        {"account", get<&Plugin::account>},
        {"format", get<&Plugin::format>},
        {"replacements", get<&Plugin::replacements>},
        {"regex", get<&Plugin::regex>},
        {"moderatorRoles", get<&Plugin::moderatorRoles>},
        {"memberRoles", get<&Plugin::memberRoles>},
    });
};
template <> struct Shape<Moodle>
{
    static constexpr auto fields = std::to_array<Field<Moodle>>({
        {"id", get<&Moodle::id>},
        {"version", get<&Moodle::version>},
        {"companion", get<&Moodle::companion>},
        {"state",
         getWord<&Moodle::state, WORD("open"), WORD("maintenance-cli"), WORD("maintenance-web"),
                 WORD("upgrade-running"), WORD("upgrade-pending"), WORD("database-down"), WORD("backend-down")>},
        {"webServices", get<&Moodle::webServices>},
        {"restProtocol", get<&Moodle::restProtocol>},
        {"account", get<&Moodle::account>},
        {"functions", get<&Moodle::functions>},
        {"capabilities", get<&Moodle::capabilities>},
        {"plugin", get<&Moodle::plugin>},
        {"reports", get<&Moodle::reports>},
        {"categories", get<&Moodle::categories>},
        {"roles", get<&Moodle::roles>},
        {"roleAssignments", get<&Moodle::roleAssignments>},
        {"people", get<&Moodle::people>},
        {"courses", get<&Moodle::courses>},
        {"recycleBin", get<&Moodle::recycleBin>},
        {"restoreTasks", get<&Moodle::restoreTasks>},
        {"sources", get<&Moodle::sources>},
        {"runner", get<&Moodle::runner>},
    });
};

template <> struct Shape<ChatUser>
{
    static constexpr auto fields = std::to_array<Field<ChatUser>>({
        {"id", get<&ChatUser::id>, Need::Required},
        {"username", get<&ChatUser::username>, Need::Required},
        {"name", get<&ChatUser::name>},
        {"email", get<&ChatUser::email>},
        {"active", get<&ChatUser::active>},
        {"roles", get<&ChatUser::roles>},
        {"type", getWord<&ChatUser::type, WORD("user"), WORD("bot"), WORD("app")>},
    });
};
template <> struct Shape<RoomMember>
{
    static constexpr auto fields = std::to_array<Field<RoomMember>>({
        {"user", getShared<&RoomMember::user>, Need::Required},
        {"roles", get<&RoomMember::roles>},
    });
};
template <> struct Shape<RoomEvent>
{
    static constexpr auto fields = std::to_array<Field<RoomEvent>>({
        {"at", get<&RoomEvent::at>, Need::Required},
        {"type",
         getWord<&RoomEvent::type, WORD("au"), WORD("ru"), WORD("ul"), WORD("uj"), WORD("role+"), WORD("role-")>,
         Need::Required},
        {"user", getShared<&RoomEvent::user>, Need::Required},
        {"by", getShared<&RoomEvent::by>},
    });
};
template <> struct Shape<Retention>
{
    static constexpr auto fields = std::to_array<Field<Retention>>({
        {"enabled", get<&Retention::enabled>},
        {"overrideGlobal", get<&Retention::overrideGlobal>},
        {"maxAge", get<&Retention::maxAge>},
        {"excludePinned", get<&Retention::excludePinned>},
        {"filesOnly", get<&Retention::filesOnly>},
        {"ignoreThreads", get<&Retention::ignoreThreads>},
    });
};
template <> struct Shape<Room>
{
    static constexpr auto fields = std::to_array<Field<Room>>({
        {"id", get<&Room::id>, Need::Required},
        {"name", get<&Room::name>},
        {"type", getWord<&Room::type, WORD("p"), WORD("c"), WORD("d"), WORD("l")>},
        {"creator", getShared<&Room::creator>},
        {"archived", get<&Room::archived>},
        {"encrypted", get<&Room::encrypted>},
        {"topic", get<&Room::topic>},
        {"customFields", get<&Room::customFields>},
        {"retention", get<&Room::retention>},
        {"created", get<&Room::created>},
        {"oldestMessage", get<&Room::oldestMessage>},
        {"newestMessage", get<&Room::newestMessage>},
        {"members", get<&Room::members>},
        {"events", get<&Room::events>},
    });
};
template <> struct Shape<Integration>
{
    static constexpr auto fields = std::to_array<Field<Integration>>({
        {"id", get<&Integration::id>, Need::Required},
        {"token", get<&Integration::token>, Need::Required},
        {"room", get<&Integration::room>, Need::Required},
        {"user", get<&Integration::user>},
        {"enabled", get<&Integration::enabled>},
        {"channelOverride", get<&Integration::channelOverride>},
    });
};
template <> struct Shape<Chat>
{
    static constexpr auto fields = std::to_array<Field<Chat>>({
        {"version", get<&Chat::version>},
        {"apiUser", get<&Chat::apiUser>},
        {"fresh", get<&Chat::fresh>},
        {"presence", getEither<&Chat::presenceChanging, WORD("still"), WORD("changing")>},
        {"settings", get<&Chat::settings>},
        {"grants", get<&Chat::grants>},
        {"users", get<&Chat::users>},
        {"rooms", get<&Chat::rooms>},
        {"integrations", get<&Chat::integrations>},
    });
};

struct Document
{
    QString format;
    int version = 0;
    World world;
};
template <> struct Shape<Document>
{
    template <auto Member> static void inner(Reader &r, const Place &p, Element e, Document &out)
    {
        read(r, p, e, out.world.*Member);
    }
    static constexpr auto fields = std::to_array<Field<Document>>({
        {"format", get<&Document::format>, Need::Required},
        {"version", get<&Document::version>, Need::Required},
        {"now", inner<&World::now>},
        {"moodle", inner<&World::moodle>},
        {"rocketchat", inner<&World::chat>},
    });
};
#undef WORD

} // namespace liaison::sandbox::json
