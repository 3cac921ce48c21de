"""Files of other people into problems and samples: lines, shapes, one transaction."""
