"""The SQLite store: one writer, migrations, repositories, ingest, import and export."""

from o1desk.store.connect import DamagedStoreError
from o1desk.store.facade import Store, open_store

__all__ = ["DamagedStoreError", "Store", "open_store"]
