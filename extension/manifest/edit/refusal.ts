/** Why an edit cannot be made. Thrown inside `edit/` only; `edit` turns it into an answer. */
export class Refusal extends Error {}

/** Ends the edit; `reason` is a sentence for the person who tried. */
export function refuse(reason: string): never {
  throw new Refusal(reason);
}
