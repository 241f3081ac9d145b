<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>GlossImap</name>
    <message numerus="yes">
        <source>%n of them new.</source>
        <translation>
            <numerusform>%n of them new.</numerusform>
            <numerusform>%n of them new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n letter(s).</source>
        <translation>
            <numerusform>It holds %n letter.</numerusform>
            <numerusform>It holds %n letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossPop3</name>
    <message numerus="yes">
        <source>It holds %n letter(s).</source>
        <translation>
            <numerusform>It holds %n letter.</numerusform>
            <numerusform>It holds %n letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters wait.</source>
        <translation>
            <numerusform>%n letter waits.</numerusform>
            <numerusform>%n letters wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue.</source>
        <translation>
            <numerusform>%n in the queue.</numerusform>
            <numerusform>%n in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries between</source>
        <translation>
            <numerusform>%n try between</numerusform>
            <numerusform>%n tries between</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailtown::SandboxPanel</name>
    <message numerus="yes">
        <source>In all, %n of the town’s ports cannot be had.</source>
        <translation>
            <numerusform>In all, %n of the town’s ports cannot be had.</numerusform>
            <numerusform>In all, %n of the town’s ports cannot be had.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programs are connected.</source>
        <translation>
            <numerusform>%n program is connected.</numerusform>
            <numerusform>%n programs are connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailtown::TranscriptView</name>
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n line</numerusform>
            <numerusform>… %n lines</numerusform>
        </translation>
    </message>
</context>
</TS>
