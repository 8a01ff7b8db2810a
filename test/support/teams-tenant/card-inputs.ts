import type { Fields } from './activity.ts';
import type { Card, CardInput } from './card.ts';

export type InputValue = string | number | boolean | { readonly aadObjectId: string };

/** What a person puts into a card's inputs, by input id; people are for people pickers. */
export type Inputs = Record<string, InputValue | readonly InputValue[]>;

/**
 * The values a client sends along with an action: what was put in, else what the card preset; all of them
 * strings. Throws where Teams would not let the person press: a required input left open, a value that is not
 * among the choices, too long or out of range, or an input the card does not have.
 */
export function fillInputs(card: Card, given: Inputs, client: 'desktop' | 'mobile'): Fields {
  const known = new Map(card.inputs.map((input) => [input.id, input]));
  for (const id of Object.keys(given)) {
    if (!known.has(id))
      throw new Error(`the card has no input "${id}"; it has: ${[...known.keys()].join(', ')}`);
  }
  const values: Fields = {};
  for (const input of known.values()) {
    const value = given[input.id] === undefined ? preset(input, client) : written(input, given[input.id]);
    const complaint = given[input.id] === undefined ? undefined : whyNot(input, value ?? '');
    if (complaint !== undefined) throw new Error(`Teams would not send "${input.id}": ${complaint}`);
    if (input.required && (value === undefined || value === '')) {
      throw new Error(`Teams would not send: the input "${input.id}" is required`);
    }
    if (value !== undefined) values[input.id] = value;
  }
  return values;
}

/** The same without any of a client's checks, as an attacker sends it. */
export function rawInputs(given: Inputs): Fields {
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, written(undefined, value)]));
}

function preset(input: CardInput, client: 'desktop' | 'mobile'): string | undefined {
  if (input.type === 'Input.Toggle') return String(input.value ?? input.json.valueOff ?? 'false');
  if (input.value !== undefined && input.value !== '') return String(input.value);
  return input.type === 'Input.Text' && client === 'desktop' ? '' : undefined;
}

function written(input: CardInput | undefined, value: Inputs[string] | undefined): string {
  if (Array.isArray(value)) return value.map((one) => written(input, one)).join(',');
  if (typeof value === 'boolean' && input?.type === 'Input.Toggle') {
    return String(value ? (input.json.valueOn ?? 'true') : (input.json.valueOff ?? 'false'));
  }
  return typeof value === 'object' && 'aadObjectId' in value ? value.aadObjectId : String(value);
}

function whyNot(input: CardInput, value: string): string | undefined {
  const { json } = input;
  if (input.type === 'Input.ChoiceSet' && json['choices.data'] === undefined && json.style !== 'filtered') {
    const chosen = json.isMultiSelect === true ? value.split(',').filter((one) => one !== '') : [value];
    const strange = chosen.find((one) => !input.choices.some((choice) => choice.value === one));
    if (strange !== undefined && value !== '') {
      return `"${strange}" is none of ${input.choices.map((choice) => choice.value).join(', ')}`;
    }
  }
  if (typeof json.maxLength === 'number' && value.length > json.maxLength)
    return `longer than ${json.maxLength}`;
  if (input.type === 'Input.Number' && value !== '') {
    const number = Number(value);
    if (Number.isNaN(number)) return 'not a number';
    if (typeof json.min === 'number' && number < json.min) return `less than ${json.min}`;
    if (typeof json.max === 'number' && number > json.max) return `more than ${json.max}`;
  }
  return undefined;
}
