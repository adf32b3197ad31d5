"""One module a page. The folder is the registry: see `dashboard.page`."""
