#pragma once

#include "ui/profiles/profilerow.h"
#include "ui/profiles/profiles.h"

class QVBoxLayout;

namespace liaison::ui {

/// The profiles, one row each; Up, Down and Return go along them.
class ProfileList : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);

    /// In the order of `all`, null while they are not known. `current`: the name of the one that is open.
    void fill(const Profiles::List &all, const QString &current);
    /// nullptr: there are not that many.
    [[nodiscard]] ProfileRow *row(size_t at) const { return at < m_rows.size() ? m_rows[at] : nullptr; }

Q_SIGNALS:
    void chosen(size_t at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_column;
    std::vector<ProfileRow *> m_rows;
};

} // namespace liaison::ui
