from hypothesis import given
from hypothesis import strategies as st

from chophien import markup
from chophien.feeds._text import plain

WORDS = st.text(st.sampled_from("aăđ .,\n\t-+=*_`#>&12)|~[]<:!\\"), max_size=40)


@given(WORDS)
def test_unmarked_text_is_read_like_markdown(source: str) -> None:
    assert plain(source) == " ".join(markup.plain(source).split())


def test_markdown_becomes_one_line() -> None:
    assert plain("# Chè\n\nHái **tay**,\nsao củi.\n\n- một\n- hai") == "Chè Hái tay, sao củi. một hai"
