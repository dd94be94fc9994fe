/** Whose ids an answer holds: people, units, or subscriptions of the person who orders. */
export const BOUND_FORMATS = ['person', 'unit', 'subscription'] as const;
export type BoundFormat = (typeof BOUND_FORMATS)[number];

interface Titled {
  readonly title: string;
  readonly description?: string;
}
/** A choice whose words differ from what is kept. */
export interface FormOption {
  readonly const: string;
  readonly title: string;
}
interface Choice {
  readonly enum?: readonly string[];
  readonly oneOf?: readonly FormOption[];
}
export interface TextQuestion extends Titled, Choice {
  readonly type: 'string';
  readonly format?: 'date' | 'email' | BoundFormat;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}
export interface NumberQuestion extends Titled {
  readonly type: 'integer' | 'number';
  readonly minimum?: number;
  readonly maximum?: number;
}
/** With `const: true` it has to be agreed to. */
export interface YesQuestion extends Titled {
  readonly type: 'boolean';
  readonly const?: true;
}
export interface ListQuestion extends Titled {
  readonly type: 'array';
  readonly items: Choice & { readonly type: 'string'; readonly format?: BoundFormat };
  readonly uniqueItems: true;
  readonly minItems?: number;
  readonly maxItems?: number;
}
/** One field of a form, as JSON Schema says it. */
export type FormQuestion = TextQuestion | NumberQuestion | YesQuestion | ListQuestion;

/** Fields that are asked together, and which of them need an answer. */
export interface FormPart {
  readonly properties?: Readonly<Record<string, FormQuestion>>;
  readonly required?: readonly string[];
}
type Value = string | number | boolean;
export interface FormTest {
  readonly const?: Value;
  readonly enum?: readonly Value[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly contains?: { readonly const: string };
}
/** Asked only if the answers to earlier fields are such. */
export interface ConditionalPart {
  readonly if: { readonly properties: Readonly<Record<string, FormTest>>; readonly required: readonly string[] };
  readonly then?: FormPart;
  readonly else?: FormPart;
}
export interface FormHint {
  readonly widget?: 'textarea' | 'radio';
  readonly placeholder?: string;
  readonly width?: 'half';
}

/** What is asked of somebody who orders, beside quantity, unit and reason. */
export interface OrderForm {
  /**
   * JSON Schema 2020-12, of which this is taken: an object with `properties`, `required` and `allOf` of
   * `if`/`then`/`else`; texts (`minLength`, `maxLength`, `pattern`, `format`, `enum`, `oneOf` of `const` and `title`), numbers
   * (`minimum`, `maximum`), yes or no (`const: true`), lists of choices. The formats `person`, `unit` and `subscription` are
   * ours: answers are ids. No `$ref`; a keyword that is not named here is refused.
   */
  readonly schema: FormPart & {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, FormQuestion>>;
    readonly allOf?: readonly ConditionalPart[];
  };
  readonly ui: {
    /** Every field, as they stand on the page; left out: as the schema names them. */
    readonly order: readonly string[];
    readonly hints?: Readonly<Record<string, FormHint>>;
  };
  /** The field that says how often the plan is ordered, and so what prices of units count; asked beside the form otherwise. */
  readonly quantityField?: string;
  /** By the unit of a price by limit, the field that says how many are set aside; asked beside the form otherwise. */
  readonly limitFields?: Readonly<Record<string, string>>;
}

/** What may be ordered at once. */
export const MOST_ORDERED = 100_000;

/** Longest text, also where a field says nothing. */
export const MOST_TEXT = 4000;
/** Longest list, also where a field says nothing. */
export const MOST_CHOSEN = 50;

export function isBound(format: string | undefined): format is BoundFormat {
  return BOUND_FORMATS.some((one) => one === format);
}
