"""One folder a problem code: the files that make it, laid over the sound source, and expected.txt, the whole report."""
