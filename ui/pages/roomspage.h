#pragma once

#include "ui/pages/listpage.h"

namespace liaison::ui {

class RoomsModel;

/// Every private room of the chat server, whether a course knows it or not. Nothing here removes a room.
class RoomsPage : public ListPage
{
    Q_OBJECT

public:
    explicit RoomsPage(const Context &context, QWidget *parent = nullptr);

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
    void retranslate() override;
    void fitColumns() override;

private:
    RoomsPage(const Context &context, RoomsModel *model, QWidget *parent);

    RoomsModel *m_model;
    Button *m_idle; ///< after how many days a room is idle
};

} // namespace liaison::ui
