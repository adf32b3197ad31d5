"""Where people sign in, change their password, and stewards keep accounts and read the log.

Plain documents and forms: they need no script, and nothing of them is kept by the browser.
"""
