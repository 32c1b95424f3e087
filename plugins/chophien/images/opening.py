"""Opens a file that may be a photo, and decodes it upright, in sRGB, no larger than asked."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 64_000_000
"""Google's limit for product pictures, 64 megapixels; also what a small machine can decode."""
MOST_BYTES = 30_000_000
TALLEST = 12
"""Most times as high as wide; WebP holds 16,383 pixels, which a derivative of the largest width must not pass."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS

ORIENTATION = 0x0112  # EXIF 2.32, tag 274
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PNG_END = b"IEND\xaeB`\x82"
_ZEROS = 256
"""No compressed picture ends with so many bytes of zero."""
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""Brands of HEIF files, ISO/IEC 23008-12."""
_OTHERS = (
    (b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP, Word, Excel"), (b"\xd0\xcf\x11\xe0", "Word, Excel"), (b"GIF8", "GIF"),
    (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7-Zip"),
    (b"<svg", "SVG"), (b"<?xml", "XML"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"), (b"MZ", "EXE"),
    (b"\x1aE\xdf\xa3", "video"), (b"ID3", "MP3"),
)  # fmt: skip
"""How files begin that people send for photos."""


class PhotoError(ValueError):
    """A file that is no usable photo; ``code`` and ``values`` fill a diagnostic."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the values."""
        return _again, (self.code, self.values)


def _again(code: str, values: dict[str, str]) -> PhotoError:
    return PhotoError(code, **values)


def _brand(data: bytes) -> bytes:
    """Return the main brand of a file of the ISO base media format, else nothing."""
    return data[8:12] if data[4:8] == b"ftyp" else b""


def is_heic(data: bytes) -> bool:
    """Tell whether a file says that it is HEIC or HEIF."""
    return _brand(data) in _HEIC


def foreign(data: bytes) -> str:
    """Name the kind of a file that is certainly no photo of ours; empty when it does not say."""
    brand = _brand(data)
    if brand:
        return "HEIC" if brand in _HEIC else "AVIF" if brand in {b"avif", b"avis"} else "video"
    start = data[:512].lstrip(b"\xef\xbb\xbf\r\n\t ")
    found = next((name for mark, name in _OTHERS if start[: len(mark)].lower() == mark.lower()), "")
    return found or ("TXT" if _is_text(start) else "")


def _is_text(start: bytes) -> bool:
    """Tell whether bytes, cut off perhaps in a letter, are plain text in UTF-8."""
    text = start.decode("utf-8", "replace").rstrip("\ufffd")
    return bool(text) and "\ufffd" not in text and all(letter >= " " or letter in "\r\n\t" for letter in text)


def hollow(data: bytes, form: str) -> bool:
    """
    Tell whether part of a file was never written: as long as it should be, but zeros.

    Copies that were broken off leave such files, and decoders take the zeros for a picture.

    Args:
        data: Contents of the file.
        form: JPEG, MPO, PNG, WEBP or HEIC.
    """
    if form == "PNG":
        try:
            with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
                image.verify()  # the checksum of every chunk
        except Exception:  # Pillow raises several kinds
            return True
        return _PNG_END not in data
    if form in {"WEBP", "HEIC"}:
        return _empty(_picture(data, form))
    # Within compressed data a byte of 255 is never followed by these, so the last end belongs to the last picture.
    return _empty(data) and data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda")


def _empty(data: bytes) -> bool:
    return len(data) > _ZEROS and not any(data[-_ZEROS:])


def _picture(data: bytes, form: str) -> bytes:
    """Cut off what follows the picture: chunks of metadata, boxes that hold a place free."""
    riff = form == "WEBP"
    at, end = 12 if riff else 0, 0
    while at + 8 <= len(data):
        if riff:
            name, length = data[at : at + 4], 8 + int.from_bytes(data[at + 4 : at + 8], "little")
            length += length % 2
            picture = name in {b"VP8 ", b"VP8L", b"ANMF"}
        else:
            name, length = data[at + 4 : at + 8], int.from_bytes(data[at : at + 4], "big")
            picture = name not in {b"free", b"skip"}
        if length < 8:  # to the end of the file, or a size of 64 bits
            return data
        if picture:
            end = min(len(data), at + length)
        at += length
    return data[:end] if end else data


def opened(data: bytes) -> Image.Image:
    """
    Open a JPEG, PNG or WebP without decoding it.

    Raises:
        PhotoError: Empty, too large, not one of ``FORMATS``, or broken at its beginning.
    """
    if not data:
        raise PhotoError("photo-empty")
    if len(data) > MOST_BYTES:
        raise PhotoError("photo-too-large", found=f"{len(data) // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", message=".*MPO.*")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PhotoError("photo-too-large", found=">64 Mpx") from None
    except Exception as wrong:  # Pillow raises many kinds for files that are no pictures
        other = foreign(data)
        if other == "HEIC":
            raise PhotoError("photo-format-not-read", found=other) from None
        if other:
            raise PhotoError("photo-not-a-photo", kind=other) from None
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None
    limit(image.width, image.height)
    if hollow(data, image.format or ""):
        raise PhotoError("photo-not-readable", found=image.format or "")
    width, height = upright_size(image)
    if height > TALLEST * width:
        raise PhotoError("photo-too-narrow", found=f"{width}×{height}", size=f"{width}×{height}")
    return image


def limit(width: int, height: int) -> None:
    """Refuse a picture of more than ``MOST_PIXELS``."""
    if width * height > MOST_PIXELS:
        raise PhotoError("photo-too-large", found=f"{width}×{height}")


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; a photo whose metadata is broken stands as it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = image.getexif().get(ORIENTATION, 1)
    except Exception:  # Pillow raises many kinds for broken metadata
        return 1
    return found if found in _TURNS else 1


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height as a person sees the photo, in pixels."""
    return (image.height, image.width) if orientation(image) >= 5 else image.size


def decode(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """
    Decode an opened photo, shrink it, turn it upright, bring it to sRGB and let go of everything else.

    Args:
        image: From ``opened``.
        size: Upright width and height wanted, in pixels, of the photo's own shape; it is never enlarged.
    Returns:
        An RGB picture with no metadata at all.
    Raises:
        PhotoError: Cut off or broken.
    """
    turn = orientation(image)
    profile = image.info.get("icc_profile")
    transparent = "transparency" in image.info
    width, height = size if turn < 5 else (size[1], size[0])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if image.format in {"JPEG", "MPO"}:
                # A multiple of an eighth, decoded in a fraction of the time; stays CMYK or grey if it is.
                image.draft(None, (width, height))
            image.load()
    except Exception as wrong:  # a broken file fails anywhere in the decoder
        raise PhotoError("photo-not-readable", found=type(wrong).__name__) from None
    image = _plain(image, transparent)
    if width <= image.width and height <= image.height and (width, height) != image.size:
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    # Shrunk before its colours are converted: on a 12 megapixel photo the other order takes seconds.
    image = _to_srgb(image, profile)
    if image.mode != "RGB":
        image = image.convert("RGB")
    image.info = {}  # writers would take a comment over from here
    return image


def _plain(image: Image.Image, transparent: bool) -> Image.Image:
    """Bring a picture to one of the modes that can be resized: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # 16 bits: ``convert`` would make everything from 256 up white
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"L", "RGB", "CMYK"} and not transparent:
        return image
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or transparent:
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


_SPACES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Colour spaces as ICC profiles name them, and the mode of pictures they describe."""


@lru_cache(maxsize=16)
def _transform(profile: bytes) -> tuple[str, ImageCms.ImageCmsTransform] | None:
    """Return the mode that a profile describes and the way from there to sRGB; nothing when there is none to go."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        name = ImageCms.getProfileDescription(source).strip()
        mode = _SPACES.get(source.profile.xcolor_space, "")
        if not mode or name.startswith("sRGB"):
            return None
        return mode, ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a broken profile is worth less than the picture


def _to_srgb(image: Image.Image, profile: Any) -> Image.Image:
    found = _transform(profile) if isinstance(profile, bytes) and profile else None
    if found is None:
        return image
    mode, transform = found
    if image.mode != mode:
        if mode != "RGB" or image.mode != "L":
            return image
        image = image.convert("RGB")
    converted = ImageCms.applyTransform(image, transform)
    return image if converted is None else converted
