#pragma once

#include "ui/courses/linkfacts.h"
#include "ui/text/text.h"

#include <QCoreApplication>

namespace liaison::ui {

class FactsList;

/// Fills the tabs that are lists of facts. `now`: this machine's time, for ages.
class LinkTabs
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::LinkTabs)

public:
    static void fillLink(FactsList &list, const LinkFacts &facts, text::Language language, Instant readAt, Instant now);
    static void fillRetention(FactsList &list, const LinkFacts &facts, text::Language language);
};

} // namespace liaison::ui
