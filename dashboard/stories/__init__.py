"""Stories: scenes in an order, each a view of the atlas with a sentence, notes, maybe a question.

A story is a file as well as rows of the store; what it says of a view is computed when it is shown.
"""
