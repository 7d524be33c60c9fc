#pragma once

#include "core/run/campus.h"
#include "ui/base/marks.h"

#include <vector>

namespace liaison::ui {

/// One line of Diagnostics.
struct ServerCheck
{
    enum class Result { Fine, Watch, Blocking, NotKnown };

    Result result = Result::Fine;
    QString what, value;
    QString remedy; ///< empty: nothing to do
};

[[nodiscard]] Mark markOf(ServerCheck::Result result);
/// Everything that is known about one server, in the words of the page.
[[nodiscard]] std::vector<ServerCheck> checksOf(const ServerReport &report, text::Language language);
/// "Moodle 4.5.3", "Rocket.Chat"; with the site's name where there are several Moodles.
[[nodiscard]] QString serverName(const ServerReport &report, const CampusView &view);
[[nodiscard]] int countOf(const std::vector<ServerCheck> &checks, ServerCheck::Result result);
/// "12 correct, 2 to watch, 1 blocking, 3 not known": what is zero is left out.
[[nodiscard]] QString summaryOf(const std::vector<ServerCheck> &checks);

} // namespace liaison::ui
