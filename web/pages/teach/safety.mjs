/* When something may lead to somebody's door: this comes first. */
import { make } from "../make.mjs";

export const SAFETY = () => make("aside.first-things", {},
  make("h3", {}, "First: you"),
  make("p", {}, "Something here may tell people where you live or when you are " +
    "out. Change that one before the others."),
  make("ul", {},
    make("li", {}, "Tell somebody you trust, today. Do it together."),
    make("li", {}, "On placement: ask who looks after lone working, and tell them."),
    make("li", {}, "If somebody frightens you: in the UK, ring the police on 101, or 999 if it is now.")));
