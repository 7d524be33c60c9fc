#include "tests/ui/samplecampus.h"

#include "core/run/runsteps.h"

namespace liaison::tests {

void SampleBackend::sendSampleRequests(int count)
{
    struct Sample
    {
        const char *name, *path;
        bool moodle, write;
        int status, milliseconds;
        qint64 bytes;
    };
    constexpr Sample samples[] = {
        {"core_webservice_get_site_info", "/webservice/rest/server.php", true, false, 200, 184, 21'412},
        {"local_liaison_get_memberships", "/webservice/rest/server.php", true, false, 200, 2'311, 4'812'334},
        {"rooms.adminRooms", "/api/v1/rooms.adminRooms?count&offset&types", false, false, 200, 96, 88'120},
        {"rooms.membersOrderedByRole", "/api/v1/rooms.membersOrderedByRole?count&offset&roomId", false, false, 200, 41,
         9'210},
        {"rooms.membersOrderedByRole", "/api/v1/rooms.membersOrderedByRole?count&offset&roomId", false, false, 429, 12,
         148},
        {"groups.invite", "/api/v1/groups.invite", false, true, 200, 77, 640},
        {"users.info", "/api/v1/users.info?fields&username", false, false, 0, 30'001, 0},
    };
    for (int i = 0; i < count; ++i) {
        const Sample &s = samples[static_cast<size_t>(i) % std::size(samples)];
        net::RequestRecord r;
        r.at = {sampleMoment().ms + i * 150LL};
        r.origin = s.moodle ? QStringLiteral("https://moodle.trois-rives.example:443")
                            : QStringLiteral("https://chat.trois-rives.example:443");
        r.name = QString::fromLatin1(s.name);
        r.path = QString::fromLatin1(s.path);
        r.method = s.moodle || s.write ? net::Method::Post : net::Method::Get;
        r.write = s.write;
        r.status = s.status;
        r.milliseconds = s.milliseconds + i % 7;
        r.bytes = s.bytes;
        r.attempt = s.status == 429 || s.status == 0 ? 2 : 1;
        if (s.status == 0)
            r.error = QStringLiteral("timeout");
        requests->add(r);
    }
}

void SampleBackend::diagnose()
{
    if (!m_view) // as long as nothing was read, the servers do not answer either
        return;
    const bool down = !m_view->servers.empty() && m_view->servers.back().error;
    Q_EMIT diagnosed(sampleDiagnosis(down ? SampleServers::ChatDown : SampleServers::AllWell));
}

SampleBackend::SampleBackend(View view) : m_view(std::move(view)) {}

void SampleBackend::show(View view)
{
    m_view = std::move(view);
    Q_EMIT viewReady(m_view);
}

void SampleBackend::refresh()
{
    ++refreshes;
    if (m_view)
        Q_EMIT viewReady(m_view);
}

void SampleBackend::plan(const std::vector<LinkKey> &links, const std::vector<ChangeClass> &classes)
{
    planned = links;
    if (m_view)
        Q_EMIT planReady(std::make_shared<const Plan>(
            makePlan(*m_view->snapshot, diff(*m_view->snapshot, m_view->policy, m_view->history, optionsFor(classes)),
                     m_view->policy, classes)));
}

void SampleBackend::apply(PlanPtr, const Decisions &)
{
    ++applies;
}
void SampleBackend::cancel() {}

void SampleBackend::people(const LinkKey &link)
{
    if (!m_view)
        return;
    const Snapshot &s = *m_view->snapshot;
    for (size_t i = 0; i < s.links.size(); ++i) {
        if (s.links[i].cmid.value == link.cmid && s.sites[s.links[i].site.value].id.value == link.site)
            Q_EMIT peopleReady(link, peopleOf(s, m_view->policy, m_view->history, LinkIx(i)));
    }
}

void SampleBackend::why(const LinkKey &link, const PersonKey &person)
{
    if (!m_view)
        return;
    if (const auto why = whyInView(*m_view, link, person))
        Q_EMIT whyReady(link, std::make_shared<const WhyView>(*why));
}

std::vector<store::RunStep> SampleBackend::stepsOf(const QString &run) const
{
    const auto it = std::find_if(m_view->runs.begin(), m_view->runs.end(),
                                 [&run](const store::RunRecord &record) { return record.id == run; });
    std::vector<store::RunStep> steps;
    if (it == m_view->runs.end())
        return steps;
    const Snapshot &s = *m_view->snapshot;
    const auto account = [&s](const Person &person) -> std::optional<QString> {
        for (const Account &a : s.accounts) {
            if (a.username == person.username)
                return a.id.value;
        }
        return std::nullopt;
    };
    for (size_t i = 0; i < size_t(it->planned); ++i) {
        store::RunStep step;
        step.id = QStringLiteral("%1").arg(i, 16, 16, QLatin1Char('0'));
        const Link &link = s.links[i % 3];
        const auto *room = std::get_if<RoomIx>(&link.room);
        step.place = {s.sites[link.site.value].id.value, s.courses[link.course.value].id.value, link.cmid.value,
                      room ? s.rooms[room->value].id.value : QString()};
        const Person &person = s.people.at(i % s.people.size());
        step.person = person.id.value;
        step.chat = account(person);
        step.before = "null";
        step.after = "\"member\"";
        step.outcome = i < size_t(it->done) ? Outcome::Done : Outcome::Skipped;
        if (*step.outcome == Outcome::Skipped)
            step.detail = QStringLiteral("cancelled");
        step.at = it->finished;
        steps.push_back(step);
    }
    return steps;
}

void SampleBackend::run(const QString &id)
{
    if (m_view)
        Q_EMIT runReady(id, stepsOf(id));
}

void SampleBackend::pause(bool on)
{
    paused = on;
}

void SampleBackend::undo(const QString &run)
{
    if (!m_view)
        return;
    std::vector<DoneStep> done;
    for (const store::RunStep &step : stepsOf(run)) {
        if (step.outcome == Outcome::Done)
            done.push_back({step.id, stepOf(step).change});
    }
    Q_EMIT undoReady(std::make_shared<const Undo>(undoOf(*m_view->snapshot, m_view->diff, m_view->policy, run, done)));
}

void SampleBackend::history(const store::HistoryOf &of)
{
    auto steps = std::make_shared<std::vector<store::HistoryStep>>();
    for (auto run = m_view->runs.rbegin(); run != m_view->runs.rend(); ++run) {
        for (const store::RunStep &step : stepsOf(run->id)) {
            const bool place = of.rooms.empty() || (step.place.room && *step.place.room == of.rooms.front());
            const bool person = of.accounts.empty() || step.chat == of.accounts.front();
            if (place && person)
                steps->push_back({run->id, run->started, run->by, run->state, step});
        }
    }
    Q_EMIT historyReady(of, steps);
}

void SampleBackend::resume(const QString &run)
{
    resumed << run;
}

void SampleBackend::checkJournal()
{
    Q_EMIT journalChecked(check);
}

} // namespace liaison::tests
