#pragma once

#include "ui/pages/listpage.h"

namespace liaison::ui {

class Button;
class RetentionModel;

/// How long messages are kept: what each course asks for, what its room stores, what the server really does.
class RetentionPage : public ListPage
{
    Q_OBJECT

public:
    explicit RetentionPage(const Context &context, QWidget *parent = nullptr);

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
    void retranslate() override;

public:
    [[nodiscard]] Button *measureButton() const { return m_measure; }
    [[nodiscard]] Button *exportButton() const { return m_export; }

private:
    RetentionPage(const Context &context, RetentionModel *model, QWidget *parent);

    void chooseFile();
    /// Why nothing can be measured; "" where it can.
    [[nodiscard]] QString whyNot() const;

    RetentionModel *m_model;
    enum class Measuring { Can, SwitchedOff, NoServer } m_measuring = Measuring::SwitchedOff;
    Button *m_measure, *m_export;
};

} // namespace liaison::ui
