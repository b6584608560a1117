"""The first steps: from the first start to the first recording on one page."""
