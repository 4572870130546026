import type { Note } from "./draft";
import type { Place } from "./value";

/** Gathers what a reader has to say, about one component or about the whole. */
export class Notes {
  readonly #all: Note[] = [];

  get all(): readonly Note[] {
    return this.#all;
  }

  left(place: Place, field: string, text: string, component?: string): void {
    this.#add("left", place, field, text, component);
  }

  changed(place: Place, field: string, text: string, component?: string): void {
    this.#add("changed", place, field, text, component);
  }

  ask(place: Place, field: string, text: string, component?: string): void {
    this.#add("ask", place, field, text, component);
  }

  refused(place: Place, field: string, text: string, component?: string): void {
    this.#add("refused", place, field, text, component);
  }

  add(notes: readonly Note[]): void {
    this.#all.push(...notes);
  }

  #add(kind: Note["kind"], place: Place, field: string, text: string, component: string | undefined): void {
    this.#all.push({ kind, place, field, text, ...(component === undefined ? {} : { component }) });
  }
}
