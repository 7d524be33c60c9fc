# The Rocket.Chat of the sandbox campus. It shares no code with core/rocketchat: a client and a server that do are wrong
# together.
liaison_library(liaison_sandbox_chat
  SOURCES
    chat.cpp chat.h
    chataccount.cpp
    chatanswer.cpp chatanswer.h
    chatcall.cpp chatcall.h
    chatdocs.cpp chatdocs.h
    chathooks.cpp
    chatids.cpp chatids.h
    chatindex.cpp chatindex.h
    chatlimiter.cpp chatlimiter.h
    chatlists.h
    chattexts.cpp chattexts.h
    chatmembersread.cpp
    chatmemberswrite.cpp
    chatmessagecalls.cpp
    chatmessages.cpp chatmessages.h
    chatnames.cpp chatnames.h
    chatparams.cpp chatparams.h
    chatpermissions.cpp chatpermissions.h
    chatroomsettings.cpp
    chatroomsread.cpp
    chatroomswrite.cpp
    chatroutes.cpp chatroutes.h
    chatsettingcalls.cpp
    chatsettings.cpp chatsettings.h
    chatstate.cpp chatstate.h
    chatstrict.cpp chatstrict.h
    chattokens.cpp chattokens.h
    chatuserchanges.cpp
    chatuserrules.cpp chatuserrules.h
    chatusers.cpp
    chatversion.h
  LINKS liaison_base liaison_sandbox_text)
