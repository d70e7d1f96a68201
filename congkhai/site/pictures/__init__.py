"""Pictures drawn at the build: from days, counts and words to shapes, which templates write as SVG.

Knows numbers and labels, no records and no pages: who asks for a picture brings what is in it, and where it leads.
Gives frozen views with lengths in px or in thousandths of the width, so that the same picture fits a phone and a desk.
"""
