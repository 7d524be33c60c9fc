// What a mark stands for: the states and changes it is drawn for, its colour and its word.
#include "ui/base/marks.h"

#include <QCoreApplication>

namespace liaison::ui {

namespace {

QString word(const char *source)
{
    return QCoreApplication::translate("liaison::ui::Mark", source);
}

} // namespace

Mark markOf(LinkState state)
{
    switch (state) {
    case LinkState::Unknown:
        return Mark::Unknown;
    case LinkState::Ambiguous:
        return Mark::Ambiguous;
    case LinkState::Unlinked:
        return Mark::Unlinked;
    case LinkState::Pending:
        return Mark::Pending;
    case LinkState::Missing:
        return Mark::Missing;
    case LinkState::Drift:
        return Mark::Drift;
    case LinkState::PartlyKnown:
        return Mark::PartlyKnown;
    case LinkState::Archived:
        return Mark::Archived;
    case LinkState::InStep:
        return Mark::InStep;
    }
    return Mark::Unknown;
}

Mark markOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::CreateAccount:
    case ChangeKind::CreateRoom:
        return Mark::Create;
    case ChangeKind::Add:
        return Mark::Add;
    case ChangeKind::Promote:
        return Mark::Promote;
    case ChangeKind::Demote:
        return Mark::Demote;
    case ChangeKind::Remove:
        return Mark::Remove;
    case ChangeKind::Unarchive:
    case ChangeKind::SetRetention:
        return Mark::Settings;
    case ChangeKind::Archive:
        return Mark::Archived;
    }
    return Mark::Settings;
}

Mark markOf(ChangeClass changes)
{
    switch (changes) {
    case ChangeClass::Create:
        return Mark::Create;
    case ChangeClass::Add:
        return Mark::Add;
    case ChangeClass::Promote:
        return Mark::Promote;
    case ChangeClass::Demote:
        return Mark::Demote;
    case ChangeClass::Remove:
        return Mark::Remove;
    case ChangeClass::Settings:
        break;
    }
    return Mark::Settings;
}

Mark markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return Mark::Done;
    case Outcome::Stale:
        return Mark::Stale;
    case Outcome::Skipped:
        return Mark::Skipped;
    case Outcome::Failed:
        return Mark::Failed;
    }
    return Mark::Failed;
}

Ink inkOf(Mark mark)
{
    switch (mark) {
    case Mark::InStep:
    case Mark::Done:
    case Mark::Fine:
        return Ink::Ok;
    case Mark::Drift:
    case Mark::Watch:
    case Mark::Stuck:
        return Ink::Drift;
    case Mark::Missing:
    case Mark::Failed:
    case Mark::Blocking:
    case Mark::BlockingRestore:
        return Ink::Missing;
    case Mark::Pending:
    case Mark::Info:
        return Ink::Wait;
    case Mark::Running:
        return Ink::Accent;
    case Mark::Orphan:
    case Mark::Ambiguous:
    case Mark::Stale:
        return Ink::Identity;
    case Mark::Archived:
    case Mark::Unknown:
    case Mark::PartlyKnown:
    case Mark::Skipped:
        return Ink::Quiet;
    case Mark::Unlinked:
        return Ink::Hint;
    case Mark::Add:
    case Mark::Create:
        return Ink::Add;
    case Mark::Remove:
        return Ink::Remove;
    case Mark::Promote:
    case Mark::Demote:
        return Ink::Role;
    case Mark::Settings:
    case Mark::Withheld:
        return Ink::Secondary;
    }
    return Ink::Quiet;
}

QString markName(Mark mark, text::Language language)
{
    const auto state = [language](LinkState s) { return text::of(s, language).name; };
    switch (mark) {
    case Mark::InStep:
        return state(LinkState::InStep);
    case Mark::Drift:
        return state(LinkState::Drift);
    case Mark::Missing:
        return state(LinkState::Missing);
    case Mark::Pending:
        return state(LinkState::Pending);
    case Mark::Archived:
        return state(LinkState::Archived);
    case Mark::Ambiguous:
        return state(LinkState::Ambiguous);
    case Mark::Unknown:
        return state(LinkState::Unknown);
    case Mark::Unlinked:
        return state(LinkState::Unlinked);
    case Mark::PartlyKnown:
        return state(LinkState::PartlyKnown);
    case Mark::Add:
        return text::of(ChangeClass::Add, language).name;
    case Mark::Remove:
        return text::of(ChangeClass::Remove, language).name;
    case Mark::Promote:
        return text::of(ChangeClass::Promote, language).name;
    case Mark::Demote:
        return text::of(ChangeClass::Demote, language).name;
    case Mark::Create:
        return text::of(ChangeClass::Create, language).name;
    case Mark::Settings:
        return text::of(ChangeClass::Settings, language).name;
    case Mark::Done:
        return text::of(Outcome::Done, language).name;
    case Mark::Skipped:
        return text::of(Outcome::Skipped, language).name;
    case Mark::Stale:
        return text::of(Outcome::Stale, language).name;
    case Mark::Failed:
        return text::of(Outcome::Failed, language).name;
    case Mark::Orphan:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Orphan"));
    case Mark::Withheld:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Withheld"));
    case Mark::Fine:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Fine"));
    case Mark::Watch:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Watch"));
    case Mark::Blocking:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Blocking"));
    case Mark::Stuck:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Stuck"));
    case Mark::BlockingRestore:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Blocking restore"));
    case Mark::Info:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Note"));
    case Mark::Running:
        return word(QT_TRANSLATE_NOOP("liaison::ui::Mark", "Running"));
    }
    return {};
}

} // namespace liaison::ui
