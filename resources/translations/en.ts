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
        <message numerus="yes">
            <source>And %n more file(s).</source>
            <translation><numerusform>And %n more file.</numerusform><numerusform>And %n more files.</numerusform></translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n file(s) not imported.</source>
            <translation><numerusform>Stopped. %n file not imported.</numerusform><numerusform>Stopped. %n files not imported.</numerusform></translation>
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
                <numerusform>%n promise</numerusform>
                <numerusform>%n promises</numerusform>
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
    <context>
        <name>LibraryView</name>
        <message numerus="yes">
            <source>%n clip(s)</source>
            <translation>
                <numerusform>%n clip</numerusform>
                <numerusform>%n clips</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrackersView</name>
        <message numerus="yes">
            <source>%n hit(s) above the threshold of {threshold}. Accept and reject some to sharpen it.</source>
            <translation>
                <numerusform>%n hit above the threshold of {threshold}. Accept and reject some to sharpen it.</numerusform>
                <numerusform>%n hits above the threshold of {threshold}. Accept and reject some to sharpen it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToneView</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation><numerusform>Show %n more</numerusform><numerusform>Show %n more</numerusform></translation>
        </message>
        <message numerus="yes">
            <source>%n round(s)</source>
            <translation>
                <numerusform>%n round</numerusform>
                <numerusform>%n rounds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, %n follow-up(s)</source>
            <translation>
                <numerusform>, %n follow-up</numerusform>
                <numerusform>, %n follow-ups</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateDialog</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StorageCard</name>
        <message numerus="yes">
            <source>The sound of %n recording(s) goes at the next start.</source>
            <translation>
                <numerusform>The sound of %n recording goes at the next start.</numerusform>
                <numerusform>The sound of %n recordings goes at the next start.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Entries</name>
        <message numerus="yes">
            <source>%n seat(s)</source>
            <translation>
                <numerusform>%n seat</numerusform>
                <numerusform>%n seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CoachingView</name>
        <message numerus="yes">
            <source>%n promise(s) overdue since {day}</source>
            <translation>
                <numerusform>%n promise overdue since {day}</numerusform>
                <numerusform>%n promises overdue since {day}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) of the last meeting unanswered</source>
            <translation>
                <numerusform>%n question of the last meeting unanswered</numerusform>
                <numerusform>%n questions of the last meeting unanswered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InsightsPanel</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation><numerusform>Show %n more</numerusform><numerusform>Show %n more</numerusform></translation>
        </message>
    </context>
    <context>
        <name>Voices</name>
        <message numerus="yes">
            <source>%n meeting(s), last {date}</source>
            <translation>
                <numerusform>%n meeting, last {date}</numerusform>
                <numerusform>%n meetings, last {date}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AccountView</name>
        <message numerus="yes">
            <source>Told in %n meeting(s), first on {date}</source>
            <translation>
                <numerusform>Told in %n meeting, first on {date}</numerusform>
                <numerusform>Told in %n meetings, first on {date}</numerusform>
            </translation>
        </message>
    </context>
</TS>
