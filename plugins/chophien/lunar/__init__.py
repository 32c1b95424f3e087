"""The Vietnamese lunar calendar: conversion, festivals that return, words."""

from chophien.lunar.dates import (
    LunarDate,
    NoSuchLunarDate,
    days_in_month,
    from_solar,
    leap_month,
    to_solar,
)
from chophien.lunar.recurrence import Missing, Recurrence, Years, occurrences
from chophien.lunar.wording import NotLunar, read_lunar, write_lunar

__all__ = [
    "LunarDate",
    "Missing",
    "NoSuchLunarDate",
    "NotLunar",
    "Recurrence",
    "Years",
    "days_in_month",
    "from_solar",
    "leap_month",
    "occurrences",
    "read_lunar",
    "to_solar",
    "write_lunar",
]
