// Compiles govuk.scss and lays the built look where Django serves it.
// Run by scripts/set_up.py; by hand: `npm ci && npm run build` in this folder.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const moj = join(modules, "@ministryofjustice", "frontend", "moj");
const vendor = join(here, "..", "sightline", "site", "static", "vendor");
const FORBIDDEN = [/GDS Transport/i, /@font-face/i, /url\([^)]*(crest|crown|logotype)/i];

// MOJ Frontend itself still uses one mixin that GOV.UK Frontend retires; nothing for us to change.
function sayUnlessFromMoj(message) {
  if (!message.includes("`govuk-text-colour`")) console.warn(message);
}

function compile() {
  const { css } = sass.compile(join(here, "govuk.scss"), {
    loadPaths: [here],
    style: "compressed",
    quietDeps: true,
    logger: { warn: sayUnlessFromMoj },
  });
  // the stylesheet is shown on services that may not carry these: fail rather than ship one
  const found = FORBIDDEN.filter((mark) => mark.test(css));
  if (found.length) throw new Error(`govuk.css holds ${found.join(", ")}`);
  return css;
}

// Source maps stay behind: static-file storage would look for a map the comment names.
const withoutMap = (source) => source.replace(/\/\/# sourceMappingURL=.*\s*$/, "");

function copyIcons(css) {
  const names = new Set([...css.matchAll(/url\("?images\/([^")]+)"?\)/g)].map((m) => m[1]));
  mkdirSync(join(vendor, "images"), { recursive: true });
  for (const name of names) {
    copyFileSync(join(moj, "assets", "images", name), join(vendor, "images", name));
  }
  return names.size;
}

const css = compile();
rmSync(vendor, { recursive: true, force: true });
mkdirSync(vendor, { recursive: true });
writeFileSync(join(vendor, "govuk.css"), css);
for (const script of [
  join(modules, "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"),
  join(moj, "moj-frontend.min.js"),
]) {
  const name = script.split(/[\\/]/).pop();
  writeFileSync(join(vendor, name), withoutMap(readFileSync(script, "utf8")));
}
const icons = copyIcons(css);
console.log(`built ${vendor}: govuk.css ${Math.round(css.length / 1024)} KiB, 2 scripts, ${icons} icons`);
