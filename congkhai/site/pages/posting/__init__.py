"""Pages for the wall of an office (niêm yết): sheets, kits, the poster."""
