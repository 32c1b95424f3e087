"""
Share pictures: what is seen of a product, place or event where its address is pasted.

Each record gets up to three JPEG files, drawn from its photo, its name, today's price or dates, and the commune's
colours and woven band. Names are wrapped and made smaller until they fit, and everything can be read on its ground.

``drawing`` draws them; this module says only what there is, so that a build that draws none loads no font. A language
whose letters the bundled fonts do not hold has no cards: its pages show those of the closest language that has.
"""

from .letters import writes
from .shapes import ICON_RECIPE, ICONS, RECIPE, SHAPES, Matrix

__all__ = ["ICONS", "ICON_RECIPE", "RECIPE", "SHAPES", "Matrix", "writes"]
