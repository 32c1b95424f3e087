"""Pelican's settings for a commune's folder, from ``commune.yaml``; few of them are anyone's to change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chophien import pages, sources
from chophien.model import Commune, say
from chophien.sources import Unit

TIMEZONE = "Asia/Ho_Chi_Minh"
CATEGORY = "Tin tức"
"""Category of an article that names none."""


def _commune(root: Path) -> Commune | None:
    read = sources.load(root, Unit("commune", "commune", sources.COMMUNE_FILE))
    return read.record if isinstance(read.record, Commune) else None


def load(root: Path, *, publish: bool = False) -> dict[str, Any]:
    """
    Return the settings for ``pelicanconf.py`` to make its own.

    Args:
        root: The commune's folder.
        publish: Whether the site is built to be published (``publishconf.py``).
    Returns:
        Pelican's settings by name. A broken ``commune.yaml`` still gives settings; the build then says
        what is wrong with it.
    """
    commune = _commune(root)
    name = say(commune.site_name or commune.name, "vi") if commune else root.name
    languages = commune.languages if commune else ("vi",)
    return {
        # A commune that has goods alone may have no such folder; Pelican wants one.
        "PATH": str(root / "content" if (root / "content").is_dir() else root),
        "OUTPUT_PATH": str(root / "output"),
        "THEME": str(pages.theme_folder()),
        "THEME_STATIC_PATHS": [],
        "PLUGINS": ["chophien.plugin"],
        "CHOPHIEN_ROOT": str(root),
        "CHOPHIEN_PUBLISH": publish,
        "SITENAME": name,
        "AUTHOR": say(commune.owner.name, "vi") if commune else name,
        "SITEURL": commune.site_url if commune else "",
        "SITESUBTITLE": say(commune.tagline, "vi") if commune else "",
        "TIMEZONE": TIMEZONE,
        "DEFAULT_LANG": "vi",
        "DEFAULT_DATE_FORMAT": "%d/%m/%Y",
        "DEFAULT_CATEGORY": CATEGORY,
        "USE_FOLDER_AS_CATEGORY": False,
        "DISPLAY_PAGES_ON_MENU": False,
        "ARTICLE_PATHS": ["news"],
        "PAGE_PATHS": ["pages"],
        "ARTICLE_TRANSLATION_ID": "chophien_id",
        "PAGE_TRANSLATION_ID": "chophien_id",
        "ARTICLE_URL": "tin-tuc/{slug}.html",
        "ARTICLE_SAVE_AS": "tin-tuc/{slug}.html",
        "ARTICLE_LANG_URL": "{lang}/news/{slug}.html",
        "ARTICLE_LANG_SAVE_AS": "{lang}/news/{slug}.html",
        "PAGE_URL": "trang/{slug}.html",
        "PAGE_SAVE_AS": "trang/{slug}.html",
        "PAGE_LANG_URL": "{lang}/page/{slug}.html",
        "PAGE_LANG_SAVE_AS": "{lang}/page/{slug}.html",
        "DRAFT_SAVE_AS": "",
        "DRAFT_LANG_SAVE_AS": "",
        "DRAFT_PAGE_SAVE_AS": "",
        "DRAFT_PAGE_LANG_SAVE_AS": "",
        "AUTHOR_SAVE_AS": "",
        "AUTHORS_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "CATEGORIES_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "TAGS_SAVE_AS": "",
        "ARCHIVES_SAVE_AS": "",
        "YEAR_ARCHIVE_SAVE_AS": "",
        "DIRECT_TEMPLATES": [],
        "FEED_ALL_ATOM": None,
        "FEED_ATOM": "tin-tuc.atom.xml",
        "CATEGORY_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "TRANSLATION_FEED_ATOM": "{lang}/news.atom.xml" if len(languages) > 1 else None,
        "FEED_DOMAIN": commune.site_url if commune else "",
        "FEED_APPEND_REF": False,
        "STATIC_PATHS": [],
        "STATIC_CREATE_LINKS": False,
        "READERS": {"html": None, "rst": None, "htm": None},
        "LOAD_CONTENT_CACHE": False,
        "CACHE_CONTENT": False,
        "DELETE_OUTPUT_DIRECTORY": False,
        "RELATIVE_URLS": False,
        "WITH_FUTURE_DATES": True,
        "SUMMARY_MAX_LENGTH": None,
        "PAGINATED_TEMPLATES": {},
    }
