#pragma once

#include "ui/pages/listpage.h"

namespace liaison::ui {

class RolesModel;

/// Which course roles become moderator, member or nothing, and who decides that. Read only.
class RolesPage : public ListPage
{
    Q_OBJECT

public:
    explicit RolesPage(const Context &context, QWidget *parent = nullptr);

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
    void fitColumns() override;

private:
    RolesPage(const Context &context, RolesModel *model, QWidget *parent);

    RolesModel *m_model;
    bool m_guessed = false, m_plugin = false;
};

} // namespace liaison::ui
