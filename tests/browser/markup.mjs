// The markup of the pages is valid.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "long-title": "off",            // a title names page, report, school and portal
    "require-sri": "off",           // everything comes from the site itself
    "tel-non-breaking": "off",      // the style sheet keeps telephone numbers together
    "no-trailing-whitespace": "off",
    "no-inline-style": "error",
  },
});

export function checkMarkup(site, pages, report) {
  for (const { address } of pages) {
    const result = validator.validateStringSync(readFileSync(join(site.root, address), "utf8"));
    const messages = result.results.flatMap(({ messages: found }) => found);
    report.check(`markup of ${address}`, messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
  }
}
