"""Glimmer: a Telegram bot for small moments of ease."""
