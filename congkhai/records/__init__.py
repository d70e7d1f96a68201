"""The records of the portal: frozen values read from YAML; they name each other by id, never by object."""
