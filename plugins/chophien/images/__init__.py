"""
Photos to the sizes pages and marketplaces need: upright, sRGB, without position or camera.

Bytes in, bytes out. Only JPEG, PNG and WebP are opened, whatever a file is called, and nothing larger
than ``MOST_PIXELS`` is decoded.
"""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 64_000_000
"""Google's limit for product pictures, 64 megapixels; also what a small machine can decode."""
MOST_BYTES = 30_000_000
WIDTHS = (400, 800, 1200)
"""Widths of the WebP derivatives, in pixels."""
SQUARE = 1200
LEAST_SIDE = 500
"""Marketplaces refuse a shorter side from 31 January 2027."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class PhotoError(ValueError):
    """A file that is no usable photo; ``code`` and ``values`` fill a diagnostic."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class PhotoFacts(NamedTuple):
    """Upright size in pixels."""

    width: int
    height: int


def _open(data: bytes) -> Image.Image:
    if not data:
        raise PhotoError("photo-empty")
    if len(data) > MOST_BYTES:
        raise PhotoError("photo-too-large", found=f"{len(data) // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PhotoError("photo-too-large", found=">64 Mpx") from None
    except Exception as wrong:  # Pillow raises many kinds for files that are no pictures
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None
    if image.width * image.height > MOST_PIXELS:
        raise PhotoError("photo-too-large", found=f"{image.width}×{image.height}")
    return image


def inspect(data: bytes) -> PhotoFacts:
    """
    Check that a file is a whole photo and return its upright size.

    Raises:
        PhotoError: Empty, too large, not one of ``FORMATS``, or cut off.
    """
    image = _open(data)
    turned = _turned(image)
    width, height = (image.height, image.width) if turned else (image.width, image.height)
    _load(image, 64)
    return PhotoFacts(width, height)


def _turned(image: Image.Image) -> bool:
    """Tell whether EXIF says that the picture lies on its side."""
    try:
        return image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    except Exception as wrong:  # a cut-off file may fail in its metadata already
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None


def _load(image: Image.Image, width: int) -> None:
    """Decode, for JPEG at the smallest scale that still holds ``width`` pixels on both sides."""
    try:
        if image.format == "JPEG":
            image.draft("RGB", (width, width))
        image.load()
    except Exception as wrong:  # a broken file fails anywhere in the decoder
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None


_SRGB = ImageCms.createProfile("sRGB")


def _upright(data: bytes, most: int) -> Image.Image:
    """Decode, turn upright, shrink to ``most`` pixels on the long side, convert to sRGB, drop metadata."""
    image = _open(data)
    profile = image.info.get("icc_profile")
    _load(image, most)
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits: ``convert`` would make everything from 256 up white
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode not in {"RGB", "CMYK"}:
        if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
            ground = Image.new("RGB", image.size, "white")
            ground.paste(image, mask=image.convert("RGBA").getchannel("A"))
            image = ground
        else:
            image = image.convert("RGB")
    image.thumbnail((most, most), Image.Resampling.LANCZOS)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
            image = converted if converted is not None else image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile is worth less than the picture
    return image.convert("RGB")


def _sized(data: bytes, width: int) -> Image.Image:
    facts = _open(data)
    turned = _turned(facts)
    w, h = (facts.height, facts.width) if turned else (facts.width, facts.height)
    width = min(width, w)
    height = max(1, round(h * width / w))
    image = _upright(data, max(width, height))
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.LANCZOS)


def webp(data: bytes, width: int, quality: int = 74) -> bytes:
    """
    Make a WebP derivative.

    Args:
        data: Contents of a JPEG, PNG or WebP file, in any EXIF orientation.
        width: Wanted width in pixels; a narrower photo is not enlarged.
        quality: From 0 (smallest file) to 100.
    Returns:
        An upright WebP file in sRGB without metadata.
    Raises:
        PhotoError: Not a usable photo.
    """
    out = io.BytesIO()
    _sized(data, width).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def jpeg(data: bytes, width: int, quality: int = 80) -> bytes:
    """Make a JPEG derivative, as ``webp`` does."""
    out = io.BytesIO()
    _sized(data, width).save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def square(data: bytes, side: int = SQUARE, quality: int = 85) -> bytes:
    """Make the square JPEG marketplaces want: the whole photo, padded in white, never cropped."""
    image = _upright(data, side)
    ground = Image.new("RGB", (side, side), "white")
    if max(image.size) < side:
        factor = side / max(image.size)
        size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    ground.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def widths(width: int) -> tuple[int, ...]:
    """Return the widths worth making for a photo of this width; at least one."""
    found = [w for w in WIDTHS if w < width]
    return (*found, min(width, WIDTHS[-1])) if not found or found[-1] < min(width, WIDTHS[-1]) else tuple(found)
