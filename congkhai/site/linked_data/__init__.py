"""What pages are about in the words of other people's programs: schema.org in each page, CPSV-AP of all procedures."""
