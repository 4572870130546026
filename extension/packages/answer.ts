/** What was asked for, or in a whole sentence why there is none. Nothing in this folder throws for an input. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const given = <T>(value: T): Answer<T> => ({ ok: true, value });

export const refused = (reason: string): Answer<never> => ({ ok: false, reason });
