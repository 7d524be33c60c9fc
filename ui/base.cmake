# The visual base: theme, marks, icons, widgets, tables, languages. Pages link this and add nothing to it.
liaison_library(liaison_ui_base
  SOURCES base/audit.cpp base/bits.cpp base/button.cpp base/chip.cpp base/currentstack.cpp base/delegate.cpp base/digits.cpp base/field.cpp base/flow.cpp
    base/header.cpp base/historyfilter.cpp base/icons.cpp base/label.cpp base/language.cpp base/languagebutton.cpp base/linedheader.cpp base/marks.cpp base/markwords.cpp base/page.cpp base/panesplitter.cpp base/plainclipboard.cpp base/plaintext.cpp base/statebar.cpp
    base/statepanel.cpp base/style.cpp base/stylesizes.cpp base/table.cpp base/theme.cpp base/tokens.cpp base/unfinishedruns.cpp
    backend.h
  LINKS liaison_text liaison_run liaison_reconcile liaison_store Qt6::Widgets Qt6::Svg)
liaison_add_resources(liaison_ui_base)
