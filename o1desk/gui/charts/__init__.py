"""Charts that belong to the theme; pyqtgraph is loaded with the first line or scatter chart."""
