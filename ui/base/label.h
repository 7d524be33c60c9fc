#pragma once

#include "ui/base/theme.h"

#include <QLabel>

namespace liaison::ui {

/// Text in a role and an ink of the guide. Always plain text: what servers say is never read as markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(FontRole role = FontRole::Body, Ink ink = Ink::Text, QWidget *parent = nullptr);
    Label(const QString &text, FontRole role, Ink ink, QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setRole(FontRole role) { setFontRole(this, role); }
    [[nodiscard]] Ink ink() const { return m_ink; }
    /// Breaks lines at the width given by the layout, at most 90 characters wide.
    void setReading(bool reading);
    /// For server names that may be too long for their place: shortened with an ellipsis, whole in the tool tip.
    void setElided(bool elided);
    [[nodiscard]] bool isElided() const { return m_elided; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Ink m_ink;
    bool m_elided = false;
};

} // namespace liaison::ui
