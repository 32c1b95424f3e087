"""Chợ Phiên: a Vietnamese commune's folder of YAML and Markdown becomes a site, feeds and structured data."""

__version__ = "0.1.0"
