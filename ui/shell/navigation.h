#pragma once

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QAbstractButton>
#include <QHash>
#include <QScrollArea>
#include <QVBoxLayout>

namespace liaison::ui {

/// One line of the left navigation; an icon alone in the rail.
class NavItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavItem(Icon icon, QWidget *parent);

    /// `fresh`: how many of them nobody has looked at yet.
    void setBadge(const QString &badge, int fresh);
    [[nodiscard]] QString badge() const { return m_badge; }
    void setHint(const QString &keys);
    void setRail(bool rail);
    /// After setText: name and tool tip.
    void describe();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    QString m_badge, m_hint;
    int m_fresh = 0;
    bool m_rail = false;
};

/// Pages above, profiles, help and preferences below. Up and Down move, Enter and Space open. Scrolls where the window
/// is too low for all of them, as at 200 % on a common screen.
class Navigation : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void setCurrent(const QString &key);
    /// "" none, "?" not known.
    void setBadge(const QString &key, const QString &badge, int fresh = 0);
    [[nodiscard]] QString badgeOf(const QString &key) const;
    void setAvailable(const QString &key, bool available);
    void setRail(bool rail);
    [[nodiscard]] bool isRail() const { return m_rail; }
    /// The keys in order, only those that can be opened.
    [[nodiscard]] QStringList pages() const;
    [[nodiscard]] NavItem *item(const QString &key) const { return m_items.value(key); }
    [[nodiscard]] NavItem *current() const;
    [[nodiscard]] QString titleOf(const QString &key) const;

Q_SIGNALS:
    void opened(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    NavItem *add(const QString &key, Icon icon, QBoxLayout *layout);
    void retranslate();
    void showItem(QWidget *item);

    QHash<QString, NavItem *> m_items;
    QStringList m_order;
    QString m_current;
    QWidget *m_brand;
    QScrollArea *m_area;
    QWidget *m_inside;
    bool m_rail = false;
};

} // namespace liaison::ui
