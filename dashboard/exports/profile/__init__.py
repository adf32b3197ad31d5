"""The profile of a province as a table and on two pages for print."""
