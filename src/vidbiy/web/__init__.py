"""The pages, the API and the live stream: the record as a public service."""

from vidbiy.web.app import create_app
from vidbiy.web.settings import Settings

__all__ = ["Settings", "create_app"]
