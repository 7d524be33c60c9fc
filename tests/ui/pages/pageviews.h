#pragma once

#include "tests/support/smallworld.h"
#include "ui/backend.h"
#include "ui/base/page.h"

#include <functional>
#include <memory>
#include <vector>

namespace liaison::tests {

/// Does nothing and answers nothing but a diagnosis it was given: pages are given their views by the test.
class SilentBackend : public ui::Backend
{
    Q_OBJECT

public:
    using ui::Backend::Backend;

    void refresh() override {}
    void plan(const std::vector<LinkKey> &, const std::vector<ChangeClass> &) override {}
    void apply(PlanPtr, const Decisions &) override {}
    void cancel() override {}
    void people(const LinkKey &) override {}
    void run(const QString &) override {}
    void diagnose() override
    {
        if (diagnosis)
            Q_EMIT diagnosed(diagnosis);
    }
    void measureRetention() override { ++measured; }
    int measured = 0;
    DiagnosisPtr diagnosis; ///< null: no answer yet
};

/// The built-in campus, observed once through its sockets.
[[nodiscard]] ui::Backend::View campusView();
/// The same, as a person with a first Moodle that is down and a chat server without its rights would see it.
[[nodiscard]] ui::Backend::View troubledView();
/// A campus with nothing in it yet, whose servers answer.
[[nodiscard]] ui::Backend::View emptyView();
/// Random facts of a few courses, compared; every page's rows follow from them.
[[nodiscard]] ui::Backend::View randomView(quint32 seed);

struct NamedPage
{
    const char *name;
    std::function<ui::Page *(const ui::Context &)> make;
};
[[nodiscard]] const std::vector<NamedPage> &allPages();

} // namespace liaison::tests
