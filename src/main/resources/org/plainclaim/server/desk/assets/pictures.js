// Draws pictures from the tables beside them.
