import Ajv from "ajv/dist/2020.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TomlDate } from "smol-toml";

/** The JSON Schemas of docs/schemas, by name ("report", "block-chart"). */
export class Schemas {
  #ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  #documents = new Map();

  constructor(folder) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".schema.json"))) {
      const document = JSON.parse(readFileSync(join(folder, file), "utf8"));
      this.#documents.set(file.replace(".schema.json", ""), document);
      this.#ajv.addSchema(document, file);
    }
  }

  has(name) {
    return this.#documents.has(name);
  }

  /** What is wrong with `value`, one line each; nothing when it is valid. */
  problems(name, value) {
    const validate = this.#ajv.getSchema(`${name}.schema.json`);
    if (validate(value)) return [];
    return validate.errors.map(({ instancePath, message, params }) => {
      const detail = params.additionalProperty ?? params.propertyName ?? params.allowedValues?.join(", ") ?? "";
      return `${name}: ${instancePath || "/"} ${message} ${detail}`.trim();
    });
  }

  /** The keys an object may have, sorted; `pointer` leads to it ("/properties/contact"). */
  keys(name, pointer = "") {
    return Object.keys(this.at(name, pointer).properties).sort();
  }

  at(name, pointer) {
    return pointer.split("/").slice(1).reduce((node, key) => node[key], this.#documents.get(name));
  }
}

/** TOML as the JSON value it stands for; dates become text. */
export function readToml(text) {
  return JSON.parse(JSON.stringify(parse(text), (key, value) => (value instanceof TomlDate ? value.toISOString() : value)));
}
