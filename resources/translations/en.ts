<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <!-- English is the source language; only what has two numbers stands here. -->
    <context>
        <name>ExportFooter</name>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) saved in {name}.</source>
            <translation>
                <numerusform>%n row saved in {name}.</numerusform>
                <numerusform>%n rows saved in {name}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message numerus="yes">
            <source>%n more row(s) are in the CSV file.</source>
            <translation>
                <numerusform>%n more row is in the CSV file.</numerusform>
                <numerusform>%n more rows are in the CSV file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CatalogueView</name>
        <message numerus="yes">
            <source>%n product(s)</source>
            <translation>
                <numerusform>%n product</numerusform>
                <numerusform>%n products</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message numerus="yes">
            <source>%n meeting(s) made of the file.</source>
            <translation>
                <numerusform>%n meeting made of the file.</numerusform>
                <numerusform>%n meetings made of the file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MeetingsView</name>
        <message numerus="yes">
            <source>%n meeting(s)</source>
            <translation>
                <numerusform>%n meeting</numerusform>
                <numerusform>%n meetings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message numerus="yes">
            <source>%n meeting(s)</source>
            <translation>
                <numerusform>%n meeting</numerusform>
                <numerusform>%n meetings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n promise open</numerusform>
                <numerusform>%n promises open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JobStrip</name>
        <message numerus="yes">
            <source>%n recording(s) are not finished</source>
            <translation><numerusform>%n recording is not finished</numerusform><numerusform>%n recordings are not finished</numerusform></translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) by words; looking for the same meaning …</source>
            <translation>
                <numerusform>%n hit by words; looking for the same meaning …</numerusform>
                <numerusform>%n hits by words; looking for the same meaning …</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n won deal(s)</source>
            <translation>
                <numerusform>%n won deal</numerusform>
                <numerusform>%n won deals</numerusform>
            </translation>
        </message>
    </context>
</TS>
