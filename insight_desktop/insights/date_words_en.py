"""Words for times in English, and the pattern that finds them; `dates_en.py` reads what is found."""
# ruff: noqa: E501 -- tables of words

import re

from insight_desktop.insights.feasts import pattern_en

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\b"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
"""
ORDINALS = _ORDINALS.split()
_CARDINALS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven
twenty-eight twenty-nine thirty thirty-one
"""
CARDINALS = _CARDINALS.split()
ORDINAL = "(?:" + "|".join(o.replace("-", r"[-\s]") for o in reversed(ORDINALS)) + r"|\d{1,2}(?:st|nd|rd|th))\b"
_DAY = (
    "(?:" + ORDINAL + "|" + "|".join(c.replace("-", r"[-\s]") for c in reversed(CARDINALS)) + r"|\d{1,2}(?![\d:%]))\b"
)
_YEAR = r"(?:,?\s+(?P<{0}>(?:of\s+)?20\d\d|next year|this year|the year after))?"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|thirty|sixty|ninety|\d{1,3}|a couple of|couple of)"
_NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"

PATTERN = re.compile(
    "|".join(
        (
            r"(?P<iso>\b20\d\d-\d\d-\d\d\b)",
            rf"(?P<nth>\b(?:the\s+)?(?P<nthn>{_NTH})\s+(?P<nthw>{_WEEKDAY})\s+(?:of|in)\s+(?:the\s+month|(?P<nthm>{MONTH})|next\s+month))",
            rf"(?P<thirds>\b(?P<third>early|mid|late|beginning of|start of|middle of|the first week of|the second week of|the third week of|the last week of|first week of|first week in|last week of|second week of|second week in|third week of|third week in|last week in)[-\s]+(?:the\s+month|(?P<thirdm>{MONTH})|next\s+month){_YEAR.format('thirdy')})",
            rf"(?P<monthend>\b(?:the\s+)?(?:end|back end|close|last day|tail end|finish) (?:of|in) (?P<endm>{MONTH}){_YEAR.format('endy')}|\b(?:end|back end) (?P<endm2>{MONTH})|\b(?P<endm3>{MONTH})[-\s](?:end|closing)\b|\b(?P<endm4>{MONTH}) (?:done|is out|'s out)|\b(?P<endm5>{MONTH})['’]s out)",
            rf"(?P<dm>\b(?:the\s+)?(?P<dmd>{ORDINAL}|\d{{1,2}})\s+(?:of\s+)?(?P<dmm>{MONTH}){_YEAR.format('dmy')})",
            rf"(?P<md>\b(?P<mdm>{MONTH})\s+(?:the\s+)?(?P<mdd>{_DAY})(?!\s*(?:per\s?cent|%|people|hundred|thousand|or\s)){_YEAR.format('mdy')})",
            r"(?P<endrel>\b(?:the\s+)?(?:end|close|back end|last day) of (?:the |this |that |play )?(?P<rel>(?:next |this |the |following )?(?:week|month|quarter|year|day|fiscal year|financial year|summer|fiscal|business day|business|play))(?:\s+after next)?(?P<relx> today| tomorrow)?|\b(?P<rel2>month|year|quarter|week)[-\s]end\b|\bEOD\b|\bEOW\b|\bEOM\b)",
            rf"(?P<quarter>\b(?:the\s+)?(?:(?P<qpart>end|start|beginning|middle) of )?(?:Q(?P<qn>[1-4])|(?:the )?(?P<qw>first|second|third|fourth|last) quarter)\b{_YEAR.format('qy')})",
            rf"(?P<weekwd>\b(?:a |an )?week (?:on |from )?(?:this |next )?(?P<weekwdw>{_WEEKDAY})|\b(?:a |one )?week (?:today|from today|from now)|\bthis day (?:next )?week\b|\b(?:a )?(?:fortnight|two weeks) (?:today|from today|(?:on|from) (?:this |next |the )?(?P<twow>{_WEEKDAY})))",
            rf"(?P<weekofwd>\b(?P<wowk2>next week|the week after next|the week after|the following week|week after next)(?:[,.] | )(?:on the |on |the |say |maybe )?(?P<wow2>{_WEEKDAY}))",
            rf"(?P<wdofweek>\b(?P<wow>{_WEEKDAY})(?:\s+(?:morning|afternoon|arvo|evening|lunchtime|noon))?,?\s+(?:of\s+)?(?P<wowk>next week|the week after next|the week after|the following week|this week|week after next|week))",
            rf"(?P<wd>\b(?:(?P<wdrel>this coming|this|next|the following|following|coming|the coming)\s+)?(?P<wdw>{_WEEKDAY})(?P<wdnext>\s+(?:after next|next|coming|week)\b)?(?P<wdord>,?\s+(?:the\s+)?{ORDINAL}(?! thing)(?:\s+(?:of\s+)?{MONTH})?)?)",
            rf"(?P<delta>(?<!-)\b(?:in|within|inside|over|after|give me|give us|for|another|take|takes)\s+(?:the next\s+|about\s+|around\s+|another\s+|maybe\s+|under\s+)*(?P<dn>{_COUNT})\s+(?P<dbiz>business |working )?(?P<du>days?|weeks?|months?|fortnight|hours?|minutes?)\b(?!\s+(?:into|of|in|from)\b)(?:['’]s? time)?|\b(?P<dn2>{_COUNT})\s+(?P<du2>days?|weeks?|months?|fortnights?)\s+(?:from (?:now|today|the (?:date|call))|time|out|later|hence|tops|max)\b|\b(?P<dfort>a fortnight|the fortnight)\b|\bwithin the (?P<dwithin>week|month|hour|day)\b)",
            r"(?P<dayafter>\b(?:the )?day after tomorrow\b)",
            r"(?P<tomorrow>\btomorrow\b|\bthe morr(?:a|ow)\b|\bthe morn\b|\bthe next day\b|\bfirst thing (?:in the )?morning\b)",
            r"(?P<today>\b(?:today|tonight|this (?:afternoon|evening|morning|arvo)|before the day's out|(?:before|after|by) (?:lunch|noon|service|close)|when we hang up|the minute we hang up|as soon as we(?:'re off| hang up)|straight after this|right after (?:this|the call)|by five\b|within the hour)\b)",
            r"(?P<nextweek>\b(?:some ?time |early |later |any day )?(?:next week|the week after next|the week after|the following week)\b)",
            r"(?P<relmonth>\bnext month\b|\bthis month\b|\bthe month after next\b|\bthe following month\b)",
            r"(?P<yearend>\b(?:by|before) (?:the )?(?:new year|year end)\b|\bthis side of Christmas\b|\bby Christmas\b|\bbefore Christmas\b|\bChristmas Eve\b|\bbefore the holidays\b)",
            pattern_en(),
            rf"(?P<month>\b(?:(?P<mrel>next|this|come)\s+)?(?P<mm>(?-i:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec)\b|(?:january|february|april|june|july|august|september|october|november|december)\b){_YEAR.format('my')})",
            r"(?P<vague>\b(?:in |by |this |next |the )?(?:spring|summer|autumn|fall|winter)\b(?! (?:menu|bank|hours|stock|school|class))|\bnext year\b|\bin the new year\b|\bnew year\b|\bsome ?time\b|\bthe year after\b|\bone day\b|\beventually\b|\bdown the (?:line|road)\b|\bafter (?:Easter|Diwali|Christmas|Ramadan|Eid|harvest)\b|\bEaster\b|\bDiwali\b)",
            rf"(?P<ord>\b(?:the|on|by|until|till|before|from|that|since)\s+(?:the\s+)?(?P<od>{ORDINAL})(?=\s*(?:$|[.,;:?!…—–)-]|\s(?:at|and|so|or|then|with|if|to|in|because|is|for|when|after|before|we|i|i'm|i'll|you|as|on|though|but|until|if|which|that|it|he|she|they|start|starts|we're|instead|latest|please|evening|morning|works|if|to|of (?:the|this|next) month)\b)))",
        )
    ),
    re.IGNORECASE,
)
START_BEFORE = re.compile(
    r"\b(?:(?:in|in place|ready|live|running|done|set up|there) for|from|starting|beginning|as of|since|effective|onwards? from)\s+(?:on\s+|in\s+|the\s+|about\s+)*$"
    r"|\b(?:starts?|begins?|opens?)\s+(?:on\s+|the\s+|about\s+)*$",
    re.IGNORECASE,
)
START_AFTER = re.compile(
    r"^\s*(?:onwards?|on,|is (?:the )?(?:soonest|earliest)|we (?:have to|need to) be going|is day one|it (?:opens|starts|begins))",
    re.IGNORECASE,
)
LIMIT_BEFORE = re.compile(
    r"\b(?:by|before|until|till|no later than|latest|within|inside)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
LIMIT_AFTER = re.compile(r"^,?\s*(?:latest|at the latest|tops|deadline|if you can|at the outside)", re.IGNORECASE)
