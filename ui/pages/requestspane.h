#pragma once

#include "ui/backend.h"
#include "ui/base/button.h"
#include "ui/base/chip.h"
#include "ui/base/currentstack.h"
#include "ui/base/field.h"
#include "ui/base/statepanel.h"
#include "ui/base/table.h"
#include "ui/pages/requestsmodel.h"

#include <QTimer>

namespace liaison::ui {

/// The requests of this run, live while they are looked at.
class RequestsPane : public QWidget
{
    Q_OBJECT

public:
    RequestsPane(Backend &backend, QWidget *parent);

    void retranslate(text::Language language);
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] FilterField *filterField() const { return m_filter; }
    [[nodiscard]] RequestsModel &model() const { return *m_model; }
    [[nodiscard]] QList<QWidget *> zones() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void look();
    void applyFilter();
    void arrange();
    void fillServers();
    void exportAll();

    Backend &m_backend;
    text::Language m_language = text::Language::English;
    RequestsModel *m_model;
    ChipGroup *m_kinds, *m_servers;
    FilterField *m_filter;
    Button *m_export;
    TableView *m_table;
    StatePanel *m_none;
    CurrentStack *m_stack;
    Label *m_total, *m_note;
    QTimer m_every;
};

} // namespace liaison::ui
