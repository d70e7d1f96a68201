/** The first script of the search page: it sends for the answers while the scripts that show them are on their way. */

import { begin } from "./search_answers.js";

begin(new URL(document.getElementById("ket-qua").dataset.root, document.baseURI));
