"""How records are declared and read: fields with their readers, plain data, the order of keys."""
