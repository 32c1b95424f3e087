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
        text = {"type": ["string", "number"], "minLength": kind.least, "maxLength": kind.most}
        other = text | {"minLength": min(1, kind.least), "type": ["string", "number", "null"]}
        languages = {
            "type": "object",
            "required": ["vi"],
            "properties": {"vi": text},
            "patternProperties": {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": other},
            "additionalProperties": False,
        }
        return {"oneOf": [text, languages]}
    if isinstance(kind, Many):
        item = _of(kind.item)
        listed = {"type": "array", "items": item, "minItems": kind.least, "maxItems": kind.most}
        return {"anyOf": [listed, item]}
    return _record(kind.record())


def _key(key: Key) -> dict[str, Any]:
    """Return the schema of a key; one that may be left out may also stand there empty."""
    title = {"title": f"{key.vi} / {key.en}"}
    schema = _of(key.kind)
    if key.required:
        return {**title, **schema}
    if "type" in schema:
        types = schema["type"]
        return {**title, **schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return {**title, **schema, several: [*schema[several], {"type": "null"}]}
    raise TypeError(f"{key.en}: a schema needs a type")


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
