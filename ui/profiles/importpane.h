#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/profiles/formfield.h"
#include "ui/profiles/profiles.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <optional>

class QScrollArea;

namespace liaison::ui {

/// A profile from elsewhere: whom it would talk to, whom it would trust and through whom, each asked for. Nothing is
/// ticked beforehand.
class ImportPane : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPane(QWidget *parent = nullptr);

    void show(Profiles::Travelled from, const std::vector<TrustQuestion> &questions);
    void setLanguage(text::Language language);
    void refuse(const Error &error);
    [[nodiscard]] const std::vector<QCheckBox *> &ticks() const { return m_ticks; }
    [[nodiscard]] FormField *name() const { return m_name; }
    [[nodiscard]] Button *importButton() const { return m_import; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    [[nodiscard]] QString reason() const { return m_reason->text(); }
    QWidget *initialFocus();

Q_SIGNALS:
    void importRequested(liaison::ui::Profiles::Travelled from, const QString &name, const std::vector<bool> &agreed);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void sync();
    void showError();

    Profiles::Travelled m_from;
    std::vector<TrustQuestion> m_questions;
    std::vector<bool> m_agreed;
    QString m_typed;
    std::optional<Error> m_error; ///< of the last try
    text::Language m_language = text::Language::English;
    Label *m_title, *m_fact, *m_reason;
    QScrollArea *m_scroll;
    QWidget *m_body = nullptr;
    FormField *m_name = nullptr;
    std::vector<QCheckBox *> m_ticks;
    Button *m_import, *m_cancel;
};

} // namespace liaison::ui
