"""Goods items from a spreadsheet saved as CSV: a row for each item, a column for each element.

The first row names the columns, by the names of the elements or by their English or French
labels. What is wrong with a cell is told with its row and column, all of it at once. A cell is
text or a number, and never a formula: one that stands in a text stays the text that it is.

>>> items = read(b"Commodity code;Net mass (kg);Item price;Item price: currency\\n"
...              b"0101210000;10,50;1000;EUR\\n", encoding="utf-8")
>>> items[0].commodity_code, str(items[0].net_mass), str(items[0].invoice_amount)
('0101210000', '10.5', '1000 EUR')
"""

from fondaco.messages.csv_items.columns import COLUMNS, template
from fondaco.messages.csv_items.reader import read

__all__ = ["COLUMNS", "read", "template"]
