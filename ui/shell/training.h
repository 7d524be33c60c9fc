#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/language.h"

#include <QList>

namespace liaison::ui {

/// The campuses to learn on, and which of them is open. Whoever shows the window offers them and opens what is chosen;
/// where nobody offers any, none is shown.
class Training : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Names as of `--demo=NAME`, in the order of the card: "small" is the whole built-in campus.
    [[nodiscard]] static QStringList names();

    /// `current`: the campus that is open; "" = servers of one's own. `back`: there are such servers to go back to.
    void offer(const QString &current, bool back);
    [[nodiscard]] bool isOffered() const { return m_offered; }
    [[nodiscard]] bool canGoBack() const { return m_back; }
    [[nodiscard]] QString current() const { return m_current; }
    /// "" = back to the servers that were open before.
    void choose(const QString &name);
    /// What was chosen is not opened: a plan is being applied.
    void refuse() { Q_EMIT refused(); }
    /// The connection assistant is asked for.
    void connectServers() { Q_EMIT assistantAsked(); }

Q_SIGNALS:
    void changed();
    void chosen(const QString &name);
    void refused();
    void assistantAsked();

private:
    QString m_current;
    bool m_offered = false, m_back = false;
};

/// One line for each campus: its name, what to look for, and the button that opens it in place.
class TrainingCard : public Card
{
    Q_OBJECT

public:
    TrainingCard(Training &training, QWidget *parent = nullptr);

    void retranslate();
    [[nodiscard]] Button *button(const QString &name) const;

private:
    struct Line
    {
        QString name;
        QWidget *row;
        Label *title, *sentence;
        Button *start;
    };
    void add(const QString &name);
    void showCurrent();

    Training &m_training;
    Label *m_fact;
    QList<Line> m_lines; ///< the last one leads back
};

} // namespace liaison::ui
