"""Who may do what. Nothing here knows Dash.

On the laptop itself nobody signs in; on any other address viewers need no account, editors and
stewards do. Whatever writes asks `may`, and what was written stands in the log of the store.
"""
