#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/base/statepanel.h"

namespace liaison::ui {

namespace pages {
inline constexpr QLatin1String OpenSnapshot("snapshot"); ///< not in the navigation: opened from Help
}

/// Asks for a published file and its key. Whoever shows the window tries them and says `failed`, or opens another
/// window in this one's place.
class OpenSnapshotPage : public Page
{
    Q_OBJECT

public:
    explicit OpenSnapshotPage(const Context &context, QWidget *parent = nullptr);

    void setView(Backend::View) override {}
    void setLoading(const Progress &) override {} // of the campus behind it
    void setError(const Error &) override {}
    QWidget *initialFocus() override;

    [[nodiscard]] Field *fileField() const { return m_file; }
    [[nodiscard]] Field *keyField() const { return m_key; }
    [[nodiscard]] Button *openButton() const { return m_open; }

public Q_SLOTS:
    void failed(const liaison::Error &error);

Q_SIGNALS:
    /// `key` as it was typed.
    void wanted(const QString &file, const QString &key);

protected:
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    void browse();
    void open();
    void showError();

    PageHeader *m_header;
    Card *m_card;
    Label *m_fact, *m_fileLabel, *m_keyLabel, *m_keyHint;
    Field *m_file, *m_key;
    Button *m_browse, *m_open;
    StatePanel *m_trouble;
    std::optional<Error> m_error;
    bool m_busy = false;
};

} // namespace liaison::ui
