<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AdapterRows</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message numerus="yes">
        <source>Remove %Ln sample(s)</source>
        <translation>
            <numerusform>Remove %Ln sample</numerusform>
            <numerusform>Remove %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message numerus="yes">
        <source>%Ln more are not shown</source>
        <translation>
            <numerusform>%Ln more are not shown</numerusform>
            <numerusform>%Ln more are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message numerus="yes">
        <source>%Ln right</source>
        <translation>
            <numerusform>%Ln right</numerusform>
            <numerusform>%Ln right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message numerus="yes">
        <source>%Ln sample(s) that are listed now</source>
        <translation>
            <numerusform>%Ln sample that are listed now</numerusform>
            <numerusform>%Ln samples that are listed now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoopCard</name>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>%Ln core</numerusform>
            <numerusform>%Ln cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>%Ln run(s) stopped while the window was closed</source>
        <translation>
            <numerusform>%Ln run stopped while the window was closed</numerusform>
            <numerusform>%Ln runs stopped while the window was closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from files and chats</source>
        <translation>
            <numerusform>%Ln from files and chats</numerusform>
            <numerusform>%Ln from files and chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln families of problems</source>
        <translation>
            <numerusform>%Ln families of problems</numerusform>
            <numerusform>%Ln families of problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reward(s) to mix</source>
        <translation>
            <numerusform>%Ln reward to mix</numerusform>
            <numerusform>%Ln rewards to mix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trained adapter(s)</source>
        <translation>
            <numerusform>%Ln trained adapter</numerusform>
            <numerusform>%Ln trained adapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultDetails</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message numerus="yes">
        <source>Remove %Ln run(s)</source>
        <translation>
            <numerusform>Remove %Ln run</numerusform>
            <numerusform>Remove %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message numerus="yes">
        <source>{name} keeps %Ln sample(s)</source>
        <translation>
            <numerusform>{name} keeps %Ln sample</numerusform>
            <numerusform>{name} keeps %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleStrip</name>
    <message numerus="yes">
        <source>Not on disk yet: %Ln label(s).</source>
        <translation>
            <numerusform>Not on disk yet: %Ln label.</numerusform>
            <numerusform>Not on disk yet: %Ln labels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
</TS>
