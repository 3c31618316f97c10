import { heading } from "./parts.mjs";
export function placement() { return { element: heading("Before first placement") }; }
