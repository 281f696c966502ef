// Starts the GOV.UK components that are better with a script: menu, skip link, error summary.
import { initAll } from "../vendor/govuk-frontend.min.js";

initAll();
