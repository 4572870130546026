/** Why something cannot be had from where packages come from, in sentences for the person who asked for it. */
export class SourceError extends Error {}
