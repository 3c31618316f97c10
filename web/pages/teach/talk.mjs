import { heading } from "./parts.mjs";
export function talk() { return { element: heading("Talk about the principles") }; }
