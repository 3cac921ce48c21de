"""Charts that belong to the theme; pyqtgraph is loaded with the first of them."""
