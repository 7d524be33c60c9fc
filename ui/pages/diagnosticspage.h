#pragma once

#include "ui/pages/factspage.h"
#include "ui/pages/serverchecks.h"

class QScrollArea;

namespace liaison::ui {

class ServerCard;

/// What each server is, what the accounts may do there, and what stands in the way, with its remedy.
class DiagnosticsPage : public FactsPage
{
    Q_OBJECT

public:
    explicit DiagnosticsPage(const Context &context, QWidget *parent = nullptr);

    QWidget *initialFocus() override { return m_again; }
    QList<QWidget *> zones() override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fact(const CampusView &view) const override;
    [[nodiscard]] std::optional<Instead> instead(const CampusView &view) const override;
    void showView(const CampusView &view) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy();
    void arrangeCards();

    Button *m_copy, *m_again;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_column[2];
    std::vector<ServerCard *> m_cards;
    std::optional<bool> m_arranged; ///< in one column?
};

} // namespace liaison::ui
