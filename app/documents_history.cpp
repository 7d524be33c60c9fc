#include "app/documents_history.h"

#include <QJsonArray>

namespace liaison::app {

QJsonObject historyJson(const store::HistoryOf &of, const std::vector<store::HistoryStep> &history)
{
    QJsonArray rooms, links, people, accounts, steps;
    for (const QString &room : of.rooms)
        rooms.append(room);
    for (const LinkKey &link : of.links)
        links.append(QJsonObject{{QStringLiteral("site"), link.site}, {QStringLiteral("cmid"), link.cmid}});
    for (const store::SitePerson &person : of.people)
        people.append(QJsonObject{{QStringLiteral("site"), person.site}, {QStringLiteral("moodle"), person.moodle}});
    for (const QString &account : of.accounts)
        accounts.append(account);
    for (const store::HistoryStep &h : history) {
        QJsonObject step = stepJson(h.run, h.step);
        step.insert(QStringLiteral("startedAt"), h.started.iso());
        step.insert(QStringLiteral("by"), h.by);
        step.insert(QStringLiteral("state"), codeOf(h.state));
        steps.append(step);
    }
    return {{QStringLiteral("rooms"), rooms},
            {QStringLiteral("links"), links},
            {QStringLiteral("people"), people},
            {QStringLiteral("accounts"), accounts},
            {QStringLiteral("steps"), steps}};
}

QByteArray historyCsv(const std::vector<store::HistoryStep> &history)
{
    JournalPart part;
    for (const store::HistoryStep &h : history) {
        JournalPart::Run run;
        run.record.id = h.run;
        run.record.started = h.started;
        run.record.by = h.by;
        run.record.state = h.state;
        run.steps.push_back(h.step);
        part.runs.push_back(std::move(run));
    }
    return journalCsv(part);
}

} // namespace liaison::app
