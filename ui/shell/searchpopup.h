#pragma once

#include "ui/base/delegate.h"
#include "ui/base/label.h"
#include "ui/shell/searchindex.h"

#include <QAbstractTableModel>
#include <QFrame>

class QLineEdit;

namespace liaison::ui {

/// The answers of the search box, by kind, under it. The keyboard stays in the field: Up and Down choose, Enter opens,
/// Escape closes.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    /// `field` is watched for keys; the popup lives in `window` and is placed under the field.
    SearchPopup(QLineEdit *field, QWidget *window);

    void setHits(const std::vector<Hit> &hits, text::Language language);
    [[nodiscard]] int count() const;
    [[nodiscard]] const Hit *current() const;
    void place();

Q_SIGNALS:
    void chosen(const liaison::ui::Hit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Model;
    class Delegate;

    void move(int step);
    void choose(int row);

    QLineEdit *m_field;
    TableView *m_list;
    Model *m_model;
    Label *m_hint;
};

} // namespace liaison::ui
