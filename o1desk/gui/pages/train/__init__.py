"""The Train page: a form for a new run, one run live or reopened, and the table of all runs."""
