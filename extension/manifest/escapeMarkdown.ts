/** A text as Markdown that says it and does nothing: no markup, no link, no HTML. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
