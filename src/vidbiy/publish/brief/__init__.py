"""The brief: an attack on one page, as text, Markdown, HTML or JSON."""

from vidbiy.publish.brief.build import brief_of
from vidbiy.publish.brief.content import Brief, Reference, Row, Section
from vidbiy.publish.brief.found import find_brief
from vidbiy.publish.brief.markdown import to_markdown
from vidbiy.publish.brief.page import to_html

__all__ = ["Brief", "Reference", "Row", "Section", "brief_of", "find_brief", "to_html", "to_markdown"]
