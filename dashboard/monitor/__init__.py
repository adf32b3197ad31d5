"""What is known of how returnees fare: released counts, the survey, and the index."""
