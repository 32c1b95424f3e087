"""Public services and numbers to call in need."""

from __future__ import annotations

from chophien.i18n import languages
from chophien.model import emergency_numbers, national_services


def test_each_is_named_in_every_language_of_ours() -> None:
    texts = [phrase for service in national_services() for phrase in (service.name, service.text)]
    for phrase in [*texts, *(name for _, name in emergency_numbers())]:
        assert set(phrase) == set(languages()) and all(phrase.values()), phrase


def test_a_service_is_reached_safely_and_a_number_is_short() -> None:
    assert all(service.url.startswith("https://") for service in national_services())
    assert all(number.isdigit() and len(number) == 3 for number, _ in emergency_numbers())
