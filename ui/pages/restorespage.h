#pragma once

#include "ui/pages/listpage.h"

#include <QUrl>
#include <functional>

namespace liaison::ui {

class Button;
class RestorePane;
class RestoresModel;

/// Course restores that Moodle has planned or done; read only.
class RestoresPage : public ListPage
{
    Q_OBJECT

public:
    explicit RestoresPage(const Context &context, QWidget *parent = nullptr);

    /// Hands an address to the system; tests give their own.
    void setOpener(std::function<bool(const QUrl &)> opener) { m_opener = std::move(opener); }

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
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

    void chooseFile();
    void lookedAt();
    [[nodiscard]] QString outsideText(const RestoresOutside &outside) const;
    /// The page of the source course, where the source is a Moodle of the profile: rule 12 of the design.
    [[nodiscard]] QUrl sourceOf(int item) const;

    RestoresModel *m_model;
    RestorePane *m_pane;
    Button *m_export;
    RestoresOutside m_outside;
    std::function<bool(const QUrl &)> m_opener;
};

} // namespace liaison::ui
