<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <message>
        <source>Language: %1</source>
        <translation>Language: %1</translation>
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
</context>
</TS>
