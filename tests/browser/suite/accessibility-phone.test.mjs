import { PHONE } from "../bed/browser.mjs";
import { lookAtEveryKind } from "../bed/gallery.mjs";

lookAtEveryKind(PHONE);
