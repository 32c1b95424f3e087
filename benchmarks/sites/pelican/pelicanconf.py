"""Stock Pelican: its own readers, generators and settings, no plugin."""

import json

SITENAME = "Xã Mẫu"
SITEURL = "https://xa-mau.example"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PLUGINS = []

ARTICLE_SAVE_AS = "{kind}/{slug}.html"
ARTICLE_URL = ARTICLE_SAVE_AS
ARTICLE_ORDER_BY = "title"
CATEGORY_SAVE_AS = "category/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS
AUTHOR_SAVE_AS = "producer/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS
TAG_SAVE_AS = ""

DEFAULT_PAGINATION = 24
PAGINATED_TEMPLATES = {"index": None, "category": None, "author": None}
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None


def as_json(value):
    """Jinja's own ``tojson`` writes each Vietnamese letter as six characters."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


def dong(value):
    return f"{int(value):,}".replace(",", ".") + " ₫"


JINJA_FILTERS = {"as_json": as_json, "dong": dong}
