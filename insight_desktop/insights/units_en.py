"""Units of money as English speakers say them, parts of patterns for all who read amounts."""

SIGNS = "£$€¥₹₦"
"""Before a number."""
CURRENCIES = r"pounds?|quid|dollars?|bucks?|euros?|rupees?|rand\b|nairas?|shillings?|kroner?|ringgit|yen"
"""Behind a number."""
SMALL_COINS = r"cents?|pence"
