"""Alerts: shown for a night or a place, fetched from alerts.in.ua."""
