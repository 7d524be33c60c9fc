#pragma once

#include "ui/base/icons.h"
#include "ui/base/label.h"
#include "ui/base/marks.h"
#include "ui/base/theme.h"

#include <QFrame>
#include <QTabBar>
#include <QVBoxLayout>
#include <optional>

/// The small parts pages are put together from.
namespace liaison::ui {

class Button;

/// One pixel of `line`.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A mark alone; its accessible name and tool tip are its word.
class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(Mark mark, text::Language language, int logical = 16, QWidget *parent = nullptr);

    void setMark(Mark mark, text::Language language);
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
    int m_logical;
};

/// An icon alone, decorative: not seen by screen readers.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(Icon icon, Ink ink = Ink::Secondary, int logical = 16, QWidget *parent = nullptr);

    void setIcon(Icon icon, Ink ink);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Ink m_ink;
    int m_logical;
};

/// Word on a grey field: "Withheld: empty list", "link: companion".
class Pill : public QLabel
{
    Q_OBJECT

public:
    explicit Pill(const QString &text = {}, QWidget *parent = nullptr);

    void setInk(Ink ink);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ink m_ink = Ink::Text;
};

/// Which server is written to, word and colour; stands beside every button that writes.
class EnvironmentTag : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentTag(Environment environment = Environment::None, QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    [[nodiscard]] Environment environment() const { return m_environment; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Environment m_environment;
};

/// Tabs of a pane: as wide as their words, accent bar under the current one.
class Tabs : public QTabBar
{
    Q_OBJECT

public:
    explicit Tabs(QWidget *parent = nullptr);
};

/// White field with hairline border, radius 8, padding 16, optional title and action on its first line.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Right of the title; made on first use, a Link button.
    Button *action();
    /// What the card holds, under the title.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    Button *m_action = nullptr;
};

/// "Wanted   90 days   profile, 14 Nov": key in text-2 at a fixed width, value, and source or age in text-3.
class KeyValueRow : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueRow(QWidget *parent = nullptr);
    KeyValueRow(const QString &key, const QString &value, QWidget *parent = nullptr);

    void setKey(const QString &key);
    void setValue(const QString &value, Ink ink = Ink::Text);
    void setSource(const QString &source);
    void setMark(std::optional<Mark> mark, text::Language language);
    void setKeyWidth(int logical);
    [[nodiscard]] Label *value() const { return m_value; }

private:
    void describe();

    Label *m_key, *m_value, *m_source;
    MarkLabel *m_mark = nullptr;
    QHBoxLayout *m_layout;
};

/// 6 px bar of a value on a scale, the wanted value a tick. What is above the wanted value is in `missing`, what is
/// above the scale is cut with a chevron. Give all rows of a column the same scale and `wantedAt`.
class Meter : public QWidget
{
    Q_OBJECT

public:
    explicit Meter(QWidget *parent = nullptr);

    /// Nullopt value: an empty dashed track. `description` is read by screen readers: "120 days of 90".
    void setValues(std::optional<double> value, std::optional<double> wanted, double scale, const QString &description);
    void setInk(Ink ink);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_value, m_wanted;
    double m_scale = 1;
    Ink m_ink = Ink::Accent;
};

/// The same, for delegates.
void paintMeter(QPainter &painter, const QRectF &rect, std::optional<double> value, std::optional<double> wanted,
                double scale, Ink ink, const Tokens &tokens);
/// The grey word field, for delegates; returns its width.
qreal paintPill(QPainter &painter, const QPointF &leftCentre, const QString &text, Ink ink, const Tokens &tokens);
[[nodiscard]] int pillWidth(const QString &text, const Tokens &tokens);

} // namespace liaison::ui
