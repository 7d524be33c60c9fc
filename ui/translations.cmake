# Every ui library is scanned, the words end up in liaison_ui_base, which everything links.
# After changing a tr(): cmake --build build/debug --target update_translations; python3 translations/fill.py
set(liaison_ui_sources)
foreach(library liaison_ui_base liaison_ui_shell ${liaison_ui_pages_present})
  get_target_property(sources ${library} SOURCES)
  get_target_property(folder ${library} SOURCE_DIR)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.cpp$" AND NOT IS_ABSOLUTE "${source}")
      list(APPEND liaison_ui_sources "${folder}/${source}")
    endif()
  endforeach()
endforeach()
qt_add_translations(liaison_ui_base
  TS_FILES "${CMAKE_SOURCE_DIR}/translations/liaison_fr.ts" "${CMAKE_SOURCE_DIR}/translations/liaison_en.ts"
  SOURCES ${liaison_ui_sources}
  INCLUDE_DIRECTORIES "${CMAKE_SOURCE_DIR}"
  RESOURCE_PREFIX /i18n
  LUPDATE_OPTIONS -no-obsolete -locations none
  LRELEASE_OPTIONS -compress)
