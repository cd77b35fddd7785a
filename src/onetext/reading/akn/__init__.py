"""Akoma Ntoso files: bills, acts and documents of parliaments and of onetext itself."""

from onetext.reading.akn.read import akn_draft, is_xml

__all__ = ["akn_draft", "is_xml"]
