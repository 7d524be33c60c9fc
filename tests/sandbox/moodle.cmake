foreach(part shapes silent protocol companion restore)
  liaison_test(tst_sandboxmoodle${part}
    SOURCES tst_sandboxmoodle${part}.cpp tst_sandboxmoodle.h
    LINKS liaison_sandbox_moodle)
endforeach()
