"""The SQLite store: one writer, migrations, repositories, ingest, import and export."""
