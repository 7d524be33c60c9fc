foreach(part shapes states calls silent protocol companion restore runner formats)
  liaison_test(tst_sandboxmoodle${part}
    SOURCES tst_sandboxmoodle${part}.cpp tst_sandboxmoodle.h tst_sandboxmoodlereplay.h
    LINKS liaison_sandbox_moodle)
endforeach()
