#pragma once

#include "core/run/campus.h"
#include "ui/base/marks.h"
#include "ui/text/format.h"

#include <QCoreApplication>

/// Words and short forms that several pages share. Nothing here looks at a clock.
namespace liaison::ui {

/// The context of the sentences that belong to no single page.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::Words)
};

namespace words {

/// What cannot be known, and what does not exist (guide section 2).
[[nodiscard]] inline QString unknown()
{
    return QStringLiteral("?");
}
[[nodiscard]] inline QString none()
{
    return QStringLiteral("\u2014");
}

/// "90 d", "90 j".
[[nodiscard]] QString days(text::Language language, int days);
/// "1,016 + 134 + 98 = 1,248".
[[nodiscard]] QString sum(text::Language language, const std::vector<qint64> &parts, qint64 total);
/// The age of `then`, judged at `now`; an em dash where there is no date.
[[nodiscard]] QString age(text::Language language, Instant now, Instant then);
/// "Reading members: 561 of 1,248".
[[nodiscard]] QString progress(text::Language language, const Progress &progress);
/// Room names begin with forty digits that tell people nothing: the first four stand for them. Whole names stay in
/// tool tips and copies.
[[nodiscard]] QString roomName(const QString &name);
/// The host of an address, with its port where it has one; the text itself where it is no address.
[[nodiscard]] QString host(const QString &url);
/// Case and accents do not matter to a filter.
[[nodiscard]] QString folded(const QString &text);
/// "DRC-L1": the course of a link, or "main:41207" where the view does not know it.
[[nodiscard]] QString courseOf(const CampusView &view, const LinkKey &link);

} // namespace words
} // namespace liaison::ui
