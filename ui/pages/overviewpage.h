#pragma once

#include "ui/base/statebar.h"
#include "ui/pages/factspage.h"

class QGridLayout;

namespace liaison::ui {

class FactList;
struct OverviewNumbers;

/// Is the campus in step, what would be changed, what is not known, and do both servers answer.
class OverviewPage : public FactsPage
{
    Q_OBJECT

public:
    explicit OverviewPage(const Context &context, QWidget *parent = nullptr);

    QWidget *initialFocus() override { return m_plan; }
    QList<QWidget *> zones() override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fact(const CampusView &view) const override;
    [[nodiscard]] std::optional<Instead> instead(const CampusView &view) const override;
    void showView(const CampusView &view) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Part
    {
        Card *card;
        FactList *facts;
    };
    [[nodiscard]] Part addPart();
    void orderTabs();
    void showStates(const OverviewNumbers &numbers);
    void showChanges(const OverviewNumbers &numbers);
    void showUnknown(const OverviewNumbers &numbers);
    void showRetention(const OverviewNumbers &numbers);
    void showRestores(const CampusView &view, const OverviewNumbers &numbers);
    void showServers(const CampusView &view);
    void showLastRun(const CampusView &view);
    void arrangeParts();

    Button *m_plan, *m_orphans;
    Label *m_inStep, *m_ofTotal, *m_share;
    StateBar *m_bar, *m_retentionBar;
    StateLegend *m_legend;
    QWidget *m_body;
    QGridLayout *m_grid;
    std::vector<Card *> m_cards;
    Part m_changes, m_unknown, m_servers, m_retention, m_restores, m_run;
    std::vector<LinkKey> m_drifting;
    int m_columns = 0;
};

} // namespace liaison::ui
