#pragma once

#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/base/statepanel.h"

#include <optional>

namespace liaison::ui {

class CurrentStackLayout;

/// A page that shows one view of the campus, with its four states: loading before the first view, an error, something
/// that stands in the content's place (empty, unknown), and the content. A read that fails later leaves the content on
/// screen under a banner; one that runs says so in the header.
class FactsPage : public Page
{
    Q_OBJECT

public:
    void setView(Backend::View view) final;
    void setLoading(const Progress &progress) final;
    void setError(const Error &error) final;

protected:
    explicit FactsPage(const Context &context, QWidget *parent);

    /// What stands in the content's place.
    struct Instead
    {
        StatePanel::Kind kind = StatePanel::Kind::Empty;
        Icon icon = Icon::NoResult;
        QString conclusion, remedy, detail;
        bool diagnostics = false; ///< offers the way to Diagnostics
    };

    [[nodiscard]] virtual QString title() const = 0;
    /// One line beside the title.
    [[nodiscard]] virtual QString fact(const CampusView &view) const = 0;
    [[nodiscard]] virtual std::optional<Instead> instead(const CampusView &view) const = 0;
    /// Every text and row of the content; also after a change of language.
    virtual void showView(const CampusView &view) = 0;
    /// Once, by the constructor of the page.
    void setContent(QWidget *content);
    /// Shown with the content only: chips, filter.
    void addContentControl(QWidget *control) { m_controls << control; }

    void retranslate() override;
    [[nodiscard]] PageHeader *header() const { return m_header; }
    [[nodiscard]] const CampusView *view() const { return m_view.get(); }

private:
    void arrange();
    void offerWaysOut(StatePanel *panel, bool diagnostics);

    Backend::View m_view;
    std::optional<Progress> m_progress;
    std::optional<Error> m_error;
    PageHeader *m_header;
    StatePanel *m_banner, *m_panel;
    CurrentStackLayout *m_stack;
    QWidget *m_content = nullptr;
    QList<QWidget *> m_controls;
};

} // namespace liaison::ui
