"""One module for each change of the log's form, from the first on."""
