#pragma once

#include "core/run/campus.h"
#include "ui/text/text.h"

/// A view that comes from a file: what may be done with it, and how pages say so.
namespace liaison::ui {

[[nodiscard]] inline bool mayPlan(const CampusView &view)
{
    return view.source == ViewSource::Servers;
}

/// Why nothing can be planned from this view; empty where it can.
[[nodiscard]] inline QString whyNoPlan(const CampusView &view, text::Language language)
{
    if (mayPlan(view))
        return {};
    const char *code = view.source == ViewSource::Published ? "published-only" : "view-not-fresh";
    return text::error(Error{ErrorKind::Input, QString::fromLatin1(code), {}, 0, {}, {}}, language).sentence;
}

} // namespace liaison::ui
