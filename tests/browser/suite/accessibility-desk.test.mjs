import { DESK } from "../bed/browser.mjs";
import { lookAtEveryKind } from "../bed/gallery.mjs";

lookAtEveryKind(DESK);
