"""JSON Schema of each kind of file, so that editors complete and check it while staff type."""

from __future__ import annotations

from typing import Any

from .fields import Key, Kind, Many, Scalar, Words
from .keys import keys
from .records import RECORDS

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML extensions of common editors understand best."""


def _of(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Scalar):
        return dict(kind.schema)
    if isinstance(kind, Words):
        text = {"type": "string", "minLength": kind.least, "maxLength": kind.most}
        return {
            "oneOf": [
                text,
                {"type": "object", "required": ["vi"], "additionalProperties": text, "properties": {"vi": text}},
            ]
        }
    if isinstance(kind, Many):
        return {"type": "array", "items": _of(kind.item), "minItems": kind.least, "maxItems": kind.most}
    return _record(kind.record())


def _key(key: Key) -> dict[str, Any]:
    return {"title": f"{key.vi} / {key.en}", **_of(key.kind)}


def _record(record: type) -> dict[str, Any]:
    found = keys(record)
    doc = (record.__doc__ or "").strip().split("\n")[0]
    schema: dict[str, Any] = {"type": "object", "description": doc, "additionalProperties": False}
    required = [name for name, key in found.items() if key.required]
    if required:
        schema["required"] = required
    schema["properties"] = {name: _key(key) for name, key in found.items()}
    return schema


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file, such as ``product``."""
    return {"$schema": DRAFT, "title": kind, **_record(RECORDS[kind])}


__all__ = ["DRAFT", "schema"]
