import { mo } from "./khong-co.js";
