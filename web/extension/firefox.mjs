/* Firefox's background: a page, which holds the worker itself. */
import "./pages/guard.mjs";
import { serve } from "./background.mjs";
import { Host } from "./host.mjs";

const host = new Host();

serve((question) => host.ask(question));
