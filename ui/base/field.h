#pragma once

#include "ui/base/icons.h"

#include <QKeySequence>
#include <QLineEdit>

namespace liaison::ui {

/// A line edit with an icon before the text and its shortcut as a hint behind it ("Ctrl F"); Escape empties it.
/// The placeholder is the accessible name unless another is set.
class Field : public QLineEdit
{
    Q_OBJECT

public:
    explicit Field(Icon icon, QWidget *parent = nullptr);

    /// Shown while the field is empty and has no keyboard; the shortcut itself is the window's.
    void setShortcutHint(const QKeySequence &sequence);
    void setLabel(const QString &placeholder);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int hintWidth() const;
    void arrange();

    Icon m_icon;
    QString m_hint;
};

/// The one at the top of the window.
class SearchField : public Field
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
};

/// The one of a page's title row: Ctrl+F.
class FilterField : public Field
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);
};

/// The small framed key names beside fields and menu items.
void paintKeyHint(QPainter &painter, const QRectF &rect, const QString &keys, const Tokens &tokens);
[[nodiscard]] int keyHintWidth(const QString &keys, const Tokens &tokens);
/// "Ctrl F" for Ctrl+F, in the running language.
[[nodiscard]] QString keyHintText(const QKeySequence &sequence);

} // namespace liaison::ui
