"""Vietnamese text: folding, order, prices, quantities, dates, telephone numbers, transfer codes, hygiene."""

from chophien.text.clock import NotTime, read_time
from chophien.text.contacts import find_contact, may_be_personal, personal_contacts, sentences, without_contacts
from chophien.text.dates import NotDate, add_months, read_date, write_date, write_date_range
from chophien.text.errors import Unreadable
from chophien.text.folding import fold, fold_marks, nfc, strip_marks
from chophien.text.forms import Forms, forms, pattern_holes
from chophien.text.gtins import gtin_problem
from chophien.text.hygiene import hidden_characters, mojibake, unveiled
from chophien.text.money import Dong, NotDong, read_dong, understand_dong, write_dong
from chophien.text.numerals import write_number
from chophien.text.phones import NotPhone, read_phone, tel_uri, write_phone
from chophien.text.quantities import NotQuantity, Quantity, as_much, read_quantity, unit_price, write_quantity
from chophien.text.slugs import slug
from chophien.text.sorting import sort_key
from chophien.text.tongues import chain
from chophien.text.typos import likest, nearest
from chophien.text.vietqr import NotVietQR, VietQR, purpose_of, read_vietqr, write_vietqr
from chophien.text.wrapping import bound, loose

__all__ = [
    "Dong",
    "Forms",
    "NotDate",
    "NotDong",
    "NotPhone",
    "NotQuantity",
    "NotTime",
    "NotVietQR",
    "Quantity",
    "Unreadable",
    "VietQR",
    "add_months",
    "as_much",
    "bound",
    "chain",
    "find_contact",
    "fold",
    "fold_marks",
    "forms",
    "gtin_problem",
    "hidden_characters",
    "likest",
    "loose",
    "may_be_personal",
    "mojibake",
    "nearest",
    "nfc",
    "pattern_holes",
    "personal_contacts",
    "purpose_of",
    "read_date",
    "read_dong",
    "read_phone",
    "read_quantity",
    "read_time",
    "read_vietqr",
    "sentences",
    "slug",
    "sort_key",
    "strip_marks",
    "tel_uri",
    "understand_dong",
    "unit_price",
    "unveiled",
    "without_contacts",
    "write_date",
    "write_date_range",
    "write_dong",
    "write_number",
    "write_phone",
    "write_quantity",
    "write_vietqr",
]
