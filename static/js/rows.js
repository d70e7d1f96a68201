/** All that a page of rows: states on the day of reading, their addresses, filters. */
import "./states.js";
import "./row_links.js";
import "./filter.js";
