"""Numbers that are counted of one customer: loyalty, segment, stage, purchases, score, who shows interest."""
