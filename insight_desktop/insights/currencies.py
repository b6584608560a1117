"""Which currency a call speaks of: words for money first, then the catalogue's, then places and turns of phrase."""

# ruff: noqa: E501 -- tables of words, and sizes that are plain where they stand

import re
from collections import Counter
from collections.abc import Iterable

_NAMED = {
    "JPY": r"円|¥|\byen\b",
    "GBP": r"£|\bpounds?\b(?! (?:of|a head of))|\bpence\b|\bsterling\b",
    "EUR": r"€|\beuros?\b|ユーロ",
    "INR": r"₹|\brupees?\b|\blakhs?\b|\blacs?\b|\bcrores?\b|\bpaise\b",
    "ZAR": r"\brands?\b",
    "NGN": r"₦|\bnairas?\b",
    "KES": r"\b(?:kenyan )?shillings?\b",
    "DKK": r"\bdanish kron(?:er|e)\b",
    "NOK": r"\bnorwegian kron(?:er|e)\b",
    "SEK": r"\bkronor\b|\bswedish kron\w+\b",
    "CHF": r"\b(?:swiss )?francs?\b",
    "MYR": r"\bringgit\b",
    "PLN": r"\bz[lł]oty(?:ch)?\b",
    "CNY": r"\byuan\b|\brenminbi\b|人民元",
    "USD": r"US\$|\bu\.?s\.? dollars?\b|米ドル|ドル|\bgreenbacks?\b",
    "AUD": r"A\$|\baustralian dollars?\b",
    "CAD": r"C\$|\b[Cc]anadian dollars?\b|(?:^|[.,] )Canadian[.,]|\bin Canadian\b",
    "NZD": r"NZ\$|\bnew zealand dollars?\b",
    "SGD": r"S\$|\bsingapore dollars?\b",
}
_DOLLARS = r"\$|\bdollars?\b|\bbucks?\b|\bdimes?\b|\bnickels?\b"
_DOLLAR_CURRENCIES = ("USD", "AUD", "CAD", "NZD", "SGD", "TTD", "HKD")
_QUID = r"\bquid\b|\bfivers?\b|\btenners?\b"
_QUID_CURRENCIES = ("GBP", "AUD", "NZD", "EUR")
"""Where people say quid and fiver; pounds where nothing speaks for another of them."""
_CROWNS = r"\bkroner?\b|\bcrowns\b"

# Cues of a country: places and institutions count twice a turn of phrase.
PLACES = {
    "GBP": "London|Leeds|Manchester|Birmingham|Liverpool|Glasgow|Edinburgh|Cardiff|Bristol|Sheffield|Newcastle|Nottingham"
    "|Leicester|Coventry|Belfast|Aberdeen|Dundee|Inverness|Swansea|Norwich|Exeter|Plymouth|Cambridge|Oxford|Brighton|Bath"
    "|Harrogate|Doncaster|Rotherham|Cheshire|Yorkshire|Kent|Essex|Scotland|Wales|England|Britain|UK|Whitby|Hull|Derby"
    "|HMRC|NHS|VAT|Companies House|Ofsted|CQC|Royal Mail|BACS|county council|parish council|the council|postcode",
    "EUR": "Dublin|Cork|Galway|Limerick|Tralee|Kerry|Mayo|Ireland|Irish|Paris|Berlin|Munich|Hamburg|Amsterdam|Rotterdam"
    "|Utrecht|Delft|Antwerp|Brussels|Leuven|Helsinki|Oulu|Finnish|Finland|Vienna|Madrid|Barcelona|Lisbon|Milan|Rome|Dutch"
    "|Luas|Revenue Commissioners|Germany|Netherlands|Belgium|Eircode|the HSE",
    "USD": "New York|Texas|California|Oregon|Ohio|Florida|Chicago|Boston|Seattle|Portland|Denver|Dallas|Austin|Houston"
    "|Phoenix|Mesa|Tucson|Atlanta|Detroit|Toledo|Columbus|Dayton|Minnesota|Duluth|Fargo|Wisconsin|Michigan|Boise|Amarillo"
    "|Laredo|Nashville|Memphis|Philly|Philadelphia|Pittsburgh|Brooklyn|Jersey|Vegas|Thanksgiving|Memorial Day|Labor Day"
    "|Fourth of July|the Fourth|IRS|OSHA|FDA|Medicare|Medicaid|HIPAA|zip code|W-2|W twos|401k|the feds|CFO|ACH|QuickBooks",
    "AUD": "Sydney|Melbourne|Brisbane|Perth|Adelaide|Cairns|Darwin|Hobart|Geelong|Ballarat|Bendigo|Townsville|Mackay"
    "|Toowoomba|Gold Coast|Noosa|Ipswich|Queensland|Victoria|NSW|WA|Aussie|Australia|Medicare rebate|ATO|superannuation|Woolies"
    "|Bunnings|Ekka|AFL",
    "NZD": "Auckland|Wellington|Christchurch|Dunedin|Hamilton|Waikato|Tauranga|Morrinsville|Awamutu|Fonterra|Fieldays|Kiwi"
    "|New Zealand|Otago|Taranaki|Canterbury",
    "CAD": "Toronto|Vancouver|Montreal|Calgary|Edmonton|Ottawa|Winnipeg|Halifax|Quebec|Nova Scotia|Dartmouth|Moose Jaw"
    "|Saskatoon|Regina|Alberta|Ontario|Canada|CRA|loonies|Swift Current",
    "INR": "Mumbai|Bombay|Delhi|Bangalore|Bengaluru|Chennai|Pune|Hyderabad|Kolkata|Coimbatore|Ahmedabad|Indore|Diwali|Hindi"
    "|Marathi|India|GST number|Tiruppur",
    "ZAR": "Johannesburg|Joburg|Cape Town|Durban|Pretoria|Midrand|Upington|load ?shedding|South Africa|SARS",
    "SGD": "Singapore|Changi|Tampines|Jurong|CPF|kopi",
    "TTD": "Trinidad|Tobago|Port of Spain|Point Fortin|San Fernando",
    "MYR": "Malaysian?|Kuala Lumpur|KL|Penang|Johor|Raya",
    "DKK": "Denmark|Danish|Copenhagen|Aarhus|Esbjerg|Odense",
    "NOK": "Norway|Norwegian|Oslo|Bergen|Stavanger|Trondheim|Vestland|Lofoten",
    "SEK": "Sweden|Swedish|Stockholm|Gothenburg|Malmö|Uppsala",
    "NGN": "Nigeria|Lagos|Abuja",
    "KES": "Kenya|Nairobi|Mombasa|M-?Pesa",
}
_PHRASES = {
    "GBP": r"\b(?:lovely|cheers|ring (?:you|me|them|her|him)|rang|whilst|fortnight|bank holiday|knackered|dodgy|bloke|rubbish"
    r"|queue|reckon|shan't|a bit of a|sorted|half (?:six|seven|eight|nine|ten|two|three|four)|(?:organ|real|recogn|apolog|author|final|custom|minim|maxim|optim|priorit|summar|util|special|stabil|standard|emphas|categor|critic)is(?:e[ds]?|ing|ation)|colour|programme"
    r"|mum|proper|solicitor|lorr(?:y|ies)|mind you|brilliant|blimey|bloody|penny|car park|chap|diary|per cent|on the Monday)\b",
    "USD": r"\b(?:gotta|gonna|y'all|wanna|lemme|kinda|ain't|folks|guys|vacation|fiscal|gas station|truck(?:s|ing)?|parking lot"
    r"|store|color|center|awesome|percent|cell phone|mom|attorney|sidewalk|ballpark|fall|dime|nickel|figure|write up)\b",
    "AUD": r"\b(?:arvo|mate|no worries|reckon|ute|heaps|smoko|footy|too easy|fair dinkum|rapt|righto|servo|beaut(?:y)?"
    r"|g'day|bloody|fortnight)\b",
    "NZD": r"\b(?:eh|sweet as|reckon|mate|ute|paddock|chur|cockies?|milking shed|farm dairy)\b",
    "EUR": r"\b(?:ye|grand|himself|herself|lads|yer man|at all|sure look|so it is|your man|beyond in|inside in)\b",
    "INR": r"\b(?:sir|ma'am|only na|na|itself|kindly|do the needful|prepone)\b",
    "CAD": r"\b(?:eh|hockey|rink|toonie|double-double)\b",
}
_PLACE_WEIGHT, _PHRASE_WEIGHT = 2.0, 0.5


def named_currency(text: str, fallback: str = "") -> str | None:
    """Return the currency that the words of one turn name; dollars and crowns are those of the call."""
    for currency, pattern in _NAMED.items():
        if re.search(pattern, text, re.IGNORECASE if currency not in ("AUD", "CAD", "NZD", "SGD") else 0):
            return currency
    if re.search(_QUID, text, re.IGNORECASE):
        return fallback if fallback in _QUID_CURRENCIES else "GBP"
    if re.search(_DOLLARS, text, re.IGNORECASE):
        return fallback if fallback in _DOLLAR_CURRENCIES else "USD"
    if re.search(_CROWNS, text, re.IGNORECASE):
        return fallback if fallback in ("DKK", "NOK", "SEK") else "DKK"
    return None


def currency_of_call(texts: Iterable[str], language: str, *, known: str = "") -> str:
    """Return the currency that amounts without a name are in.

    Args:
        texts: the turns.
        language: of the call; Japanese calls are in yen where nothing else is said.
        known: the currency of the product catalogue, where there is one.

    """
    if known:
        return known
    if language == "ja":
        return "JPY"
    text = "\n".join(texts)
    votes: Counter[str] = Counter()
    for currency, pattern in PLACES.items():
        votes[currency] += _PLACE_WEIGHT * len(set(re.findall(rf"\b(?:{pattern})\b", text)))  # type: ignore[assignment]
    for currency, pattern in _PHRASES.items():
        votes[currency] += _PHRASE_WEIGHT * len(set(re.findall(pattern, text, re.IGNORECASE)))  # type: ignore[assignment]
    named = Counter(c for c, pattern in _NAMED.items() for _ in re.findall(pattern, text, re.IGNORECASE) if c != "JPY")
    if named:
        return max(named, key=lambda c: (named[c], votes[c]))
    if re.search(_QUID, text, re.IGNORECASE):
        votes["GBP"] += int(_PLACE_WEIGHT)
    for words, meant in ((_QUID, _QUID_CURRENCIES), (_DOLLARS, _DOLLAR_CURRENCIES), (_CROWNS, ("DKK", "NOK", "SEK"))):
        if re.search(words, text, re.IGNORECASE):
            return max(meant, key=lambda c: votes[c])
    best = max(votes, key=lambda c: votes[c])
    return best if votes[best] else "USD"
