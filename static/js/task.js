/** All that a page of a task: states on the day of reading, its address shared, copied words. */
import "./states.js";
import "./share.js";
import "./copy.js";
