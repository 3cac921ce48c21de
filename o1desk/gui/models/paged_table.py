"""Big tables: a model that reads pages of rows by id, and the view that belongs to it."""

from o1desk.gui.models.columns import Column
from o1desk.gui.models.table_model import PagedTable
from o1desk.gui.models.table_view import TableView

__all__ = ["Column", "PagedTable", "TableView"]
