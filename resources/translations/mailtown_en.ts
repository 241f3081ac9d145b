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
</TS>
