"""The head and foot of a document: letterhead, number and date, title, period, grounds, recipients, signer."""
