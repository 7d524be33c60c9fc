<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>liaison::ui::AccountStep</name>
    <message>
        <source>It does not belong in this field: “%1”.</source>
        <translation>It does not belong in this field: “%1”.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AddressStep</name>
    <message>
        <source>This looks like a Moodle token.</source>
        <translation>This looks like a Moodle token.</translation>
    </message>
    <message>
        <source>This looks like a token of the chat server.</source>
        <translation>This looks like a token of the chat server.</translation>
    </message>
    <message>
        <source>This looks like the address of a server.</source>
        <translation>This looks like the address of a server.</translation>
    </message>
    <message>
        <source>This looks like a login.</source>
        <translation>This looks like a login.</translation>
    </message>
    <message>
        <source>We use %1</source>
        <translation>We use %1</translation>
    </message>
    <message>
        <source>Here the address is asked for, as it stands in the browser; tokens come in later steps.</source>
        <translation>Here the address is asked for, as it stands in the browser; tokens come in later steps.</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>The address is missing.</translation>
    </message>
    <message>
        <source>Write it as in the browser, for example %1.</source>
        <translation>Write it as in the browser, for example %1.</translation>
    </message>
    <message>
        <source>https://moodle.example.org</source>
        <translation>https://moodle.example.org</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>Reading the certificate</source>
        <translation>Reading the certificate</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Asking %1</translation>
    </message>
    <message>
        <source>Add your institution’s certificate…</source>
        <translation>Add your institution’s certificate…</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Network…</translation>
    </message>
    <message>
        <source>Address of Moodle</source>
        <translation>Address of Moodle</translation>
    </message>
    <message>
        <source>Address of the chat server</source>
        <translation>Address of the chat server</translation>
    </message>
    <message>
        <source>As it stands in the browser. One call without any token says whether a Moodle answers there.</source>
        <translation>As it stands in the browser. One call without any token says whether a Moodle answers there.</translation>
    </message>
    <message>
        <source>As it stands in the browser, or in the settings of the Moodle plugin. One call without any token says whether a Rocket.Chat answers there.</source>
        <translation>As it stands in the browser, or in the settings of the Moodle plugin. One call without any token says whether a Rocket.Chat answers there.</translation>
    </message>
    <message>
        <source>https://chat.example.org</source>
        <translation>https://chat.example.org</translation>
    </message>
    <message>
        <source>What has to be switched on in Moodle</source>
        <translation>What has to be switched on in Moodle</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; Overview: switch on web services and the REST protocol.</source>
        <translation>Site administration &gt; Server &gt; Web services &gt; Overview: switch on web services and the REST protocol.</translation>
    </message>
    <message>
        <source>Only addresses in https are used: a token never travels in clear.</source>
        <translation>Only addresses in https are used: a token never travels in clear.</translation>
    </message>
    <message>
        <source>Where to find it</source>
        <translation>Where to find it</translation>
    </message>
    <message>
        <source>In Moodle: Site administration &gt; Plugins &gt; Activity modules &gt; Rocket.Chat shows the address that the plugin uses.</source>
        <translation>In Moodle: Site administration &gt; Plugins &gt; Activity modules &gt; Rocket.Chat shows the address that the plugin uses.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ApplyView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>running for %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)/min</source>
        <translation>
            <numerusform>%n request/min</numerusform>
            <numerusform>%n requests/min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n step(s)</source>
        <translation>
            <numerusform>of %n step</numerusform>
            <numerusform>of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 of %2: %3</translation>
    </message>
    <message>
        <source>in the room %1</source>
        <translation>in the room %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>reading the rooms again</source>
        <translation>reading the rooms again</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Stop after the current call</source>
        <translation>Stop after the current call</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>started at %1</translation>
    </message>
    <message>
        <source>stop asked for: the call under way ends, the remaining steps are skipped</source>
        <translation>stop asked for: the call under way ends, the remaining steps are skipped</translation>
    </message>
    <message>
        <source>each step is in the journal before it is written</source>
        <translation>each step is in the journal before it is written</translation>
    </message>
    <message>
        <source>Plan being applied</source>
        <translation>Plan being applied</translation>
    </message>
    <message>
        <source>Rooms of the run</source>
        <translation>Rooms of the run</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused: the call under way ends, then nothing is sent until you go on</source>
        <translation>paused: the call under way ends, then nothing is sent until you go on</translation>
    </message>
    <message>
        <source>Stopping after the current call</source>
        <translation>Stopping after the current call</translation>
    </message>
    <message>
        <source>Paused: nothing is being sent</source>
        <translation>Paused: nothing is being sent</translation>
    </message>
    <message>
        <source>a server limits requests: going on in %1</source>
        <translation>a server limits requests: going on in %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AssistantPage</name>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Copy the sheet of rights</source>
        <translation>Copy the sheet of rights</translation>
    </message>
    <message>
        <source>One page for the person who grants the rights on both servers</source>
        <translation>One page for the person who grants the rights on both servers</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>Save the sheet…</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Copied: paste it into a message or a document to print it.</source>
        <translation>Copied: paste it into a message or a document to print it.</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Save the sheet</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AssistantWindow</name>
    <message>
        <source>Connection – Liaison</source>
        <translation>Connection – Liaison</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another campus.</source>
        <translation>A plan is being applied: let it end, or cancel it, before you open another campus.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::BundlePane</name>
    <message>
        <source>Save the support bundle…</source>
        <translation>Save the support bundle…</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Save the support bundle</translation>
    </message>
    <message>
        <source>Support bundles (*.json)</source>
        <translation>Support bundles (*.json)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ChatAccountStep</name>
    <message>
        <source>The chat server asks for a second proof of identity.</source>
        <translation>The chat server asks for a second proof of identity.</translation>
    </message>
    <message>
        <source>It has sent a code by e-mail to the address of the account.</source>
        <translation>It has sent a code by e-mail to the address of the account.</translation>
    </message>
    <message>
        <source>Type the code that the authenticator application of the account shows.</source>
        <translation>Type the code that the authenticator application of the account shows.</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>The code is missing.</translation>
    </message>
    <message>
        <source>Checking the code</source>
        <translation>Checking the code</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>The login is missing.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>The password is missing.</translation>
    </message>
    <message>
        <source>Signing in to the chat server, once</source>
        <translation>Signing in to the chat server, once</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>The token is missing.</translation>
    </message>
    <message>
        <source>Asking the chat server whom the token belongs to</source>
        <translation>Asking the chat server whom the token belongs to</translation>
    </message>
    <message>
        <source>%1, Rocket.Chat %2</source>
        <translation>%1, Rocket.Chat %2</translation>
    </message>
    <message>
        <source>%1, token “%2” made</source>
        <translation>%1, token “%2” made</translation>
    </message>
    <message>
        <source>Account on the chat server</source>
        <translation>Account on the chat server</translation>
    </message>
    <message>
        <source>Recommended: the account that the Moodle plugin uses, with a token of its own for this workstation.</source>
        <translation>Recommended: the account that the Moodle plugin uses, with a token of its own for this workstation.</translation>
    </message>
    <message>
        <source>Second proof of identity</source>
        <translation>Second proof of identity</translation>
    </message>
    <message>
        <source>For this one sign-in; the code is not kept.</source>
        <translation>For this one sign-in; the code is not kept.</translation>
    </message>
    <message>
        <source>I have a personal access token</source>
        <translation>I have a personal access token</translation>
    </message>
    <message>
        <source>Sign in once, and have a token made</source>
        <translation>Sign in once, and have a token made</translation>
    </message>
    <message>
        <source>Login of the account</source>
        <translation>Login of the account</translation>
    </message>
    <message>
        <source>Personal access token</source>
        <translation>Personal access token</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Sent once, to the chat server, and forgotten. A personal access token “%1” is made, and the session is closed.</source>
        <extracomment>%1: name of a token</extracomment>
        <translation>Sent once, to the chat server, and forgotten. A personal access token “%1” is made, and the session is closed.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What to create on the chat server</source>
        <translation>What to create on the chat server</translation>
    </message>
    <message>
        <source>Sign in to Rocket.Chat with the account of the Moodle plugin: it owns the rooms that it made.</source>
        <translation>Sign in to Rocket.Chat with the account of the Moodle plugin: it owns the rooms that it made.</translation>
    </message>
    <message>
        <source>My account &gt; Personal access tokens: name “%1”, tick “Ignore two factor authentication”, Add; copy the token, which is shown once. It takes the permission create-personal-access-tokens.</source>
        <translation>My account &gt; Personal access tokens: name “%1”, tick “Ignore two factor authentication”, Add; copy the token, which is shown once. It takes the permission create-personal-access-tokens.</translation>
    </message>
    <message>
        <source>Administration &gt; Permissions: the permissions of the sheet, for the role of the account.</source>
        <translation>Administration &gt; Permissions: the permissions of the sheet, for the role of the account.</translation>
    </message>
    <message>
        <source>Why this account: member lists and roles can only be read from inside a room, and it is inside all of them; and the plugin’s own synchronisation removes any other account that is not enrolled. Why a token of our own: the plugin’s stays where it is, and this one can be taken back alone.</source>
        <translation>Why this account: member lists and roles can only be read from inside a room, and it is inside all of them; and the plugin’s own synchronisation removes any other account that is not enrolled. Why a token of our own: the plugin’s stays where it is, and this one can be taken back alone.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::CheckRow</name>
    <message>
        <source>Copy this problem: %1</source>
        <translation>Copy this problem: %1</translation>
    </message>
    <message>
        <source>Copy this problem and what to do</source>
        <translation>Copy this problem and what to do</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ChipGroup</name>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>More filters</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ClassCards</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Creations</source>
        <translation>Creations</translation>
    </message>
    <message>
        <source>Additions</source>
        <translation>Additions</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>Removals</translation>
    </message>
    <message>
        <source>Room settings</source>
        <translation>Room settings</translation>
    </message>
    <message>
        <source>not included</source>
        <translation>not included</translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n withheld</numerusform>
            <numerusform>%n withheld</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::ConfirmBar</name>
    <message>
        <source>Removals and demotions, typed to confirm: %1</source>
        <translation>Removals and demotions, typed to confirm: %1</translation>
    </message>
    <message>
        <source>Number of steps, typed to confirm: %1</source>
        <translation>Number of steps, typed to confirm: %1</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n step(s)</source>
        <translation>
            <numerusform>Apply %n step</numerusform>
            <numerusform>Apply %n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The plan is being made again.</source>
        <translation>The plan is being made again.</translation>
    </message>
    <message>
        <source>No step is ticked.</source>
        <translation>No step is ticked.</translation>
    </message>
    <message>
        <source>The number is missing.</source>
        <translation>The number is missing.</translation>
    </message>
    <message>
        <source>The number typed is not %1.</source>
        <translation>The number typed is not %1.</translation>
    </message>
    <message>
        <source>Each step is checked again just before it is written.</source>
        <translation>Each step is checked again just before it is written.</translation>
    </message>
    <message>
        <source>This profile is read-only, a protection against mistakes: nothing can be applied from here. Save the plan for a colleague who may.</source>
        <translation>This profile is read-only, a protection against mistakes: nothing can be applied from here. Save the plan for a colleague who may.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::CoursesPage</name>
    <message>
        <source>See the diagnostics</source>
        <translation>See the diagnostics</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copy for the ticket</source>
        <translation>Copy for the ticket</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln room(s) unknown.</source>
        <translation>
            <numerusform>%1 %Ln room unknown.</numerusform>
            <numerusform>%1 %Ln rooms unknown.</numerusform>
        </translation>
    </message>
    <message>
        <source>no course shown of %1</source>
        <translation>no course shown of %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown of %1</source>
        <translation>
            <numerusform>%Ln shown of %1</numerusform>
            <numerusform>%Ln shown of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln course(s)</source>
        <translation>
            <numerusform>%Ln course</numerusform>
            <numerusform>%Ln courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln with a room</source>
        <translation>
            <numerusform>, %Ln with a room</numerusform>
            <numerusform>, %Ln with a room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln room link(s)</source>
        <translation>
            <numerusform>, %Ln room link</numerusform>
            <numerusform>, %Ln room links</numerusform>
        </translation>
    </message>
    <message>
        <source>, as read %1</source>
        <translation>, as read %1</translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation>Category %1</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Category: all</source>
        <translation>Category: all</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Category: %1</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>All of %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>state %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> or </translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>category %1</translation>
    </message>
    <message>
        <source>No course has a chat activity</source>
        <translation>No course has a chat activity</translation>
    </message>
    <message>
        <source>As soon as a teacher adds one in Moodle, it is listed here after the next reading.</source>
        <translation>As soon as a teacher adds one in Moodle, it is listed here after the next reading.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Filter: %1.</source>
        <translation>Filter: %1.</translation>
    </message>
    <message>
        <source>A room is orphan when no course points to it: those are on the Rooms page.</source>
        <translation>A room is orphan when no course points to it: those are on the Rooms page.</translation>
    </message>
    <message>
        <source>Show orphan rooms</source>
        <translation>Show orphan rooms</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>There is no state “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>Without the filter on the state: %Ln course(s), among them %1 (%2).</source>
        <translation>
            <numerusform>Without the filter on the state: %Ln course, among them %1 (%2).</numerusform>
            <numerusform>Without the filter on the state: %Ln courses, among them %1 (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter on the state</source>
        <translation>Remove the filter on the state</translation>
    </message>
    <message numerus="yes">
        <source>In all categories: %Ln course(s).</source>
        <translation>
            <numerusform>In all categories: %Ln course.</numerusform>
            <numerusform>In all categories: %Ln courses.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in all categories</source>
        <translation>Look in all categories</translation>
    </message>
    <message>
        <source>Names of courses and rooms and their numbers are searched; accents do not matter.</source>
        <translation>Names of courses and rooms and their numbers are searched; accents do not matter.</translation>
    </message>
    <message>
        <source>No course matches</source>
        <translation>No course matches</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>Ticket text copied</source>
        <translation>Ticket text copied</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Courses</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>Name, room or number; also state:drift or category:Health</source>
        <translation>Name, room or number; also state:drift or category:Health</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DetailHead</name>
    <message>
        <source>course %1</source>
        <translation>course %1</translation>
    </message>
    <message>
        <source>site %1</source>
        <translation>site %1</translation>
    </message>
    <message>
        <source>link: %1</source>
        <translation>link: %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>read %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>not read</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DetailPane</name>
    <message>
        <source>Course in detail</source>
        <translation>Course in detail</translation>
    </message>
    <message>
        <source>Parts of the course</source>
        <translation>Parts of the course</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Link and roles</source>
        <translation>Link and roles</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Prepare the plan</source>
        <translation>Prepare the plan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Activity in Moodle</source>
        <translation>Activity in Moodle</translation>
    </message>
    <message>
        <source>Room in the browser</source>
        <translation>Room in the browser</translation>
    </message>
    <message>
        <source>Room in the desktop app</source>
        <translation>Room in the desktop app</translation>
    </message>
    <message>
        <source>Copy the text in French</source>
        <translation>Copy the text in French</translation>
    </message>
    <message>
        <source>Copy the text in English</source>
        <translation>Copy the text in English</translation>
    </message>
    <message>
        <source>There is nothing to change in this course</source>
        <translation>There is nothing to change in this course</translation>
    </message>
    <message>
        <source>Nothing on this computer opens that address</source>
        <translation>Nothing on this computer opens that address</translation>
    </message>
    <message>
        <source>Ticket text copied, in French</source>
        <translation>Ticket text copied, in French</translation>
    </message>
    <message>
        <source>Ticket text copied, in English</source>
        <translation>Ticket text copied, in English</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>Checked %1: %2</source>
        <translation>Checked %1: %2</translation>
    </message>
    <message>
        <source>No server is configured</source>
        <translation>No server is configured</translation>
    </message>
    <message>
        <source>Name a Moodle and a Rocket.Chat in the profile; each is then checked step by step.</source>
        <translation>Name a Moodle and a Rocket.Chat in the profile; each is then checked step by step.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Check everything again</source>
        <translation>Check everything again</translation>
    </message>
    <message>
        <source>The report was copied</source>
        <translation>The report was copied</translation>
    </message>
    <message>
        <source>Examining the servers…</source>
        <translation>Examining the servers…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Examining the servers</source>
        <translation>Examining the servers</translation>
    </message>
    <message>
        <source>Name, connection, certificate, account and every right: a few seconds.</source>
        <translation>Name, connection, certificate, account and every right: a few seconds.</translation>
    </message>
    <message>
        <source>The problem was copied</source>
        <translation>The problem was copied</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>For support</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Entry</name>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: &quot;Show&quot; or &quot;Hide&quot;, %2: label of the field</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>liaison::ui::EnvironmentTag</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>NO CAMPUS</source>
        <translation>NO CAMPUS</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Environment: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FactsPage</name>
    <message>
        <source>Open Diagnostics</source>
        <translation>Open Diagnostics</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Below is what was read before: %1.</source>
        <translation>Below is what was read before: %1.</translation>
    </message>
    <message>
        <source>Reading both servers</source>
        <translation>Reading both servers</translation>
    </message>
    <message>
        <source>Nothing has been read yet. The page fills by itself.</source>
        <translation>Nothing has been read yet. The page fills by itself.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FindingsModel</name>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Person or room</source>
        <translation>Person or room</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why it stays</source>
        <translation>Why it stays</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>Step of the run</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FindingsTab</name>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>search anything: course, room, person, pasted message</source>
        <translation>search anything: course, room, person, pasted message</translation>
    </message>
    <message>
        <source>filter the list</source>
        <translation>filter the list</translation>
    </message>
    <message>
        <source>read the servers again</source>
        <translation>read the servers again</translation>
    </message>
    <message>
        <source>next part of the window, with Shift the one before</source>
        <translation>next part of the window, with Shift the one before</translation>
    </message>
    <message>
        <source>first page, and so on to 8</source>
        <translation>first page, and so on to 8</translation>
    </message>
    <message>
        <source>open the details of the row</source>
        <translation>open the details of the row</translation>
    </message>
    <message>
        <source>close them, empty the filter</source>
        <translation>close them, empty the filter</translation>
    </message>
    <message>
        <source>tick or untick a step</source>
        <translation>tick or untick a step</translation>
    </message>
    <message>
        <source>copy the row as text</source>
        <translation>copy the row as text</translation>
    </message>
    <message>
        <source>copy the text for a ticket</source>
        <translation>copy the text for a ticket</translation>
    </message>
    <message>
        <source>apply the plan that is shown, after its number was typed</source>
        <translation>apply the plan that is shown, after its number was typed</translation>
    </message>
    <message>
        <source>larger; Ctrl − smaller, Ctrl 0 as it was</source>
        <translation>larger; Ctrl − smaller, Ctrl 0 as it was</translation>
    </message>
    <message>
        <source>Open a published snapshot…</source>
        <translation>Open a published snapshot…</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryChoice</name>
    <message>
        <source>Room %1</source>
        <translation>Room %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryModel</name>
    <message>
        <source>Not settled</source>
        <translation>Not settled</translation>
    </message>
    <message>
        <source>The program ended before this step was settled.</source>
        <translation>The program ended before this step was settled.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Before → after</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryTab</name>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>Remembered</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Last complete reading</source>
        <translation>Last complete reading</translation>
    </message>
    <message>
        <source>Last seen in step</source>
        <translation>Last seen in step</translation>
    </message>
    <message>
        <source>People expected then</source>
        <translation>People expected then</translation>
    </message>
    <message>
        <source>Added by our runs</source>
        <translation>Added by our runs</translation>
    </message>
    <message>
        <source>Runs that touched this room</source>
        <translation>Runs that touched this room</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>outcome not known</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Reading the journal</translation>
    </message>
    <message>
        <source>None of the runs remembered here touched this room.</source>
        <translation>None of the runs remembered here touched this room.</translation>
    </message>
    <message>
        <source>Whole history of this room in the Journal</source>
        <translation>Whole history of this room in the Journal</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryView</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>newest first, names as observed last</source>
        <translation>newest first, names as observed last</translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>The journal is being read</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>No step matches the filter</translation>
    </message>
    <message>
        <source>No run ever touched this person</source>
        <translation>No run ever touched this person</translation>
    </message>
    <message>
        <source>No run ever touched this room</source>
        <translation>No run ever touched this room</translation>
    </message>
    <message>
        <source>The journal holds what was applied from this store; what others did is not in it.</source>
        <translation>The journal holds what was applied from this store; what others did is not in it.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>All runs</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Open the run</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>History of %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ImportPane</name>
    <message>
        <source>Import a profile</source>
        <translation>Import a profile</translation>
    </message>
    <message>
        <source>It comes from elsewhere and says whom to talk to, whom to trust and through whom. Look at each one, and tick what is right. It brings no token.</source>
        <translation>It comes from elsewhere and says whom to talk to, whom to trust and through whom. Look at each one, and tick what is right. It brings no token.</translation>
    </message>
    <message>
        <source>Not ticked: it is left out.</source>
        <translation>Not ticked: it is left out.</translation>
    </message>
    <message>
        <source>Short name on this computer</source>
        <translation>Short name on this computer</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Every server has to be agreed to: without one there is no profile.</source>
        <translation>Every server has to be agreed to: without one there is no profile.</translation>
    </message>
    <message>
        <source>The short name is missing.</source>
        <translation>The short name is missing.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::JournalActions</name>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Carries out the steps that were not tried, each only if it still stands</source>
        <translation>Carries out the steps that were not tried, each only if it still stands</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Makes a plan with the opposite of what this run did; nothing is written before you apply it</source>
        <translation>Makes a plan with the opposite of what this run did; nothing is written before you apply it</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message numerus="yes">
        <source>The journal is as it was written: %n run(s), %1 entries.</source>
        <translation>
            <numerusform>The journal is as it was written: %n run, %1 entries.</numerusform>
            <numerusform>The journal is as it was written: %n runs, %1 entries.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, entry %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is not as it was written: %n problem(s).</source>
        <translation>
            <numerusform>The journal is not as it was written: %n problem.</numerusform>
            <numerusform>The journal is not as it was written: %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::JournalPage</name>
    <message>
        <source>The steps of this run are being read</source>
        <translation>The steps of this run are being read</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), names as observed last</source>
        <translation>
            <numerusform>%n run, names as observed last</numerusform>
            <numerusform>%n runs, names as observed last</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>The journal is being read</translation>
    </message>
    <message>
        <source>No run matches the filter</source>
        <translation>No run matches the filter</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in the journal.</source>
        <translation>
            <numerusform>%n run in the journal.</numerusform>
            <numerusform>%n runs in the journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Nothing was applied yet</source>
        <translation>Nothing was applied yet</translation>
    </message>
    <message>
        <source>Each plan that is applied leaves its steps and their outcomes here.</source>
        <translation>Each plan that is applied leaves its steps and their outcomes here.</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Make a plan</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Steps of the run</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>Back to the runs</translation>
    </message>
    <message>
        <source>Open Diagnostics</source>
        <translation>Open Diagnostics</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Export the run</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv);;Whole record (*.json)</source>
        <translation>Spreadsheet (*.csv);;Whole record (*.json)</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Check the journal</translation>
    </message>
    <message>
        <source>Step, room or person</source>
        <translation>Step, room or person</translation>
    </message>
    <message>
        <source>Run, room or person</source>
        <translation>Run, room or person</translation>
    </message>
    <message>
        <source>(entry %1)</source>
        <translation>(entry %1)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LanguageButton</name>
    <message>
        <source>Language: %1</source>
        <translation>Language: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinkTabs</name>
    <message>
        <source>Changes of the room</source>
        <translation>Changes of the room</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>age not known</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>%1 (no. %2)</source>
        <translation>%1 (no. %2)</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>%1 (cmid %2)</source>
        <translation>%1 (cmid %2)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Visible to students</source>
        <translation>Visible to students</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Room id</source>
        <translation>Room id</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Possible room</source>
        <translation>Possible room</translation>
    </message>
    <message>
        <source>Roles that have a place in the room</source>
        <translation>Roles that have a place in the room</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>Moderators</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Set in the activity.</source>
        <translation>Set in the activity.</translation>
    </message>
    <message>
        <source>Rule of the site.</source>
        <translation>Rule of the site.</translation>
    </message>
    <message>
        <source>Retention was not read for this room.</source>
        <translation>Retention was not read for this room.</translation>
    </message>
    <message>
        <source>Without a room there is nothing to keep.</source>
        <translation>Without a room there is nothing to keep.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Messages are kept</source>
        <translation>Messages are kept</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>no value wanted</source>
        <translation>no value wanted</translation>
    </message>
    <message>
        <source>Moodle activity</source>
        <translation>Moodle activity</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>no value of its own</source>
        <translation>no value of its own</translation>
    </message>
    <message>
        <source>room settings</source>
        <translation>room settings</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>nothing is deleted</source>
        <translation>nothing is deleted</translation>
    </message>
    <message>
        <source>server and room together</source>
        <translation>server and room together</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>separate groups</source>
        <translation>separate groups</translation>
    </message>
    <message>
        <source>visible groups</source>
        <translation>visible groups</translation>
    </message>
    <message>
        <source>Other rooms of the course</source>
        <translation>Other rooms of the course</translation>
    </message>
    <message>
        <source>One room for a course is enough: ask the teacher which activity to keep.</source>
        <translation>One room for a course is enough: ask the teacher which activity to keep.</translation>
    </message>
    <message>
        <source>The Moodle plugin takes no notice of groups: there is one room for all.</source>
        <translation>The Moodle plugin takes no notice of groups: there is one room for all.</translation>
    </message>
    <message>
        <source>The Moodle plugin makes the name of the room by a pattern: it is not that of the activity.</source>
        <translation>The Moodle plugin makes the name of the room by a pattern: it is not that of the activity.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinksModel</name>
    <message numerus="yes">
        <source>%n possible room(s)</source>
        <translation>
            <numerusform>%n possible room</numerusform>
            <numerusform>%n possible rooms</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long a room has been waited for</comment>
        <translation>for %1</translation>
    </message>
    <message>
        <source>room to create</source>
        <translation>room to create</translation>
    </message>
    <message>
        <source>activity hidden</source>
        <translation>activity hidden</translation>
    </message>
    <message>
        <source>room to unarchive</source>
        <translation>room to unarchive</translation>
    </message>
    <message>
        <source>room to archive</source>
        <translation>room to archive</translation>
    </message>
    <message>
        <source>retention to set</source>
        <translation>retention to set</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 members</source>
        <translation>%1 of %2 members</translation>
    </message>
    <message>
        <source>members not known</source>
        <translation>members not known</translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s)</source>
        <translation>
            <numerusform>%n addition</numerusform>
            <numerusform>%n additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promotion</numerusform>
            <numerusform>%n promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demotion(s)</source>
        <translation>
            <numerusform>%n demotion</numerusform>
            <numerusform>%n demotions</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>how long ago the room was read</comment>
        <translation>Read</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinksTable</name>
    <message>
        <source>Courses and their rooms</source>
        <translation>Courses and their rooms</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ListPage</name>
    <message>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>The filter leaves out every row of the list.</source>
        <translation>The filter leaves out every row of the list.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MainWindow</name>
    <message>
        <source>Course, person, room…</source>
        <translation>Course, person, room…</translation>
    </message>
    <message>
        <source>Course, person, room, or pasted error message</source>
        <translation>Course, person, room, or pasted error message</translation>
    </message>
    <message>
        <source>Search: course, person, room, or pasted error message</source>
        <translation>Search: course, person, room, or pasted error message</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Read the servers again (F5)</source>
        <translation>Read the servers again (F5)</translation>
    </message>
    <message numerus="yes">
        <source>A run was interrupted: %n step(s) are left. The Journal resumes it.</source>
        <translation>
            <numerusform>A run was interrupted: %n step are left. The Journal resumes it.</numerusform>
            <numerusform>A run was interrupted: %n steps are left. The Journal resumes it.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last reading stays in memory only. %1</source>
        <translation>The last reading stays in memory only. %1</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profiles</translation>
    </message>
    <message>
        <source>all of this computer</source>
        <translation>all of this computer</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>broken file</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another campus.</source>
        <translation>A plan is being applied: let it end, or cancel it, before you open another campus.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Mark</name>
    <message>
        <source>Orphan</source>
        <translation>Orphan</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blocking</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Stuck</translation>
    </message>
    <message>
        <source>Blocking restore</source>
        <translation>Blocking restore</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MembersTab</name>
    <message>
        <source>People in Moodle and in the chat</source>
        <translation>People in Moodle and in the chat</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Differences only</translation>
    </message>
    <message>
        <source>Moodle</source>
        <translation>Moodle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected</source>
        <translation>
            <numerusform>%Ln expected</numerusform>
            <numerusform>%Ln expected</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln present</source>
        <translation>
            <numerusform>%Ln present</numerusform>
            <numerusform>%Ln present</numerusform>
        </translation>
    </message>
    <message>
        <source>Members not compared</source>
        <translation>Members not compared</translation>
    </message>
    <message numerus="yes">
        <source>No change of members, %n guest(s)</source>
        <translation>
            <numerusform>No change of members, %n guest</numerusform>
            <numerusform>No change of members, %n guests</numerusform>
        </translation>
    </message>
    <message>
        <source>No change of members</source>
        <translation>No change of members</translation>
    </message>
    <message>
        <source>Comparing the members</source>
        <translation>Comparing the members</translation>
    </message>
    <message>
        <source>Everybody is where they should be</source>
        <translation>Everybody is where they should be</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) expected and present</source>
        <translation>
            <numerusform>%n member expected and present</numerusform>
            <numerusform>%n members expected and present</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Every step that leads to this (Enter)</source>
        <translation>Every step that leads to this (Enter)</translation>
    </message>
    <message>
        <source>History of this person</source>
        <translation>History of this person</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MoodleTokenStep</name>
    <message>
        <source>The login is missing.</source>
        <translation>The login is missing.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>The password is missing.</translation>
    </message>
    <message>
        <source>The short name of the service is missing.</source>
        <translation>The short name of the service is missing.</translation>
    </message>
    <message>
        <source>Signing in to Moodle, once</source>
        <translation>Signing in to Moodle, once</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>The token is missing.</translation>
    </message>
    <message>
        <source>Asking Moodle whom the token belongs to</source>
        <translation>Asking Moodle whom the token belongs to</translation>
    </message>
    <message>
        <source>%1, Moodle %2, with the companion plugin</source>
        <translation>%1, Moodle %2, with the companion plugin</translation>
    </message>
    <message>
        <source>%1, Moodle %2</source>
        <translation>%1, Moodle %2</translation>
    </message>
    <message>
        <source>Token of Moodle</source>
        <translation>Token of Moodle</translation>
    </message>
    <message>
        <source>The key to Moodle’s web services. It is sent to %1 only, and kept where you choose at the end.</source>
        <translation>The key to Moodle’s web services. It is sent to %1 only, and kept where you choose at the end.</translation>
    </message>
    <message>
        <source>I have a token</source>
        <translation>I have a token</translation>
    </message>
    <message>
        <source>Obtain it with the login and password of the service account</source>
        <translation>Obtain it with the login and password of the service account</translation>
    </message>
    <message>
        <source>Login of the service account</source>
        <translation>Login of the service account</translation>
    </message>
    <message>
        <source>Token (32 letters and digits)</source>
        <translation>Token (32 letters and digits)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Sent once, to Moodle, and forgotten at once.</source>
        <translation>Sent once, to Moodle, and forgotten at once.</translation>
    </message>
    <message>
        <source>Short name of the service</source>
        <translation>Short name of the service</translation>
    </message>
    <message>
        <source>As it stands in External services; “liaison” if the sheet was followed.</source>
        <translation>As it stands in External services; “liaison” if the sheet was followed.</translation>
    </message>
    <message>
        <source>What to create in Moodle</source>
        <translation>What to create in Moodle</translation>
    </message>
    <message>
        <source>An ordinary account “liaison”, neither administrator nor teacher, with a role at site level that holds the capabilities of the sheet.</source>
        <translation>An ordinary account “liaison”, neither administrator nor teacher, with a role at site level that holds the capabilities of the sheet.</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; External services: a service “liaison”, “Authorised users only”, with the functions of the sheet; authorise the account.</source>
        <translation>Site administration &gt; Server &gt; Web services &gt; External services: a service “liaison”, “Authorised users only”, with the functions of the sheet; authorise the account.</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; Manage tokens: a token for this account and this service.</source>
        <translation>Site administration &gt; Server &gt; Web services &gt; Manage tokens: a token for this account and this service.</translation>
    </message>
    <message>
        <source>A token of an administrator would work and be far too strong: the sheet names the few rights that are needed.</source>
        <translation>A token of an administrator would work and be far too strong: the sheet names the few rights that are needed.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Names</name>
    <message>
        <source>Person no. %1</source>
        <translation>Person no. %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>Course no. %1</source>
        <translation>Course no. %1</translation>
    </message>
    <message>
        <source>Activity no. %1</source>
        <translation>Activity no. %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::NavItem</name>
    <message numerus="yes">
        <source>%n new since you last looked</source>
        <translation>
            <numerusform>%n new since you last looked</numerusform>
            <numerusform>%n new since you last looked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Courses</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Restores</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profiles</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open a published snapshot</source>
        <translation>Open a published snapshot</translation>
    </message>
</context>
<context>
    <name>liaison::ui::NetworkFold</name>
    <message>
        <source>Trusted for this server: %1</source>
        <translation>Trusted for this server: %1</translation>
    </message>
    <message>
        <source>Certificate of the institution’s authority</source>
        <translation>Certificate of the institution’s authority</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificates (*.pem *.crt *.cer);;All files (*)</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Network…</translation>
    </message>
    <message>
        <source>Certificate of the institution’s authority (PEM file)</source>
        <translation>Certificate of the institution’s authority (PEM file)</translation>
    </message>
    <message>
        <source>Only where the server’s certificate comes from an authority of your own; it is trusted for this profile only.</source>
        <translation>Only where the server’s certificate comes from an authority of your own; it is trusted for this profile only.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Do without this authority</source>
        <translation>Do without this authority</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://[user@]host:port or socks5://…; empty: as the system says.</source>
        <translation>http://[user@]host:port or socks5://…; empty: as the system says.</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Password of the proxy</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OpenSnapshotPage</name>
    <message>
        <source>Published snapshot</source>
        <translation>Published snapshot</translation>
    </message>
    <message>
        <source>Open a published snapshot</source>
        <translation>Open a published snapshot</translation>
    </message>
    <message>
        <source>File and key</source>
        <translation>File and key</translation>
    </message>
    <message>
        <source>A snapshot shows the whole campus as it was when it was published. No server is asked, no token is needed, and nothing can be planned or changed.</source>
        <translation>A snapshot shows the whole campus as it was when it was published. No server is asked, no token is needed, and nothing can be planned or changed.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>The file that was published</source>
        <translation>The file that was published</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Eleven groups of five letters and digits</source>
        <translation>Eleven groups of five letters and digits</translation>
    </message>
    <message>
        <source>Those who publish the snapshot hand it over. It is not kept: a profile keeps it in the keychain.</source>
        <translation>Those who publish the snapshot hand it over. It is not kept: a profile keeps it in the keychain.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OutcomeList</name>
    <message>
        <source>To look at</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>This run holds no step</source>
        <translation>This run holds no step</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>No step matches the filter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Steps of the run</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Outcomes</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OutcomeModel</name>
    <message>
        <source>No outcome written</source>
        <translation>No outcome written</translation>
    </message>
    <message>
        <source>The program ended before this step was settled.</source>
        <translation>The program ended before this step was settled.</translation>
    </message>
    <message>
        <source>Refresh: what had been sent is settled by reading the rooms.</source>
        <translation>Refresh: what had been sent is settled by reading the rooms.</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>Not settled</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Read %1</translation>
    </message>
    <message>
        <source>Which courses have a room is not known</source>
        <translation>Which courses have a room is not known</translation>
    </message>
    <message>
        <source>No course has a chat activity</source>
        <translation>No course has a chat activity</translation>
    </message>
    <message>
        <source>Teachers add the activity in their course; it appears here after the next read.</source>
        <translation>Teachers add the activity in their course; it appears here after the next read.</translation>
    </message>
    <message>
        <source>Differences by kind</source>
        <translation>Differences by kind</translation>
    </message>
    <message>
        <source>Show courses</source>
        <translation>Show courses</translation>
    </message>
    <message>
        <source>Not known, by reason</source>
        <translation>Not known, by reason</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Restores to look at</source>
        <translation>Restores to look at</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Last run</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing is written before you have reviewed the plan</source>
        <translation>Nothing is written before you have reviewed the plan</translation>
    </message>
    <message numerus="yes">
        <source>Prepare a plan for %n course(s)</source>
        <translation>
            <numerusform>Prepare a plan for %n course</numerusform>
            <numerusform>Prepare a plan for %n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orphan room(s), outside this total</source>
        <translation>
            <numerusform>%n orphan room, outside this total</numerusform>
            <numerusform>%n orphan rooms, outside this total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in step, of %n course link(s)</source>
        <translation>
            <numerusform>in step, of %n course link</numerusform>
            <numerusform>in step, of %n course links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>addition(s)</source>
        <translation>
            <numerusform>addition</numerusform>
            <numerusform>additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal(s)</source>
        <translation>
            <numerusform>removal</numerusform>
            <numerusform>removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promotion(s) to moderator</source>
        <translation>
            <numerusform>promotion to moderator</numerusform>
            <numerusform>promotions to moderator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>demotion(s) to member</source>
        <translation>
            <numerusform>demotion to member</numerusform>
            <numerusform>demotions to member</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>retention setting(s)</source>
        <translation>
            <numerusform>retention setting</numerusform>
            <numerusform>retention settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to archive</source>
        <translation>
            <numerusform>room to archive</numerusform>
            <numerusform>rooms to archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to unarchive</source>
        <translation>
            <numerusform>room to unarchive</numerusform>
            <numerusform>rooms to unarchive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to create</source>
        <translation>
            <numerusform>room to create</numerusform>
            <numerusform>rooms to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>account(s) to create</source>
        <translation>
            <numerusform>account to create</numerusform>
            <numerusform>accounts to create</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to repair in what could be read.</source>
        <translation>Nothing to repair in what could be read.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n room(s).</source>
        <translation>
            <numerusform>%1 in %n room.</numerusform>
            <numerusform>%1 in %n rooms.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them are withheld by a rule.</source>
        <translation>%1 of them are withheld by a rule.</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) apart: never removed unasked.</source>
        <translation>
            <numerusform>%n guest apart: never removed unasked.</numerusform>
            <numerusform>%n guests apart: never removed unasked.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything could be read.</source>
        <translation>Everything could be read.</translation>
    </message>
    <message>
        <source>%1. Nobody is removed or demoted on what is not known.</source>
        <translation>%1. Nobody is removed or demoted on what is not known.</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) missing</source>
        <translation>
            <numerusform>%n right missing</numerusform>
            <numerusform>%n rights missing</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>answers</translation>
    </message>
    <message>
        <source>No course has a room.</source>
        <translation>No course has a room.</translation>
    </message>
    <message>
        <source>Not known: only the companion plugin tells them.</source>
        <translation>Not known: only the companion plugin tells them.</translation>
    </message>
    <message>
        <source>None is stuck, blocking or failed.</source>
        <translation>None is stuck, blocking or failed.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan was applied from this store yet.</source>
        <translation>No plan was applied from this store yet.</translation>
    </message>
    <message>
        <source>%1 steps, applied by %2.</source>
        <translation>%1 steps, applied by %2.</translation>
    </message>
    <message>
        <source>%1 are not settled.</source>
        <translation>%1 are not settled.</translation>
    </message>
    <message>
        <source>rights missing in some rooms</source>
        <translation>rights missing in some rooms</translation>
    </message>
    <message>
        <source>Not known: nothing could be read.</source>
        <translation>Not known: nothing could be read.</translation>
    </message>
    <message numerus="yes">
        <source>step(s) done</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>step done</numerusform>
            <numerusform>steps done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) skipped</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>step skipped</numerusform>
            <numerusform>steps skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) stale</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>step stale</numerusform>
            <numerusform>steps stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) failed</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>step failed</numerusform>
            <numerusform>steps failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %n step(s) left</source>
        <translation>
            <numerusform>Interrupted: %n step left</numerusform>
            <numerusform>Interrupted: %n steps left</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume in the Journal</source>
        <translation>Resume in the Journal</translation>
    </message>
    <message>
        <source>None here; one outside the scope of this profile blocks the queue.</source>
        <translation>None here; one outside the scope of this profile blocks the queue.</translation>
    </message>
    <message numerus="yes">
        <source>%n new since you last looked</source>
        <translation>
            <numerusform>%n new since you last looked</numerusform>
            <numerusform>%n new since you last looked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::PassphraseForm</name>
    <message>
        <source>Type the passphrase.</source>
        <translation>Type the passphrase.</translation>
    </message>
    <message>
        <source>The two are not the same. A passphrase typed wrong once would lock the tokens away.</source>
        <translation>The two are not the same. A passphrase typed wrong once would lock the tokens away.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>The same again</translation>
    </message>
    <message numerus="yes">
        <source>Too short: use at least %n character(s).</source>
        <translation>
            <numerusform>Too short: use at least %n character.</numerusform>
            <numerusform>Too short: use at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s): several words that only you know. Nobody can recover it.</source>
        <translation>
            <numerusform>At least %n character: several words that only you know. Nobody can recover it.</numerusform>
            <numerusform>At least %n characters: several words that only you know. Nobody can recover it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::PeopleModel</name>
    <message>
        <source>not expected</source>
        <translation>not expected</translation>
    </message>
    <message numerus="yes">
        <source>%n withheld change(s)</source>
        <translation>
            <numerusform>%n withheld change</numerusform>
            <numerusform>%n withheld changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), apart from the changes</source>
        <translation>
            <numerusform>%n finding, apart from the changes</numerusform>
            <numerusform>%n findings, apart from the changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) in step</source>
        <translation>
            <numerusform>%n member in step</numerusform>
            <numerusform>%n members in step</numerusform>
        </translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>withheld</translation>
    </message>
    <message>
        <source>Moodle: %1</source>
        <translation>Moodle: %1</translation>
    </message>
    <message>
        <source>chat: %1</source>
        <translation>chat: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlaceStep</name>
    <message>
        <source>This computer has no keychain that can be used.</source>
        <translation>This computer has no keychain that can be used.</translation>
    </message>
    <message>
        <source>It was tried with a test item. Sign in to the desktop or unlock it and come back to this step; or choose one of the other two places.</source>
        <translation>It was tried with a test item. Sign in to the desktop or unlock it and come back to this step; or choose one of the other two places.</translation>
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation>Keychain of this computer</translation>
    </message>
    <message>
        <source>File under a passphrase</source>
        <translation>File under a passphrase</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>This session only</translation>
    </message>
    <message>
        <source>Trying the keychain of this computer</source>
        <translation>Trying the keychain of this computer</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase of the file</translation>
    </message>
    <message>
        <source>The file %1 exists: its passphrase is asked for.</source>
        <translation>The file %1 exists: its passphrase is asked for.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); four words nobody would put together are better than signs nobody remembers.</source>
        <translation>
            <numerusform>At least %n character; four words nobody would put together are better than signs nobody remembers.</numerusform>
            <numerusform>At least %n characters; four words nobody would put together are better than signs nobody remembers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n character(s) missing.</source>
        <translation>
            <numerusform>Too short: %n character missing.</numerusform>
            <numerusform>Too short: %n characters missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fair. Longer is better.</source>
        <translation>Fair. Longer is better.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Good.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>The passphrase is too short.</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>The two passphrases differ.</translation>
    </message>
    <message>
        <source>Type the same one twice: it cannot be recovered.</source>
        <translation>Type the same one twice: it cannot be recovered.</translation>
    </message>
    <message>
        <source>The passphrase is missing.</source>
        <translation>The passphrase is missing.</translation>
    </message>
    <message>
        <source>Saving the profile and its tokens</source>
        <translation>Saving the profile and its tokens</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Where the tokens rest</source>
        <translation>Where the tokens rest</translation>
    </message>
    <message>
        <source>A token opens a server to whoever has it. It is kept by server and account, never in the profile.</source>
        <translation>A token opens a server to whoever has it. It is kept by server and account, never in the profile.</translation>
    </message>
    <message>
        <source>In the keychain of this computer (recommended)</source>
        <translation>In the keychain of this computer (recommended)</translation>
    </message>
    <message>
        <source>Protected by your session; nothing to type at the next start.</source>
        <translation>Protected by your session; nothing to type at the next start.</translation>
    </message>
    <message>
        <source>In a file under a passphrase</source>
        <translation>In a file under a passphrase</translation>
    </message>
    <message>
        <source>Encrypted, readable by you alone; the passphrase is asked for at the next start.</source>
        <translation>Encrypted, readable by you alone; the passphrase is asked for at the next start.</translation>
    </message>
    <message>
        <source>Nowhere: for this session only</source>
        <translation>Nowhere: for this session only</translation>
    </message>
    <message>
        <source>Forgotten when the program ends; the tokens have to be given again.</source>
        <translation>Forgotten when the program ends; the tokens have to be given again.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>The same once more</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanModel</name>
    <message>
        <source>partly ticked</source>
        <translation>partly ticked</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cause or rule</source>
        <translation>Cause or rule</translation>
    </message>
    <message>
        <source>Chat accounts</source>
        <translation>Chat accounts</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 of %n step</numerusform>
            <numerusform>%1 of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n withheld</numerusform>
            <numerusform>%n withheld</numerusform>
        </translation>
    </message>
    <message>
        <source>Withhold again</source>
        <translation>Withhold again</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>locked</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanPage</name>
    <message>
        <source>Save the plan</source>
        <translation>Save the plan</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Plans (*.json)</translation>
    </message>
    <message>
        <source>Plan saved: %1</source>
        <translation>Plan saved: %1</translation>
    </message>
    <message>
        <source>The plan is being made</source>
        <translation>The plan is being made</translation>
    </message>
    <message>
        <source>Nothing is written: the plan only compares what was read.</source>
        <translation>Nothing is written: the plan only compares what was read.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Back to the plan</translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation>Make the plan again</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanPane</name>
    <message>
        <source>%1 observed − %2 withheld − %3 not ticked = %4 to apply</source>
        <translation>%1 observed − %2 withheld − %3 not ticked = %4 to apply</translation>
    </message>
    <message>
        <source>%1 to apply in %2</source>
        <translation>%1 to apply in %2</translation>
    </message>
    <message numerus="yes">
        <source>step(s)</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>step</numerusform>
            <numerusform>steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences observed</source>
        <translation>Differences observed</translation>
    </message>
    <message>
        <source>Withheld by a rule</source>
        <translation>Withheld by a rule</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Not ticked</translation>
    </message>
    <message>
        <source>To apply</source>
        <translation>To apply</translation>
    </message>
    <message numerus="yes">
        <source>%n visible system message(s)</source>
        <translation>
            <numerusform>%n visible system message</numerusform>
            <numerusform>%n visible system messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Most in %1: %2.</source>
        <translation>Most in %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) to the people added.</source>
        <translation>
            <numerusform>%n notification to the people added.</numerusform>
            <numerusform>%n notifications to the people added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removal thresholds</source>
        <translation>Removal thresholds</translation>
    </message>
    <message>
        <source>No removal and no demotion is ticked</source>
        <translation>No removal and no demotion is ticked</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Room closest to its limit: %1</source>
        <translation>Room closest to its limit: %1</translation>
    </message>
    <message>
        <source>Rights held: %1 of %2</source>
        <translation>Rights held: %1 of %2</translation>
    </message>
    <message>
        <source>Everything that the ticked classes need.</source>
        <translation>Everything that the ticked classes need.</translation>
    </message>
    <message>
        <source>Missing or not readable: %1</source>
        <translation>Missing or not readable: %1</translation>
    </message>
    <message>
        <source>Steps to take back</source>
        <translation>Steps to take back</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanRoomsModel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>Chat accounts</source>
        <translation>Chat accounts</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 of %2 settled</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanTreeView</name>
    <message>
        <source>Tick or untick</source>
        <translation>Tick or untick</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Expand all</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Collapse all</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copy the row</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanWords</name>
    <message>
        <source>New account</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>New room</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>Reopening</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Demotion</source>
        <translation>Demotion</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Removal</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archiving</translation>
    </message>
    <message numerus="yes">
        <source>%n new account(s)</source>
        <translation>
            <numerusform>%n new account</numerusform>
            <numerusform>%n new accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new room(s)</source>
        <translation>
            <numerusform>%n new room</numerusform>
            <numerusform>%n new rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reopening(s)</source>
        <translation>
            <numerusform>%n reopening</numerusform>
            <numerusform>%n reopenings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retention setting(s)</source>
        <translation>
            <numerusform>%n retention setting</numerusform>
            <numerusform>%n retention settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s)</source>
        <translation>
            <numerusform>%n addition</numerusform>
            <numerusform>%n additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promotion</numerusform>
            <numerusform>%n promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demotion(s)</source>
        <translation>
            <numerusform>%n demotion</numerusform>
            <numerusform>%n demotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archiving(s)</source>
        <translation>
            <numerusform>%n archiving</numerusform>
            <numerusform>%n archivings</numerusform>
        </translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>moderator</translation>
    </message>
    <message>
        <source>member</source>
        <translation>member</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>server’s own</source>
        <translation>server’s own</translation>
    </message>
    <message>
        <source>kept for ever</source>
        <translation>kept for ever</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>room</source>
        <translation>room</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>no room</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>no account</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>Create the room %1</source>
        <translation>Create the room %1</translation>
    </message>
    <message>
        <source>Create the room</source>
        <translation>Create the room</translation>
    </message>
    <message>
        <source>Reopen the room</source>
        <translation>Reopen the room</translation>
    </message>
    <message>
        <source>Set how long messages are kept</source>
        <translation>Set how long messages are kept</translation>
    </message>
    <message>
        <source>Archive the room</source>
        <translation>Archive the room</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Unknown person</translation>
    </message>
    <message>
        <source>hidden activity</source>
        <translation>hidden activity</translation>
    </message>
    <message>
        <source>visible activity</source>
        <translation>visible activity</translation>
    </message>
    <message>
        <source>asked for by the course</source>
        <translation>asked for by the course</translation>
    </message>
    <message>
        <source>room missing</source>
        <translation>room missing</translation>
    </message>
    <message>
        <source>account missing</source>
        <translation>account missing</translation>
    </message>
    <message>
        <source>%1 (likely)</source>
        <translation>%1 (likely)</translation>
    </message>
    <message>
        <source>Withheld: %1</source>
        <translation>Withheld: %1</translation>
    </message>
    <message>
        <source>Released: %1</source>
        <translation>Released: %1</translation>
    </message>
    <message>
        <source>Lifted: %1</source>
        <translation>Lifted: %1</translation>
    </message>
    <message>
        <source>Releasing applies to this person only: they lose access to the room.</source>
        <translation>Releasing applies to this person only: they lose access to the room.</translation>
    </message>
    <message>
        <source>Releasing applies to this person only: they are added again.</source>
        <translation>Releasing applies to this person only: they are added again.</translation>
    </message>
    <message>
        <source>Releasing applies to the whole room: everybody listed here loses access to it.</source>
        <translation>Releasing applies to the whole room: everybody listed here loses access to it.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) held in this room. Type this number to lift the threshold of this room.</source>
        <translation>
            <numerusform>%n change held in this room. Type this number to lift the threshold of this room.</numerusform>
            <numerusform>%n changes held in this room. Type this number to lift the threshold of this room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) held in all rooms. Type this number to lift the threshold of this run.</source>
        <translation>
            <numerusform>%n change held in all rooms. Type this number to lift the threshold of this run.</numerusform>
            <numerusform>%n changes held in all rooms. Type this number to lift the threshold of this run.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be lifted here.</source>
        <translation>This cannot be lifted here.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>as before the run</source>
        <translation>as before the run</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Language of the window</translation>
    </message>
    <message>
        <source>Also with Ctrl + and Ctrl −, Ctrl 0 for 100%</source>
        <translation>Also with Ctrl + and Ctrl −, Ctrl 0 for 100%</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Like the system</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileEditor</name>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Moodle site %1</source>
        <translation>Moodle site %1</translation>
    </message>
    <message>
        <source>Add a Moodle site</source>
        <translation>Add a Moodle site</translation>
    </message>
    <message>
        <source>Chat server</source>
        <translation>Chat server</translation>
    </message>
    <message>
        <source>Network and hours</source>
        <translation>Network and hours</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Who is expected in a room</source>
        <translation>Who is expected in a room</translation>
    </message>
    <message>
        <source>From a Moodle person to a chat account</source>
        <translation>From a Moodle person to a chat account</translation>
    </message>
    <message>
        <source>Protected accounts and personal data</source>
        <translation>Protected accounts and personal data</translation>
    </message>
    <message>
        <source>Thresholds for removals</source>
        <translation>Thresholds for removals</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>New profile</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Settings of %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Edit %1</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Save profile</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>The institution’s certificate authority (PEM file)</source>
        <translation>The institution’s certificate authority (PEM file)</translation>
    </message>
    <message>
        <source>Only where the server’s certificate was not signed by an authority that this computer knows.</source>
        <translation>Only where the server’s certificate was not signed by an authority that this computer knows.</translation>
    </message>
    <message>
        <source>part of the profile</source>
        <translation>part of the profile</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose the authority’s file</source>
        <translation>Choose the authority’s file</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Certificate authority</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificates (*.pem *.crt *.cer);;All files (*)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove the authority</source>
        <translation>Remove the authority</translation>
    </message>
    <message>
        <source>No certificate can be read from this file.</source>
        <translation>No certificate can be read from this file.</translation>
    </message>
    <message>
        <source>Another address: its token has to be given again, because a token belongs to one address and one account.</source>
        <translation>Another address: its token has to be given again, because a token belongs to one address and one account.</translation>
    </message>
    <message>
        <source>Another account: its token has to be given again, because a token belongs to one address and one account.</source>
        <translation>Another account: its token has to be given again, because a token belongs to one address and one account.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As people say it: it stands at the foot of the window.</source>
        <translation>As people say it: it stands at the foot of the window.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>For liaisonctl --profile, and the name of the file. Letters without accent, digits, . - _</source>
        <translation>For liaisonctl --profile, and the name of the file. Letters without accent, digits, . - _</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>In production the number of changes is typed before a plan is applied.</source>
        <translation>In production the number of changes is typed before a plan is applied.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Nothing that writes is built. This protects against mistakes, not against somebody who holds the token.</source>
        <translation>Nothing that writes is built. This protects against mistakes, not against somebody who holds the token.</translation>
    </message>
    <message>
        <source>Ask again before a plan is applied in production</source>
        <translation>Ask again before a plan is applied in production</translation>
    </message>
    <message>
        <source>Whoever applies proves again that they are there: the passphrase of the sealed file, or the tokens read again from the keychain.</source>
        <translation>Whoever applies proves again that they are there: the passphrase of the sealed file, or the tokens read again from the keychain.</translation>
    </message>
    <message>
        <source>Address of Moodle</source>
        <translation>Address of Moodle</translation>
    </message>
    <message>
        <source>Site id</source>
        <translation>Site id</translation>
    </message>
    <message>
        <source>Up to 16 small letters, digits and underscores. The first site is usually called main.</source>
        <translation>Up to 16 small letters, digits and underscores. The first site is usually called main.</translation>
    </message>
    <message>
        <source>Chat account of the Moodle plugin</source>
        <translation>Chat account of the Moodle plugin</translation>
    </message>
    <message>
        <source>Its login or id. Left empty, the companion plugin tells it, or it is guessed and confirmed with the links.</source>
        <translation>Its login or id. Left empty, the companion plugin tells it, or it is guessed and confirmed with the links.</translation>
    </message>
    <message>
        <source>Prefix of room names</source>
        <translation>Prefix of room names</translation>
    </message>
    <message>
        <source>Left empty: as the plugin makes it, from the site’s address.</source>
        <translation>Left empty: as the plugin makes it, from the site’s address.</translation>
    </message>
    <message>
        <source>Remove this site</source>
        <translation>Remove this site</translation>
    </message>
    <message>
        <source>Remove the site %1</source>
        <translation>Remove the site %1</translation>
    </message>
    <message>
        <source>Address of Rocket.Chat</source>
        <translation>Address of Rocket.Chat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Login or id. Recommended: the account that the Moodle plugin uses, which owns every room it made, with a token of its own for this program.</source>
        <translation>Login or id. Recommended: the account that the Moodle plugin uses, which owns every room it made, with a token of its own for this program.</translation>
    </message>
    <message>
        <source>Requests at the same time, at most</source>
        <translation>Requests at the same time, at most</translation>
    </message>
    <message>
        <source>Fewer where the server is small or limits requests.</source>
        <translation>Fewer where the server is small or limits requests.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Left empty: the system’s. With a user in the address its password is kept with the tokens, never in the profile.</source>
        <translation>Left empty: the system’s. With a user in the address its password is kept with the tokens, never in the profile.</translation>
    </message>
    <message>
        <source>Hours when it may write</source>
        <translation>Hours when it may write</translation>
    </message>
    <message>
        <source>Like 20:00-06:30, in this computer’s time. Left empty: always.</source>
        <translation>Like 20:00-06:30, in this computer’s time. Left empty: always.</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>Seconds to wait for an answer</translation>
    </message>
    <message>
        <source>0: as shipped, 30 seconds and 120 for the calls known to be slow.</source>
        <translation>0: as shipped, 30 seconds and 120 for the calls known to be slow.</translation>
    </message>
    <message>
        <source>What the profile sees and may change: courses in one of the categories or of the list, whose short name matches the expression. What is left empty sets no limit.</source>
        <translation>What the profile sees and may change: courses in one of the categories or of the list, whose short name matches the expression. What is left empty sets no limit.</translation>
    </message>
    <message>
        <source>Categories, each with all below it</source>
        <translation>Categories, each with all below it</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Courses</translation>
    </message>
    <message>
        <source>Their ids, with the site in front where it is not main: 42, annexe:7</source>
        <translation>Their ids, with the site in front where it is not main: 42, annexe:7</translation>
    </message>
    <message>
        <source>Expression on the short name</source>
        <translation>Expression on the short name</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Add a category</translation>
    </message>
    <message>
        <source>Their ids, with the site in front where it is not main: 12, annexe:3</source>
        <translation>Their ids, with the site in front where it is not main: 12, annexe:3</translation>
    </message>
    <message>
        <source>A regular expression; a course counts where it matches anywhere in the short name.</source>
        <translation>A regular expression; a course counts where it matches anywhere in the short name.</translation>
    </message>
    <message>
        <source>The expression is valid.</source>
        <translation>The expression is valid.</translation>
    </message>
    <message>
        <source>Not valid, at character %1: %2</source>
        <translation>Not valid, at character %1: %2</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Who decides</translation>
    </message>
    <message>
        <source>as found: the plugin where it works, else this console</source>
        <translation>as found: the plugin where it works, else this console</translation>
    </message>
    <message>
        <source>the Moodle plugin</source>
        <translation>the Moodle plugin</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>this console</translation>
    </message>
    <message>
        <source>Where the plugin decides, roles are read-only here and set in Moodle, so that the two never fight.</source>
        <translation>Where the plugin decides, roles are read-only here and set in Moodle, so that the two never fight.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>as the plugin does: every enrolled person</source>
        <translation>as the plugin does: every enrolled person</translation>
    </message>
    <message>
        <source>strict: active enrolments of active accounts</source>
        <translation>strict: active enrolments of active accounts</translation>
    </message>
    <message>
        <source>as the preset says</source>
        <translation>as the preset says</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>not expected</translation>
    </message>
    <message>
        <source>kept where present</source>
        <translation>kept where present</translation>
    </message>
    <message>
        <source>Inactive enrolment</source>
        <translation>Inactive enrolment</translation>
    </message>
    <message>
        <source>Suspended account</source>
        <translation>Suspended account</translation>
    </message>
    <message>
        <source>Minutes before a room counts as missing</source>
        <translation>Minutes before a room counts as missing</translation>
    </message>
    <message>
        <source>The plugin makes rooms a little later than activities.</source>
        <translation>The plugin makes rooms a little later than activities.</translation>
    </message>
    <message>
        <source>The chat login is</source>
        <translation>The chat login is</translation>
    </message>
    <message>
        <source>the Moodle login in small letters</source>
        <translation>the Moodle login in small letters</translation>
    </message>
    <message>
        <source>the Moodle login as it is</source>
        <translation>the Moodle login as it is</translation>
    </message>
    <message>
        <source>the Moodle login without its domain</source>
        <translation>the Moodle login without its domain</translation>
    </message>
    <message>
        <source>made by a regular expression</source>
        <translation>made by a regular expression</translation>
    </message>
    <message>
        <source>that of the account with the same e-mail</source>
        <translation>that of the account with the same e-mail</translation>
    </message>
    <message>
        <source>the ID number in Moodle</source>
        <translation>the ID number in Moodle</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>\1 stands for the first part in brackets.</source>
        <translation>\1 stands for the first part in brackets.</translation>
    </message>
    <message>
        <source>Example: the account whose e-mail is %1. E-mails need a right of their own on the chat server.</source>
        <translation>Example: the account whose e-mail is %1. E-mails need a right of their own on the chat server.</translation>
    </message>
    <message>
        <source>Example: %1 has no chat login</source>
        <translation>Example: %1 has no chat login</translation>
    </message>
    <message>
        <source>Example: %1 is %2 in the chat</source>
        <translation>Example: %1 is %2 in the chat</translation>
    </message>
    <message>
        <source>Chat logins that are never touched</source>
        <translation>Chat logins that are never touched</translation>
    </message>
    <message>
        <source>Separated by commas. Owners, bots and server administrators are protected anyway.</source>
        <translation>Separated by commas. Owners, bots and server administrators are protected anyway.</translation>
    </message>
    <message>
        <source>Further accounts of programs</source>
        <translation>Further accounts of programs</translation>
    </message>
    <message>
        <source>Ids or logins: they are no members, and never in a change.</source>
        <translation>Ids or logins: they are no members, and never in a change.</translation>
    </message>
    <message>
        <source>Read joins, leaves and role changes</source>
        <translation>Read joins, leaves and role changes</translation>
    </message>
    <message>
        <source>For the data-protection officer: the console then reads, from the rooms’ system messages, who joined or left a room and when, to explain an absence. Nothing that people wrote is read or kept.</source>
        <translation>For the data-protection officer: the console then reads, from the rooms’ system messages, who joined or left a room and when, to explain an absence. Nothing that people wrote is read or kept.</translation>
    </message>
    <message>
        <source>Measure retention by the date of the oldest message</source>
        <translation>Measure retention by the date of the oldest message</translation>
    </message>
    <message>
        <source>For the data-protection officer: the console then reads the date of the oldest message of each room, to check that old messages are deleted. Of a message only its date is read; its text is never kept.</source>
        <translation>For the data-protection officer: the console then reads the date of the oldest message of each room, to check that old messages are deleted. Of a message only its date is read; its text is never kept.</translation>
    </message>
    <message>
        <source>Removals and demotions beyond these are held back until somebody types their number.</source>
        <translation>Removals and demotions beyond these are held back until somebody types their number.</translation>
    </message>
    <message>
        <source>In one room, more than</source>
        <translation>In one room, more than</translation>
    </message>
    <message>
        <source>In one room, more than this part of it (%)</source>
        <translation>In one room, more than this part of it (%)</translation>
    </message>
    <message>
        <source>… and more than</source>
        <translation>… and more than</translation>
    </message>
    <message>
        <source>More than half of a room of at least</source>
        <translation>More than half of a room of at least</translation>
    </message>
    <message>
        <source>In one run, more than</source>
        <translation>In one run, more than</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Published snapshot</translation>
    </message>
    <message>
        <source>Name the published file.</source>
        <translation>Name the published file.</translation>
    </message>
    <message>
        <source>Save the changes, or cancel them, before you open something else.</source>
        <translation>Save the changes, or cancel them, before you open something else.</translation>
    </message>
    <message>
        <source>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</source>
        <translation>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</translation>
    </message>
    <message>
        <source>Of the servers that the snapshot was read from.</source>
        <translation>Of the servers that the snapshot was read from.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Where the published snapshot lies. Its key is kept with the tokens, never in the profile.</source>
        <translation>Where the published snapshot lies. Its key is kept with the tokens, never in the profile.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileList</name>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Broken file: %1</source>
        <translation>Broken file: %1</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfilePane</name>
    <message>
        <source>Export the profile</source>
        <translation>Export the profile</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profiles (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>Delete the profile</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Forget its tokens too, where no other profile uses them</source>
        <translation>Forget its tokens too, where no other profile uses them</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>Open in the window</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</source>
        <translation>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</translation>
    </message>
    <message>
        <source>Read-only: nothing that writes is built. This is a protection against mistakes, not against somebody who holds the token.</source>
        <translation>Read-only: nothing that writes is built. This is a protection against mistakes, not against somebody who holds the token.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Moodle (%1)</source>
        <translation>Moodle (%1)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation>that of the system</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>May write</source>
        <translation>May write</translation>
    </message>
    <message>
        <source>Before applying</source>
        <translation>Before applying</translation>
    </message>
    <message>
        <source>the number is typed, and presence proven again</source>
        <translation>the number is typed, and presence proven again</translation>
    </message>
    <message>
        <source>the number is typed</source>
        <translation>the number is typed</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Delete the profile %1? Its tokens are kept unless you tick this.</source>
        <translation>Delete the profile %1? Its tokens are kept unless you tick this.</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Published snapshot</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileRow</name>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>broken file</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileStep</name>
    <message>
        <source>The name is missing.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>Looking for a profile of that name</source>
        <translation>Looking for a profile of that name</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>read-only</translation>
    </message>
    <message>
        <source>Name and environment</source>
        <translation>Name and environment</translation>
    </message>
    <message>
        <source>A profile keeps the addresses and your choices; no token is in it.</source>
        <translation>A profile keeps the addresses and your choices; no token is in it.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name of the profile</translation>
    </message>
    <message>
        <source>Letters without accent, digits, full stops, hyphens, underscores.</source>
        <translation>Letters without accent, digits, full stops, hyphens, underscores.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Test: changes concern nobody</source>
        <translation>Test: changes concern nobody</translation>
    </message>
    <message>
        <source>Production: people work on these servers</source>
        <translation>Production: people work on these servers</translation>
    </message>
    <message>
        <source>Before anything is changed, the number of changes has to be typed.</source>
        <translation>Before anything is changed, the number of changes has to be typed.</translation>
    </message>
    <message>
        <source>Its colour is on every page, so that nobody takes one for the other.</source>
        <translation>Its colour is on every page, so that nobody takes one for the other.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Nothing that changes a room is built into this connection. It protects against mistakes; what an account may do is up to the servers.</source>
        <translation>Nothing that changes a room is built into this connection. It protects against mistakes; what an account may do is up to the servers.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileWords</name>
    <message>
        <source>An address begins with https:// and names a server, like https://moodle.example.org</source>
        <translation>An address begins with https:// and names a server, like https://moodle.example.org</translation>
    </message>
    <message>
        <source>1 to 16 small letters, digits and underscores, and another one for each site.</source>
        <translation>1 to 16 small letters, digits and underscores, and another one for each site.</translation>
    </message>
    <message>
        <source>Two times of the day, like 20:00-06:30.</source>
        <translation>Two times of the day, like 20:00-06:30.</translation>
    </message>
    <message>
        <source>An address like http://proxy.example.org:3128, without a password.</source>
        <translation>An address like http://proxy.example.org:3128, without a password.</translation>
    </message>
    <message>
        <source>The regular expression is not valid.</source>
        <translation>The regular expression is not valid.</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>categories %1</source>
        <translation>categories %1</translation>
    </message>
    <message>
        <source>courses %1</source>
        <translation>courses %1</translation>
    </message>
    <message>
        <source>short name matches %1</source>
        <translation>short name matches %1</translation>
    </message>
    <message>
        <source>Moodle (%1)</source>
        <translation>Moodle (%1)</translation>
    </message>
    <message>
        <source>Key of the snapshot</source>
        <translation>Key of the snapshot</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Password of the proxy</translation>
    </message>
    <message>
        <source>Given by the environment (%1)</source>
        <translation>Given by the environment (%1)</translation>
    </message>
    <message>
        <source>Until the program ends</source>
        <translation>Until the program ends</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>In the keychain</translation>
    </message>
    <message>
        <source>In the sealed file</source>
        <translation>In the sealed file</translation>
    </message>
    <message>
        <source>Perhaps in the sealed file, which is locked</source>
        <translation>Perhaps in the sealed file, which is locked</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>The keychain is not available</source>
        <translation>The keychain is not available</translation>
    </message>
    <message>
        <source>The profile names no account</source>
        <translation>The profile names no account</translation>
    </message>
    <message>
        <source>Certificate authority for Moodle (%1)</source>
        <translation>Certificate authority for Moodle (%1)</translation>
    </message>
    <message>
        <source>Certificate authority for Rocket.Chat</source>
        <translation>Certificate authority for Rocket.Chat</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Published snapshot</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Contact this server</source>
        <translation>Contact this server</translation>
    </message>
    <message>
        <source>Trust this authority for this server</source>
        <translation>Trust this authority for this server</translation>
    </message>
    <message>
        <source>Read this file</source>
        <translation>Read this file</translation>
    </message>
    <message>
        <source>Send everything through this proxy</source>
        <translation>Send everything through this proxy</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfilesPage</name>
    <message>
        <source>Profile %1 saved</source>
        <translation>Profile %1 saved</translation>
    </message>
    <message>
        <source>Profile %1 deleted</source>
        <translation>Profile %1 deleted</translation>
    </message>
    <message>
        <source>Exported, without any token: %1</source>
        <translation>Exported, without any token: %1</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another profile.</source>
        <translation>A plan is being applied: let it end, or cancel it, before you open another profile.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Import a profile</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profiles (*.json);;All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) on this computer</source>
        <translation>
            <numerusform>%Ln profile on this computer</numerusform>
            <numerusform>%Ln profiles on this computer</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the profiles</source>
        <translation>Looking for the profiles</translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation>There is no profile on this computer yet.</translation>
    </message>
    <message>
        <source>A profile says which Moodle and which chat belong together. The assistant asks for one thing at a time and checks each.</source>
        <translation>A profile says which Moodle and which chat belong together. The assistant asks for one thing at a time and checks each.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>All profiles</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profiles</translation>
    </message>
    <message>
        <source>No profile is chosen.</source>
        <translation>No profile is chosen.</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connect to servers…</translation>
    </message>
    <message>
        <source>Open a published snapshot…</source>
        <translation>Open a published snapshot…</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ReadingStrip</name>
    <message>
        <source>Reading the links</source>
        <translation>Reading the links</translation>
    </message>
    <message>
        <source>Reading the enrolments</source>
        <translation>Reading the enrolments</translation>
    </message>
    <message>
        <source>Reading the members of rooms</source>
        <translation>Reading the members of rooms</translation>
    </message>
    <message>
        <source>Reading the chat accounts</source>
        <translation>Reading the chat accounts</translation>
    </message>
    <message>
        <source>Reading the servers</source>
        <translation>Reading the servers</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Reading who came and went</source>
        <translation>Reading who came and went</translation>
    </message>
    <message>
        <source>Reading the dates of the oldest messages</source>
        <translation>Reading the dates of the oldest messages</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RequestsModel</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Attempt</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RequestsPane</name>
    <message numerus="yes">
        <source>%Ln request(s) shown</source>
        <translation>
            <numerusform>%Ln request shown</numerusform>
            <numerusform>%Ln requests shown</numerusform>
        </translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>No request yet</translation>
    </message>
    <message>
        <source>Every request of this session is listed here as it ends.</source>
        <translation>Every request of this session is listed here as it ends.</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>No request matches</translation>
    </message>
    <message>
        <source>The filter leaves out every row of the list.</source>
        <translation>The filter leaves out every row of the list.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Held back by the server</source>
        <translation>Held back by the server</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Writes</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>All servers</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filter the requests</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Parameters by name only, no headers, no bodies; in memory only, the last %1.</source>
        <translation>Parameters by name only, no headers, no bodies; in memory only, the last %1.</translation>
    </message>
    <message>
        <source>Export the requests</source>
        <translation>Export the requests</translation>
    </message>
    <message>
        <source>Tables (*.csv);;Documents (*.json)</source>
        <translation>Tables (*.csv);;Documents (*.json)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoreNotes</name>
    <message>
        <source>Copy the command that shows the setting</source>
        <translation>Copy the command that shows the setting</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestorePane</name>
    <message>
        <source>Likely cause</source>
        <translation>Likely cause</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>%1, course %2</source>
        <translation>%1, course %2</translation>
    </message>
    <message>
        <source>Target category</source>
        <translation>Target category</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>New course</translation>
    </message>
    <message>
        <source>course %1</source>
        <translation>course %1</translation>
    </message>
    <message>
        <source>course %1, deleted since</source>
        <translation>course %1, deleted since</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>User data</translation>
    </message>
    <message>
        <source>with</source>
        <translation>with</translation>
    </message>
    <message>
        <source>without</source>
        <translation>without</translation>
    </message>
    <message>
        <source>Enrolments</source>
        <translation>Enrolments</translation>
    </message>
    <message>
        <source>never restored</source>
        <translation>never restored</translation>
    </message>
    <message>
        <source>only with user data</source>
        <translation>only with user data</translation>
    </message>
    <message>
        <source>always restored</source>
        <translation>always restored</translation>
    </message>
    <message>
        <source>Show the new course</source>
        <translation>Show the new course</translation>
    </message>
    <message>
        <source>Open the source course</source>
        <translation>Open the source course</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Planned for</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Processed</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>an administrator</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>person %1</translation>
    </message>
    <message>
        <source>Also restored by</source>
        <translation>Also restored by</translation>
    </message>
    <message>
        <source>Moodle task and block of %1</source>
        <translation>Moodle task and block of %1</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Last run</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Next run</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Moodle %1, block %2</source>
        <translation>Moodle %1, block %2</translation>
    </message>
    <message>
        <source>One course per source</source>
        <translation>One course per source</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Source sites</source>
        <translation>Source sites</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoresModel</name>
    <message>
        <source>an administrator</source>
        <translation>an administrator</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>person %1</translation>
    </message>
    <message>
        <source>default category</source>
        <translation>default category</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>category %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Target category</source>
        <translation>Target category</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>in this run</source>
        <translation>in this run</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>not planned</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>waiting for %1</translation>
    </message>
    <message>
        <source>begun %1 ago</source>
        <translation>begun %1 ago</translation>
    </message>
    <message>
        <source>%1 after the request</source>
        <translation>%1 after the request</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>waiting %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>after %1</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>User data</translation>
    </message>
    <message>
        <source>Planned or done</source>
        <translation>Planned or done</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modified</translation>
    </message>
    <message>
        <source>with</source>
        <translation>with</translation>
    </message>
    <message>
        <source>without</source>
        <translation>without</translation>
    </message>
    <message>
        <source>new</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoresPage</name>
    <message>
        <source>Course restores</source>
        <translation>Course restores</translation>
    </message>
    <message>
        <source>Tasks of the restore block, read %1</source>
        <translation>Tasks of the restore block, read %1</translation>
    </message>
    <message>
        <source>Which courses are being restored is not known</source>
        <translation>Which courses are being restored is not known</translation>
    </message>
    <message>
        <source>The companion plugin answers, but does not tell the restore tasks: the restore block is not installed, or the function local_liaison_get_restore_tasks is not in the service. A Moodle administrator adds it under External services.</source>
        <translation>The companion plugin answers, but does not tell the restore tasks: the restore block is not installed, or the function local_liaison_get_restore_tasks is not in the service. A Moodle administrator adds it under External services.</translation>
    </message>
    <message>
        <source>Moodle tells restore tasks to nobody by itself. The companion plugin local_liaison does: a Moodle administrator installs it from packaging/moodle and adds its functions to the service of the account used here.</source>
        <translation>Moodle tells restore tasks to nobody by itself. The companion plugin local_liaison does: a Moodle administrator installs it from packaging/moodle and adds its functions to the service of the account used here.</translation>
    </message>
    <message>
        <source>No course restore was ever requested</source>
        <translation>No course restore was ever requested</translation>
    </message>
    <message>
        <source>Requests that teachers or administrators make in Moodle appear here.</source>
        <translation>Requests that teachers or administrators make in Moodle appear here.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>No restore matches</source>
        <translation>No restore matches</translation>
    </message>
    <message>
        <source>Stuck and blocking are told from the state of the Moodle task: likely, not certain.</source>
        <translation>Stuck and blocking are told from the state of the Moodle task: likely, not certain.</translation>
    </message>
    <message>
        <source>%1 restores</source>
        <translation>%1 restores</translation>
    </message>
    <message>
        <source>No course restore in the scope of this profile</source>
        <translation>No course restore in the scope of this profile</translation>
    </message>
    <message numerus="yes">
        <source>%n outside the scope of this profile</source>
        <translation>
            <numerusform>%n outside the scope of this profile</numerusform>
            <numerusform>%n outside the scope of this profile</numerusform>
        </translation>
    </message>
    <message>
        <source>of which one blocks the queue</source>
        <translation>of which one blocks the queue</translation>
    </message>
    <message>
        <source>One of those outside the scope of this profile blocks the queue.</source>
        <translation>One of those outside the scope of this profile blocks the queue.</translation>
    </message>
    <message numerus="yes">
        <source>%n outside the scope</source>
        <translation>
            <numerusform>%n outside the scope</numerusform>
            <numerusform>%n outside the scope</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>Nothing on this computer opens %1</source>
        <translation>Nothing on this computer opens %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copied: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the restores</source>
        <translation>Export the restores</translation>
    </message>
    <message>
        <source>restores.csv</source>
        <translation>restores.csv</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Spreadsheet (*.csv)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ResultView</name>
    <message>
        <source>Run done</source>
        <translation>Run done</translation>
    </message>
    <message>
        <source>Run stopped</source>
        <translation>Run stopped</translation>
    </message>
    <message>
        <source>Run interrupted</source>
        <translation>Run interrupted</translation>
    </message>
    <message>
        <source>Run partly done</source>
        <translation>Run partly done</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Run %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>every step is accounted for</source>
        <translation>every step is accounted for</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) without outcome</source>
        <translation>
            <numerusform>%n step without outcome</numerusform>
            <numerusform>%n steps without outcome</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages: %1 announced, %2 for the steps done</source>
        <translation>Messages: %1 announced, %2 for the steps done</translation>
    </message>
    <message>
        <source>See the journal</source>
        <translation>See the journal</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>New plan</translation>
    </message>
    <message numerus="yes">
        <source>Try %n step(s) again</source>
        <translation>
            <numerusform>Try %n step again</numerusform>
            <numerusform>Try %n steps again</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes a new plan over the rooms of these steps; nothing is written before it is confirmed</source>
        <translation>Makes a new plan over the rooms of these steps; nothing is written before it is confirmed</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RetentionModel</name>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>Effective against wanted</source>
        <translation>Effective against wanted</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>only the companion tells the wish</source>
        <translation>only the companion tells the wish</translation>
    </message>
    <message>
        <source>Nobody asks for messages to be deleted</source>
        <translation>Nobody asks for messages to be deleted</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Nothing is deleted</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Oldest message</source>
        <translation>Oldest message</translation>
    </message>
    <message>
        <source>There is no message</source>
        <translation>There is no message</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Days after which the chat server deletes messages, read %1</source>
        <translation>Days after which the chat server deletes messages, read %1</translation>
    </message>
    <message>
        <source>No course has a room</source>
        <translation>No course has a room</translation>
    </message>
    <message>
        <source>As soon as an activity has its room, what is kept there and for how long is shown here.</source>
        <translation>As soon as an activity has its room, what is kept there and for how long is shown here.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>No room matches</source>
        <translation>No room matches</translation>
    </message>
    <message>
        <source>%1 activities with a room</source>
        <translation>%1 activities with a room</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>The stroke is the wanted duration, always in the middle; red is what is kept beyond it.</source>
        <translation>The stroke is the wanted duration, always in the middle; red is what is kept beyond it.</translation>
    </message>
    <message>
        <source>Of messages only the date of the oldest was read, never a text.</source>
        <translation>Of messages only the date of the oldest was read, never a text.</translation>
    </message>
    <message>
        <source>The age of the oldest message is not measured.</source>
        <translation>The age of the oldest message is not measured.</translation>
    </message>
    <message>
        <source>Reads when the oldest message of each room was written, and nothing else of it</source>
        <translation>Reads when the oldest message of each room was written, and nothing else of it</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Export evidence…</source>
        <translation>Export evidence…</translation>
    </message>
    <message>
        <source>A report for the data-protection officer: names of courses and rooms, durations and dates</source>
        <translation>A report for the data-protection officer: names of courses and rooms, durations and dates</translation>
    </message>
    <message>
        <source>Export evidence</source>
        <translation>Export evidence</translation>
    </message>
    <message>
        <source>retention.html</source>
        <translation>retention.html</translation>
    </message>
    <message>
        <source>Web page (*.html);;Spreadsheet (*.csv)</source>
        <translation>Web page (*.html);;Spreadsheet (*.csv)</translation>
    </message>
    <message>
        <source>Measuring is switched off in the profile: settle it with your data-protection officer, then switch it on.</source>
        <translation>Measuring is switched off in the profile: settle it with your data-protection officer, then switch it on.</translation>
    </message>
    <message>
        <source>Only the servers can be measured, and this is a reading that was kept.</source>
        <translation>Only the servers can be measured, and this is a reading that was kept.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ReviewView</name>
    <message>
        <source>Synchronisation plan</source>
        <translation>Synchronisation plan</translation>
    </message>
    <message>
        <source>Filter the steps</source>
        <translation>Filter the steps</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Make again</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Steps of the plan</translation>
    </message>
    <message>
        <source>Lists of the plan</source>
        <translation>Lists of the plan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>No step matches the filter</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in the plan.</source>
        <translation>
            <numerusform>%n step in the plan.</numerusform>
            <numerusform>%n steps in the plan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Nothing to apply in what could be read</source>
        <translation>Nothing to apply in what could be read</translation>
    </message>
    <message>
        <source>Nothing to apply: the rooms are in step</source>
        <translation>Nothing to apply: the rooms are in step</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) in classes that are not ticked.</source>
        <translation>
            <numerusform>%n difference in classes that are not ticked.</numerusform>
            <numerusform>%n differences in classes that are not ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message>
        <source>being made again</source>
        <translation>being made again</translation>
    </message>
    <message>
        <source>made at %1 from data read at %2</source>
        <translation>made at %1 from data read at %2</translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation>nothing written yet</translation>
    </message>
    <message>
        <source>newer data was read since: make it again</source>
        <translation>newer data was read since: make it again</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Check and apply</source>
        <translation>Check and apply</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Back to the steps</translation>
    </message>
    <message>
        <source>Taking a run back</source>
        <translation>Taking a run back</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>run %1</translation>
    </message>
    <message>
        <source>Nothing to take back: the rooms are no longer as the run left them</source>
        <translation>Nothing to take back: the rooms are no longer as the run left them</translation>
    </message>
    <message>
        <source>run of %1</source>
        <translation>run of %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) left untouched (%1)</source>
        <translation>
            <numerusform>%n step left untouched (%1)</numerusform>
            <numerusform>%n steps left untouched (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>Left as they are</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the run stay: the list says which, and why.</source>
        <translation>
            <numerusform>%n step of the run stay: the list says which, and why.</numerusform>
            <numerusform>%n steps of the run stay: the list says which, and why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::RolesModel</name>
    <message>
        <source>Plugin, in Moodle</source>
        <translation>Plugin, in Moodle</translation>
    </message>
    <message>
        <source>This profile</source>
        <translation>This profile</translation>
    </message>
    <message>
        <source>Guess: only adds</source>
        <translation>Guess: only adds</translation>
    </message>
    <message>
        <source>Role in the course</source>
        <translation>Role in the course</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Moderator</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Not in the room</source>
        <translation>Not in the room</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>Activities that differ</source>
        <translation>Activities that differ</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>role %1</translation>
    </message>
    <message numerus="yes">
        <source>Rule of its own for this role: %n link(s)</source>
        <translation>
            <numerusform>Rule of its own for this role: %n link</numerusform>
            <numerusform>Rule of its own for this role: %n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::RolesPage</name>
    <message>
        <source>Role mapping</source>
        <translation>Role mapping</translation>
    </message>
    <message>
        <source>What each course role becomes in the course’s room</source>
        <translation>What each course role becomes in the course’s room</translation>
    </message>
    <message>
        <source>Which roles there are is not known</source>
        <translation>Which roles there are is not known</translation>
    </message>
    <message>
        <source>No role was seen yet</source>
        <translation>No role was seen yet</translation>
    </message>
    <message>
        <source>Roles are learned from enrolments: as soon as a course with an activity is read, they appear here.</source>
        <translation>Roles are learned from enrolments: as soon as a course with an activity is read, they appear here.</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>Moderators</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Not in the room</source>
        <translation>Not in the room</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>No role matches</source>
        <translation>No role matches</translation>
    </message>
    <message>
        <source>Two roles of one person: moderator wins.</source>
        <translation>Two roles of one person: moderator wins.</translation>
    </message>
    <message>
        <source>What the plugin decides is set in Moodle: site administration, or the settings of an activity.</source>
        <translation>What the plugin decides is set in Moodle: site administration, or the settings of an activity.</translation>
    </message>
    <message>
        <source>Nobody has set the rest: as long as it is a guess, people are only added.</source>
        <translation>Nobody has set the rest: as long as it is a guess, people are only added.</translation>
    </message>
    <message>
        <source>%1 roles</source>
        <translation>%1 roles</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RoomsModel</name>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>In a course</source>
        <translation>In a course</translation>
    </message>
    <message>
        <source>Outside courses</source>
        <translation>Outside courses</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renamed</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>no owner</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>encrypted</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>idle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Owners</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Last message</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>As the server counts them, service accounts and deactivated people included. The list of members was not read.</source>
        <translation>As the server counts them, service accounts and deactivated people included. The list of members was not read.</translation>
    </message>
    <message>
        <source>The list of members was not read.</source>
        <translation>The list of members was not read.</translation>
    </message>
    <message>
        <source>No message, or no date given</source>
        <translation>No message, or no date given</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RoomsPage</name>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message numerus="yes">
        <source>%n private room(s) on the chat server, read %1</source>
        <translation>
            <numerusform>%n private room on the chat server, read %1</numerusform>
            <numerusform>%n private rooms on the chat server, read %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Which rooms there are is not known</source>
        <translation>Which rooms there are is not known</translation>
    </message>
    <message>
        <source>The chat server answered, but its list of rooms could not be read. Diagnostics lists the rights that are missing.</source>
        <translation>The chat server answered, but its list of rooms could not be read. Diagnostics lists the rights that are missing.</translation>
    </message>
    <message>
        <source>There is no private room on this server</source>
        <translation>There is no private room on this server</translation>
    </message>
    <message>
        <source>A room appears here as soon as Moodle has made one for an activity.</source>
        <translation>A room appears here as soon as Moodle has made one for an activity.</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Orphans</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>In a course</source>
        <translation>In a course</translation>
    </message>
    <message>
        <source>Outside courses</source>
        <translation>Outside courses</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renamed</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Without owner</source>
        <translation>Without owner</translation>
    </message>
    <message>
        <source>Idle for %1</source>
        <translation>Idle for %1</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>No room matches</source>
        <translation>No room matches</translation>
    </message>
    <message>
        <source>Members in grey are the server’s count: the list of members of those rooms was not read. Rooms outside courses are counted, never opened.</source>
        <translation>Members in grey are the server’s count: the list of members of those rooms was not read. Rooms outside courses are counted, never opened.</translation>
    </message>
    <message>
        <source>%1 rooms</source>
        <translation>%1 rooms</translation>
    </message>
    <message>
        <source>Idle after %1</source>
        <translation>Idle after %1</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Open the course</translation>
    </message>
    <message>
        <source>History of this room</source>
        <translation>History of this room</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RulePanel</name>
    <message>
        <source>The number is missing.</source>
        <translation>The number is missing.</translation>
    </message>
    <message>
        <source>The number typed is not %1.</source>
        <translation>The number typed is not %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Number that lifts the threshold: %1</source>
        <translation>Number that lifts the threshold: %1</translation>
    </message>
    <message>
        <source>Hold back again</source>
        <translation>Hold back again</translation>
    </message>
    <message>
        <source>Lift the threshold of %1</source>
        <translation>Lift the threshold of %1</translation>
    </message>
    <message>
        <source>Withhold again</source>
        <translation>Withhold again</translation>
    </message>
    <message>
        <source>Release this room</source>
        <translation>Release this room</translation>
    </message>
    <message>
        <source>Release this person</source>
        <translation>Release this person</translation>
    </message>
    <message>
        <source>Open the row: people are released one at a time.</source>
        <translation>Open the row: people are released one at a time.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RunHead</name>
    <message>
        <source>ended %1</source>
        <translation>ended %1</translation>
    </message>
    <message>
        <source>ended at %1</source>
        <translation>ended at %1</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Run of %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>run %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RunsModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>Kinds of change</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>takes a run back: %1</source>
        <translation>takes a run back: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SearchPopup</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Message recognised</source>
        <translation>Message recognised</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Courses</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Room %1</translation>
    </message>
    <message>
        <source>No such room in the chat</source>
        <translation>No such room in the chat</translation>
    </message>
    <message>
        <source>Room %1: %2</source>
        <translation>Room %1: %2</translation>
    </message>
    <message>
        <source>The room exists. Course: %1</source>
        <translation>The room exists. Course: %1</translation>
    </message>
    <message>
        <source>The room exists, without a course</source>
        <translation>The room exists, without a course</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message>
        <source>members not read</source>
        <translation>members not read</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archived</translation>
    </message>
    <message>
        <source>no course</source>
        <translation>no course</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Esc closes</source>
        <translation>↑ ↓ choose   ·   Enter opens   ·   Esc closes</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profiles</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SelectionPanel</name>
    <message numerus="yes">
        <source>%Ln addition(s)</source>
        <translation>
            <numerusform>%Ln addition</numerusform>
            <numerusform>%Ln additions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removal(s)</source>
        <translation>
            <numerusform>%Ln removal</numerusform>
            <numerusform>%Ln removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion(s)</source>
        <translation>
            <numerusform>%Ln promotion</numerusform>
            <numerusform>%Ln promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln demotion(s)</source>
        <translation>
            <numerusform>%Ln demotion</numerusform>
            <numerusform>%Ln demotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln course(s) selected</source>
        <translation>
            <numerusform>%Ln course selected</numerusform>
            <numerusform>%Ln courses selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change in these courses</source>
        <translation>Nothing to change in these courses</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known: nothing is planned there</source>
        <translation>
            <numerusform>%Ln not known: nothing is planned there</numerusform>
            <numerusform>%Ln not known: nothing is planned there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare the plan for %Ln course(s)</source>
        <translation>
            <numerusform>Prepare the plan for %Ln course</numerusform>
            <numerusform>Prepare the plan for %Ln courses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Reading, %1 of %2</source>
        <translation>Reading, %1 of %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Reading failed; data read %1</source>
        <translation>Reading failed; data read %1</translation>
    </message>
    <message>
        <source>Reading failed</source>
        <translation>Reading failed</translation>
    </message>
    <message>
        <source>Data read %1</source>
        <translation>Data read %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Nothing read yet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)/min</source>
        <translation>
            <numerusform>%Ln request/min</numerusform>
            <numerusform>%Ln requests/min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) ready</source>
        <translation>
            <numerusform>%Ln step ready</numerusform>
            <numerusform>%Ln steps ready</numerusform>
        </translation>
    </message>
    <message>
        <source>Companion %1</source>
        <translation>Companion %1</translation>
    </message>
    <message>
        <source>A server limits requests: going on in %1 s</source>
        <translation>A server limits requests: going on in %1 s</translation>
    </message>
    <message>
        <source>Published snapshot, %1</source>
        <translation>Published snapshot, %1</translation>
    </message>
    <message>
        <source>Last reading, %1</source>
        <translation>Last reading, %1</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>State of %1</translation>
    </message>
    <message>
        <source>Servers not reached; state of %1</source>
        <translation>Servers not reached; state of %1</translation>
    </message>
    <message>
        <source>Servers not asked yet</source>
        <translation>Servers not asked yet</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profiles</translation>
    </message>
    <message>
        <source>Profile %1: open the profiles</source>
        <translation>Profile %1: open the profiles</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Step</name>
    <message>
        <source>Check and go on</source>
        <translation>Check and go on</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SummaryBar</name>
    <message>
        <source>Prepare the plan</source>
        <translation>Prepare the plan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SummaryStep</name>
    <message>
        <source>Examine again</source>
        <translation>Examine again</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>Open the console</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>The profile “%1” is saved. No room has been changed; the console begins with reading.</source>
        <extracomment>%1: name of the profile</extracomment>
        <translation>The profile “%1” is saved. No room has been changed; the console begins with reading.</translation>
    </message>
    <message>
        <source>Examining both servers</source>
        <translation>Examining both servers</translation>
    </message>
    <message>
        <source>Rights, versions, clocks and plugins. You need not wait: Diagnostics shows the same.</source>
        <translation>Rights, versions, clocks and plugins. You need not wait: Diagnostics shows the same.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TallyEquation</name>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n planned</numerusform>
            <numerusform>%n planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>planned</source>
        <translation>
            <numerusform>planned</numerusform>
            <numerusform>planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done</source>
        <translation>
            <numerusform>done</numerusform>
            <numerusform>done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skipped</source>
        <translation>
            <numerusform>skipped</numerusform>
            <numerusform>skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stale</source>
        <translation>
            <numerusform>stale</numerusform>
            <numerusform>stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed</source>
        <translation>
            <numerusform>failed</numerusform>
            <numerusform>failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::TokenRow</name>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Paste the whole token, on one line.</source>
        <translation>Paste the whole token, on one line.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Keep this token</source>
        <translation>Keep this token</translation>
    </message>
    <message>
        <source>%1, account %2</source>
        <translation>%1, account %2</translation>
    </message>
    <message>
        <source>So no token can be kept in it. Keep the token in a file under a passphrase, or for this session only; or unlock the keychain and look again.</source>
        <translation>So no token can be kept in it. Keep the token in a file under a passphrase, or for this session only; or unlock the keychain and look again.</translation>
    </message>
    <message>
        <source>A chat token belongs to an account: name it in the profile first.</source>
        <translation>A chat token belongs to an account: name it in the profile first.</translation>
    </message>
    <message>
        <source>What the environment gives counts before anything that is kept.</source>
        <translation>What the environment gives counts before anything that is kept.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a button, %2: whose token</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation>Give the token…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Unlock the file…</source>
        <translation>Unlock the file…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Where it is kept</translation>
    </message>
    <message>
        <source>In the keychain of this computer</source>
        <translation>In the keychain of this computer</translation>
    </message>
    <message>
        <source>In a file sealed under a passphrase</source>
        <translation>In a file sealed under a passphrase</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>For this session only</translation>
    </message>
    <message>
        <source>Paste the whole key, on one line.</source>
        <translation>Paste the whole key, on one line.</translation>
    </message>
    <message>
        <source>Keep this key</source>
        <translation>Keep this key</translation>
    </message>
    <message>
        <source>Give the key…</source>
        <translation>Give the key…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Eleven groups of five letters and digits. Those who publish the snapshot hand it over.</source>
        <translation>Eleven groups of five letters and digits. Those who publish the snapshot hand it over.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TokensCard</name>
    <message>
        <source>Kept. Test it to see whose it is.</source>
        <translation>Kept. Test it to see whose it is.</translation>
    </message>
    <message>
        <source>Forgotten on this computer. It stays valid on the server until it is deleted there.</source>
        <translation>Forgotten on this computer. It stays valid on the server until it is deleted there.</translation>
    </message>
    <message>
        <source>It works: signed in as %1.</source>
        <translation>It works: signed in as %1.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Looking for the tokens…</source>
        <translation>Looking for the tokens…</translation>
    </message>
    <message>
        <source>Kept under the address of the server and the account, never in the profile: profiles of the same servers share them.</source>
        <translation>Kept under the address of the server and the account, never in the profile: profiles of the same servers share them.</translation>
    </message>
    <message>
        <source>Kept: it is the key of this file.</source>
        <translation>Kept: it is the key of this file.</translation>
    </message>
    <message>
        <source>Forgotten on this computer. It still opens the file.</source>
        <translation>Forgotten on this computer. It still opens the file.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>It opens the published file, and is kept under the number that the file gives its key.</source>
        <translation>It opens the published file, and is kept under the number that the file gives its key.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TrainingCard</name>
    <message>
        <source>The whole campus</source>
        <translation>The whole campus</translation>
    </message>
    <message>
        <source>About forty courses in which every state and every difference is to be seen.</source>
        <translation>About forty courses in which every state and every difference is to be seen.</translation>
    </message>
    <message>
        <source>A role lost in mid-semester</source>
        <translation>A role lost in mid-semester</translation>
    </message>
    <message>
        <source>SCI-L2-MECA: four people are leaving the room although they are still enrolled; find what to give back in Moodle before anybody is removed.</source>
        <translation>SCI-L2-MECA: four people are leaving the room although they are still enrolled; find what to give back in Moodle before anybody is removed.</translation>
    </message>
    <message>
        <source>Taken back out of the recycle bin</source>
        <translation>Taken back out of the recycle bin</translation>
    </message>
    <message>
        <source>IUT-S2-COM: the activity came back with another number; see who is missing from its room, and which room is still waiting in the bin.</source>
        <translation>IUT-S2-COM: the activity came back with another number; see who is missing from its room, and which room is still waiting in the bin.</translation>
    </message>
    <message>
        <source>A course reset in July</source>
        <translation>A course reset in July</translation>
    </message>
    <message>
        <source>DRT-L1-CONST: everybody was unenrolled for the next year; see the removals held back by the thresholds.</source>
        <translation>DRT-L1-CONST: everybody was unenrolled for the next year; see the removals held back by the thresholds.</translation>
    </message>
    <message>
        <source>The impostor room</source>
        <translation>The impostor room</translation>
    </message>
    <message>
        <source>UTL-HISTOIRE: two rooms claim one course; tell the plugin’s room from the one that a student made under its name.</source>
        <translation>UTL-HISTOIRE: two rooms claim one course; tell the plugin’s room from the one that a student made under its name.</translation>
    </message>
    <message>
        <source>Beyond the first fifty</source>
        <translation>Beyond the first fifty</translation>
    </message>
    <message>
        <source>SCI-L1-ALG: six people left the course and are still in a room of more than fifty, where the plugin never sees them.</source>
        <translation>SCI-L1-ALG: six people left the course and are still in a room of more than fifty, where the plugin never sees them.</translation>
    </message>
    <message>
        <source>Restores that do not move</source>
        <translation>Restores that do not move</translation>
    </message>
    <message>
        <source>Restores: one stays in progress for ever, another blocks the queue; find both, and why.</source>
        <translation>Restores: one stays in progress for ever, another blocks the queue; find both, and why.</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: button, %2: what it opens</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Training scenarios</source>
        <translation>Training scenarios</translation>
    </message>
    <message>
        <source>Invented campuses on this computer: nothing leaves it and nobody is in them. Each keeps its own state, so that you can leave and come back.</source>
        <translation>Invented campuses on this computer: nothing leaves it and nobody is in them. Each keeps its own state, so that you can leave and come back.</translation>
    </message>
    <message>
        <source>My own servers</source>
        <translation>My own servers</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connect to servers…</translation>
    </message>
    <message>
        <source>Those that were open before.</source>
        <translation>Those that were open before.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::UnlockPage</name>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Once more, before anything is written</source>
        <translation>Once more, before anything is written</translation>
    </message>
    <message>
        <source>The tokens are under a passphrase</source>
        <translation>The tokens are under a passphrase</translation>
    </message>
    <message>
        <source>This production profile asks again before a plan is applied: type the passphrase of the sealed file. Until then nothing is sent.</source>
        <translation>This production profile asks again before a plan is applied: type the passphrase of the sealed file. Until then nothing is sent.</translation>
    </message>
    <message>
        <source>The tokens of this profile are in the sealed file of this computer. Type its passphrase, and the servers are read.</source>
        <translation>The tokens of this profile are in the sealed file of this computer. Type its passphrase, and the servers are read.</translation>
    </message>
    <message>
        <source>Do not apply</source>
        <translation>Do not apply</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>liaison::ui::WelcomePage</name>
    <message>
        <source>Import a profile</source>
        <translation>Import a profile</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profiles (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>Keep courses and chat rooms in step</source>
        <translation>Keep courses and chat rooms in step</translation>
    </message>
    <message>
        <source>Liaison compares Moodle enrolments with room members, says why they differ, and repairs what you approve.</source>
        <translation>Liaison compares Moodle enrolments with room members, says why they differ, and repairs what you approve.</translation>
    </message>
    <message>
        <source>Connect your servers</source>
        <translation>Connect your servers</translation>
    </message>
    <message>
        <source>It takes a token of Moodle and one of Rocket.Chat. The assistant says where to make them and checks each value with one call.</source>
        <translation>It takes a token of Moodle and one of Rocket.Chat. The assistant says where to make them and checks each value with one call.</translation>
    </message>
    <message>
        <source>Reads first: nothing is changed</source>
        <translation>Reads first: nothing is changed</translation>
    </message>
    <message>
        <source>Tokens go to the keychain of this computer</source>
        <translation>Tokens go to the keychain of this computer</translation>
    </message>
    <message>
        <source>Read-only for teaching support</source>
        <translation>Read-only for teaching support</translation>
    </message>
    <message>
        <source>Try the demo campus</source>
        <translation>Try the demo campus</translation>
    </message>
    <message>
        <source>A complete invented campus on this computer: Moodle, chat, people and every kind of difference.</source>
        <translation>A complete invented campus on this computer: Moodle, chat, people and every kind of difference.</translation>
    </message>
    <message>
        <source>Nothing to install, no account</source>
        <translation>Nothing to install, no account</translation>
    </message>
    <message>
        <source>No connection leaves this computer</source>
        <translation>No connection leaves this computer</translation>
    </message>
    <message>
        <source>Plans, repairs and undo really work</source>
        <translation>Plans, repairs and undo really work</translation>
    </message>
    <message>
        <source>Open the demo campus</source>
        <translation>Open the demo campus</translation>
    </message>
    <message>
        <source>Import a profile…</source>
        <translation>Import a profile…</translation>
    </message>
    <message>
        <source>Your profiles</source>
        <translation>Your profiles</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open the profile %1</source>
        <translation>Open the profile %1</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connect to servers…</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>broken file</translation>
    </message>
</context>
<context>
    <name>liaison::ui::WhyPane</name>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Back to the members (Esc)</source>
        <translation>Back to the members (Esc)</translation>
    </message>
    <message>
        <source>Why this person is or is not in the room</source>
        <translation>Why this person is or is not in the room</translation>
    </message>
    <message>
        <source>Looking for the reason…</source>
        <translation>Looking for the reason…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>What was checked</translation>
    </message>
    <message numerus="yes">
        <source>%n other room(s)</source>
        <translation>
            <numerusform>%n other room</numerusform>
            <numerusform>%n other rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::WithheldStrip</name>
    <message numerus="yes">
        <source>%n change(s) withheld: %1</source>
        <translation>
            <numerusform>%n change withheld: %1</numerusform>
            <numerusform>%n changes withheld: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::Words</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Connecting to the servers</source>
        <translation>Connecting to the servers</translation>
    </message>
    <message>
        <source>Reading activities</source>
        <translation>Reading activities</translation>
    </message>
    <message>
        <source>Reading enrolments</source>
        <translation>Reading enrolments</translation>
    </message>
    <message>
        <source>Reading members</source>
        <translation>Reading members</translation>
    </message>
    <message>
        <source>Reading accounts</source>
        <translation>Reading accounts</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 of %3</translation>
    </message>
    <message>
        <source>Reading who came and went</source>
        <translation>Reading who came and went</translation>
    </message>
    <message>
        <source>Reading the dates of the oldest messages</source>
        <translation>Reading the dates of the oldest messages</translation>
    </message>
</context>
</TS>
