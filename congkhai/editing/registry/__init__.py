"""What a plan needs beside itself: the agencies its cells name and the documents it cites, drafted for one look."""
