#pragma once

#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/base/statepanel.h"

#include <optional>

class QScrollArea;
class QStackedLayout;

namespace liaison::ui {

class BundlePane;
class RequestsPane;
class ServerCard;

/// Every server step by step, problems first, each with its remedy; the requests of this session; what to give to
/// whoever helps. It asks the backend for a diagnosis of its own when
/// it is opened: where nothing else can be read, this page is what says why.
class DiagnosticsPage : public Page
{
    Q_OBJECT

public:
    explicit DiagnosticsPage(const Context &context, QWidget *parent = nullptr);

    enum Part { Servers, Requests, Support };
    void showPart(Part part);

    void setView(Backend::View view) override;
    void setError(const Error &error) override;
    QWidget *initialFocus() override;
    QLineEdit *filterField() override;
    QList<QWidget *> zones() override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void examine();
    void take(Backend::DiagnosisPtr diagnosis);
    void fill();
    void arrange();
    void arrangeCards();
    void copyAll();
    void copyText(const QString &text, const QString &announcement);
    [[nodiscard]] QString fact() const;

    Backend::DiagnosisPtr m_diagnosis;
    std::optional<Error> m_error; ///< the diagnosis itself could not be made
    bool m_running = false;
    bool m_stale = true; ///< to be asked for when the page is next seen
    PageHeader *m_header;
    Button *m_copy, *m_again;
    Tabs *m_parts;
    QStackedLayout *m_stack;
    RequestsPane *m_requests;
    BundlePane *m_bundle;
    StatePanel *m_panel;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_column[2];
    std::vector<ServerCard *> m_cards;
    std::optional<bool> m_arranged; ///< in one column?
};

} // namespace liaison::ui
