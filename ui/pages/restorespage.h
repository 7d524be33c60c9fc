#pragma once

#include "ui/pages/listpage.h"

namespace liaison::ui {

class RestorePane;
class RestoresModel;

/// Course restores that Moodle has planned or done; read only.
class RestoresPage : public ListPage
{
    Q_OBJECT

public:
    explicit RestoresPage(const Context &context, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fact(const CampusView &view) const override;
    [[nodiscard]] std::optional<Instead> instead(const CampusView &view) const override;
    [[nodiscard]] std::vector<Kind> kinds() const override;
    [[nodiscard]] QString allWord() const override;
    [[nodiscard]] QString noMatch() const override;
    [[nodiscard]] QString legend() const override;
    [[nodiscard]] QString total() const override;
    void fill(const CampusView &view) override;
    void showItem(int item) override;
    void fitColumns() override;

private:
    RestoresPage(const Context &context, RestoresModel *model, QWidget *parent);

    [[nodiscard]] QString outsideText(const RestoresOutside &outside) const;

    RestoresModel *m_model;
    RestorePane *m_pane;
    RestoresOutside m_outside;
};

} // namespace liaison::ui
