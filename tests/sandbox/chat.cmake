foreach(test contract access rooms saved accounts front errors paging limiter noise server plugin)
  liaison_test(tst_sandboxchat_${test} SOURCES tst_sandboxchat_${test}.cpp LINKS liaison_sandbox_chat)
endforeach()
