#include "core/reconcile/accountways.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/stepwriter.h"

#include <algorithm>

namespace liaison {
namespace {

using State = PersonAccount::State;

class PersonSteps : public StepWriter
{
public:
    using StepWriter::StepWriter;

    void write()
    {
        moodleAccount();
        enrolment();
        role();
        chatAccount();
    }

private:
    void moodleAccount();
    void enrolment();
    void role();
    void chatAccount();
    [[nodiscard]] const Course &courseThrough() const
    {
        return e.through ? s.courses[e.through->course.value] : e.course;
    }
};

QString loginOf(const Person &person)
{
    return person.username.isEmpty() ? person.fullName : person.username;
}

void PersonSteps::moodleAccount()
{
    constexpr WhyStep step = WhyStep::MoodleAccount;
    if (e.subject.person.isValid()) {
        const Person &who = s.people[e.subject.person.value];
        if (who.gone) {
            add(step, WhyFact::MoodleAccountGone, Verdict::NotOk);
        } else if (e.row && static_cast<Tri>(s.enrolments.suspended[*e.row]) == Tri::Yes) {
            const bool counts = e.policy.suspended() == Treatment::NotExpected;
            add(step, WhyFact::MoodleAccountSuspended, counts ? Verdict::NotOk : Verdict::Ok, {loginOf(who)});
        } else {
            add(step, WhyFact::MoodleAccount, Verdict::Ok, {loginOf(who), QString::number(who.id.value)});
        }
        return;
    }
    const Lookup<Person> &lookup = e.subject.moodle;
    switch (lookup.state) {
    case Lookup<Person>::State::Found:
        add(step, WhyFact::MoodleAccount, Verdict::Ok, {loginOf(lookup.value), QString::number(lookup.value.id.value)});
        break;
    case Lookup<Person>::State::Absent:
        add(step, WhyFact::MoodleAccountNone, Verdict::NotOk, {lookup.asked});
        break;
    case Lookup<Person>::State::Failed:
        unknown(step, WhyFact::MoodleAccountNotKnown, lookup.because);
        break;
    case Lookup<Person>::State::NotAsked: // a guest, an owner, a robot: nobody's business
        return;
    }
    if (lookup.at.isKnown() && m_steps.back().verdict != Verdict::Unknown)
        m_steps.back().readAt = lookup.at;
}

void PersonSteps::enrolment()
{
    constexpr WhyStep step = WhyStep::Enrolment;
    const Reading<Rows> &list = courseThrough().enrolments;
    const QStringList course{courseThrough().shortName};
    if (e.row) {
        const bool inactive = static_cast<Tri>(s.enrolments.active[*e.row]) == Tri::No;
        const bool counts = inactive && e.policy.inactive() == Treatment::NotExpected;
        const WhyFact fact = inactive               ? WhyFact::EnrolledInactive
                             : e.through != &e.link ? WhyFact::EnrolledByOther
                                                    : WhyFact::Enrolled;
        add(step, fact, counts ? Verdict::NotOk : Verdict::Ok, course).readAt = list.readAt();
        return;
    }
    if (e.link.unknown && e.link.unknown->reason != UnknownReason::NotFoundByName) { // that is about the room alone
        unknown(step, WhyFact::EnrolmentNotKnown, e.link.unknown);
    } else if (e.link.unknown) {
        unknown(step, WhyFact::EnrolmentNotKnown, std::nullopt).readAt = {};
    } else if (!list.isKnown()) {
        unknown(step, WhyFact::EnrolmentNotKnown, list.because());
    } else if (!e.allListsKnown) {
        unknown(step, WhyFact::EnrolmentNotKnown, UnknownBecause{UnknownReason::SharedLink, {}});
    } else if (!e.allListsCounted) {
        unknown(step, WhyFact::NotEnrolled, UnknownBecause{UnknownReason::Uncounted, {}}, course).readAt =
            list.readAt();
    } else {
        add(step, WhyFact::NotEnrolled, Verdict::NotOk, course).readAt = list.readAt();
    }
    if (e.past)
        remembered(step, WhyFact::WasExpected, e.past->last);
}

void PersonSteps::role()
{
    if (!e.row)
        return;
    constexpr WhyStep step = WhyStep::Role;
    const Link &link = e.through ? *e.through : e.link;
    const std::vector<quint8> levels = roleLevels(s, link, e.policy);
    QStringList names;
    quint8 level = 0;
    for (quint32 set : {s.enrolments.roles[*e.row], s.enrolments.inherited[*e.row]}) {
        for (quint32 role : s.roleSets[set]) {
            const Role &held = s.roles[role];
            const QString name =
                held.shortName.isEmpty() ? QString(u'#' + QString::number(held.id.value)) : held.shortName;
            if (!names.contains(name))
                names << name;
            level = std::max(level, levels[role]);
        }
    }
    const QStringList held{names.join(QStringLiteral(", "))};
    ExplainStep *made = nullptr;
    if (level > 0)
        made = &add(step, level == 2 ? WhyFact::RoleModerator : WhyFact::RoleMember, Verdict::Ok, held);
    else if (!courseThrough().inheritedRolesKnown)
        made = &unknown(step, WhyFact::RoleNotKnown, std::nullopt);
    else if (names.isEmpty())
        made = &add(step, WhyFact::RoleNone, Verdict::NotOk);
    else
        made = &add(step, WhyFact::RoleUnmapped, Verdict::NotOk, held);
    made->readAt = courseThrough().enrolments.readAt();
}

void PersonSteps::chatAccount()
{
    constexpr WhyStep step = WhyStep::ChatAccount;
    using Look = Lookup<Account>::State;
    const Lookup<Account> &lookup = e.subject.chat;
    const QString login = e.own ? e.own->login : lookup.asked;
    if (out.finding == FindingCode::Conflict) {
        add(step, WhyFact::ChatAccountConflict, Verdict::NotOk, {out.person.username});
        return;
    }
    const Account *account = accountOf(e);
    if (out.finding == FindingCode::ProbableRename) {
        if (e.otherAccount.isEmpty())
            add(step, WhyFact::ChatAccount, Verdict::Ok, {account ? account->username : login});
        else
            add(step, WhyFact::ChatAccountRenamed, Verdict::NotOk, {login, e.otherAccount});
        return;
    }
    if (account) {
        const bool disabled = account->active == Tri::No;
        ExplainStep &made = add(step, disabled ? WhyFact::ChatAccountDisabled : WhyFact::ChatAccount,
                                disabled ? Verdict::NotOk : Verdict::Ok, {account->username});
        if (account == &lookup.value && lookup.at.isKnown())
            made.readAt = lookup.at;
        return;
    }
    const bool notAsked = !e.own || e.own->state == State::NotLookedUp;
    const bool absent = (e.own && e.own->state == State::Absent) || (notAsked && lookup.state == Look::Absent);
    if (absent && login.isEmpty())
        add(step, WhyFact::ChatAccountNone, Verdict::NotOk, {QStringLiteral("—")});
    else if (absent)
        add(step, WhyFact::ChatAccountNone, Verdict::NotOk, {login});
    else if (lookup.state == Look::Failed)
        unknown(step, WhyFact::ChatAccountNotKnown, lookup.because);
    else if (e.own && e.own->state == State::Failed)
        unknown(step, WhyFact::ChatAccountNotKnown,
                s.lookupFailed.value(login.toLower(), UnknownBecause{UnknownReason::NoAccess, {}}));
    else
        unknown(step, WhyFact::ChatAccountNotKnown, std::nullopt);
    if (absent) {
        for (ExplainStep &way : waysToAccount(s, s.sites[e.link.site.value], e.in.chatReadAt))
            m_steps.push_back(std::move(way));
    }
}

} // namespace

void writePersonSteps(const Explained &e, const Explanation &conclusion, std::vector<ExplainStep> &steps)
{
    PersonSteps(e, conclusion, steps).write();
}

} // namespace liaison
