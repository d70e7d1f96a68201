/** All that a page of a procedure: ticks, copied words, the version of a sheet, days that are counted. */
import "./checklist.js";
import "./copy.js";
import "./version.js";
import "./calculator.js";
