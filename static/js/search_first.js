/** The first script of the search page: it sends for the answers before the page is drawn and the scripts are there that show them. */

import { begin } from "./search_answers.js";

begin(new URL(document.querySelector("script[data-root]").dataset.root, document.baseURI));
