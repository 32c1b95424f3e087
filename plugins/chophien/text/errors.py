"""The common ancestor of every refusal to read what someone typed."""


class Unreadable(ValueError):
    """
    A value that is refused because reading it would mean guessing.

    Attributes:
        reason: Stable code, such as ``grouping``; the subclass lists its codes.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
