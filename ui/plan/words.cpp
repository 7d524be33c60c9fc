#include "ui/plan/words.h"

#include "core/reconcile/planid.h"
#include "ui/plan/ticks.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace liaison::ui {
namespace {

QString arrow(const QString &from, const QString &to)
{
    return from + QStringLiteral(" → ") + to;
}

/// A JSON value of the journal: compact, and not always an array or object ("member" in quotes, null).
QJsonValue valueOf(const QByteArray &json)
{
    const QByteArray wrapped = QByteArray("{\"v\":") + json + '}';
    return QJsonDocument::fromJson(wrapped).object().value(QLatin1String("v"));
}

} // namespace

QString lowered(const QString &text)
{
    if (text.size() < 2 || text.at(1).isUpper())
        return text;
    return text.at(0).toLower() + text.mid(1);
}

QString PlanWords::kind(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::CreateAccount:
        return tr("New account");
    case ChangeKind::CreateRoom:
        return tr("New room");
    case ChangeKind::Unarchive:
        return tr("Reopening");
    case ChangeKind::SetRetention:
        return tr("Retention");
    case ChangeKind::Add:
        return tr("Addition");
    case ChangeKind::Promote:
        return tr("Promotion");
    case ChangeKind::Demote:
        return tr("Demotion");
    case ChangeKind::Remove:
        return tr("Removal");
    case ChangeKind::Archive:
        return tr("Archiving");
    }
    return {};
}

QString PlanWords::several(ChangeKind kind, int n)
{
    switch (kind) {
    case ChangeKind::CreateAccount:
        return tr("%n new account(s)", nullptr, n);
    case ChangeKind::CreateRoom:
        return tr("%n new room(s)", nullptr, n);
    case ChangeKind::Unarchive:
        return tr("%n reopening(s)", nullptr, n);
    case ChangeKind::SetRetention:
        return tr("%n retention setting(s)", nullptr, n);
    case ChangeKind::Add:
        return tr("%n addition(s)", nullptr, n);
    case ChangeKind::Promote:
        return tr("%n promotion(s)", nullptr, n);
    case ChangeKind::Demote:
        return tr("%n demotion(s)", nullptr, n);
    case ChangeKind::Remove:
        return tr("%n removal(s)", nullptr, n);
    case ChangeKind::Archive:
        return tr("%n archiving(s)", nullptr, n);
    }
    return {};
}

namespace {

/// Words for a state before or after a step, as the journal and the plan document write it.
class StateWords
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::PlanWords)

public:
    static QString person(const QJsonValue &value)
    {
        if (value.toString() == u"moderator")
            return tr("moderator");
        if (value.toString() == u"member")
            return tr("member");
        return tr("absent");
    }
    static QString retention(const QJsonValue &value)
    {
        if (!value.isObject())
            return tr("server’s own");
        const QJsonObject o = value.toObject();
        if (!o.value(QLatin1String("enabled")).toBool())
            return tr("kept for ever");
        const QJsonValue age = o.value(QLatin1String("maxAge"));
        return age.isDouble() ? tr("%1 d").arg(age.toInt()) : tr("server’s own");
    }
    static QString room(bool there) { return there ? tr("room") : tr("no room"); }
    static QString account(bool there) { return there ? tr("account") : tr("no account"); }
    static QString open(bool open) { return open ? tr("open") : tr("archived"); }
};

QString between(ChangeKind kind, const QJsonValue &before, const QJsonValue &after)
{
    switch (kind) {
    case ChangeKind::CreateAccount:
        return arrow(StateWords::account(false), StateWords::account(true));
    case ChangeKind::CreateRoom:
        return arrow(StateWords::room(false), StateWords::room(true));
    case ChangeKind::Unarchive:
        return arrow(StateWords::open(false), StateWords::open(true));
    case ChangeKind::Archive:
        return arrow(StateWords::open(true), StateWords::open(false));
    case ChangeKind::SetRetention:
        return arrow(StateWords::retention(before), StateWords::retention(after));
    case ChangeKind::Add:
    case ChangeKind::Promote:
    case ChangeKind::Demote:
    case ChangeKind::Remove:
        break;
    }
    return arrow(StateWords::person(before), StateWords::person(after));
}

} // namespace

QString PlanWords::change(const Change &c)
{
    return between(kindOf(c), beforeOf(c), afterOf(c));
}

QString PlanWords::change(ChangeKind kind, const QByteArray &before, const QByteArray &after)
{
    return between(kind, valueOf(before), valueOf(after));
}

QString PlanWords::subject(const Change &c, const Names &names)
{
    const PersonKey *person = personOf(c);
    if (const auto *room = std::get_if<CreateRoom>(&c.what))
        return tr("Create the room %1").arg(room->name);
    return subject(kindOf(c), c.place.site, person ? person->moodle : std::nullopt,
                   person ? person->chat : std::nullopt, names);
}

QString PlanWords::subject(ChangeKind kind, const QString &site, std::optional<qint64> moodle,
                           const std::optional<QString> &chat, const Names &names)
{
    if (moodle || chat)
        return names.person(site, moodle, chat);
    switch (kind) {
    case ChangeKind::CreateRoom:
        return tr("Create the room");
    case ChangeKind::Unarchive:
        return tr("Reopen the room");
    case ChangeKind::SetRetention:
        return tr("Set how long messages are kept");
    case ChangeKind::Archive:
        return tr("Archive the room");
    default:
        return tr("Unknown person");
    }
}

QString PlanWords::cause(const Change &c, text::Language language)
{
    if (c.cause == Cause::NotKnown) {
        switch (c.reason) {
        case ChangeReason::ActivityHidden:
            return tr("hidden activity");
        case ChangeReason::ActivityVisible:
            return tr("visible activity");
        case ChangeReason::RetentionDiffers:
            return tr("asked for by the course");
        case ChangeReason::Undone:
            return tr("as before the run");
        case ChangeReason::RoomMissing:
            return tr("room missing");
        case ChangeReason::AccountMissing:
            return tr("account missing");
        default:
            break;
        }
    }
    const QString name = lowered(text::of(c.cause, language).name);
    return c.certainty == Certainty::Likely ? tr("%1 (likely)").arg(name) : name;
}

QString PlanWords::held(Rule rule, text::Language language)
{
    return tr("Withheld: %1").arg(lowered(text::of(rule, language).name));
}

QString PlanWords::lifted(Rule rule, text::Language language)
{
    return Ticks::releasable(rule) ? tr("Released: %1").arg(lowered(text::of(rule, language).name))
                                   : tr("Lifted: %1").arg(lowered(text::of(rule, language).name));
}

QString PlanWords::lifting(Rule rule, int held)
{
    switch (rule) {
    case Rule::Guest:
        return tr("Releasing applies to this person only: they lose access to the room.");
    case Rule::GoneAgain:
        return tr("Releasing applies to this person only: they are added again.");
    case Rule::Emptied:
        return tr("Releasing applies to the whole room: everybody listed here loses access to it.");
    case Rule::ThresholdRoom:
        return tr("%n change(s) held in this room. Type this number to lift the threshold of this room.", nullptr,
                  held);
    case Rule::ThresholdRun:
        return tr("%n change(s) held in all rooms. Type this number to lift the threshold of this run.", nullptr, held);
    default:
        return tr("This cannot be lifted here.");
    }
}

QString PlanWords::outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return tr("Done");
    case Outcome::Stale:
        return tr("Stale");
    case Outcome::Skipped:
        return tr("Skipped");
    case Outcome::Failed:
        return tr("Failed");
    }
    return {};
}

QString toolTip(const text::Text &words)
{
    return QString(words.sentence + u'\n' + words.remedy).trimmed(); // every tip is shown as plain text
}

} // namespace liaison::ui
