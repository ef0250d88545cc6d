"""Bringing moments in from files: ours, Day One's, Daylio's, Presently's, tables and Markdown.

``bringing`` is the use case; the process that reads (``reader``) imports no more than it needs.
"""
