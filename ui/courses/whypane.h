#pragma once

#include "core/run/whyview.h"
#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/label.h"

class QMenu;

namespace liaison::ui {

class FactsList;

/// Why one person is or is not in the room: what is concluded, what to do, and every step with its mark, its source
/// and its age. Shown in place of the people it was opened from.
class WhyPane : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPane(QWidget *parent = nullptr);

    void setLanguage(text::Language language);
    /// The name at once, the steps with `setWhy`.
    void ask(const LinkKey &link, const PersonKey &person, const QString &name);
    /// Ignored unless it answers the last question.
    void setWhy(const LinkKey &link, const liaison::WhyView &why);
    void clear();
    [[nodiscard]] const std::optional<PersonKey> &person() const { return m_person; }
    [[nodiscard]] const std::optional<WhyView> &why() const { return m_why; }
    [[nodiscard]] QWidget *content() const;
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] Button *otherRooms() const { return m_others; }

Q_SIGNALS:
    void closed();
    /// Another room of the same person.
    void roomWanted(const liaison::LinkKey &link, const liaison::PersonKey &person);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void fillOthers();

    text::Language m_language = text::Language::English;
    std::optional<LinkKey> m_link;
    std::optional<PersonKey> m_person;
    std::optional<WhyView> m_why;
    QString m_askedName;
    Button *m_back, *m_others;
    QMenu *m_othersMenu;
    Label *m_name;
    FactsList *m_list;
};

} // namespace liaison::ui
