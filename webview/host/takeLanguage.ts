/** The page says what it speaks. Imported first of all, since tables of words are made once. */
const { lang, dataset } = document.documentElement;
// Written by our own host, from the file of a language that ships.
if (dataset["words"] !== undefined) globalThis.stackwrightLanguage = { tag: lang, words: JSON.parse(dataset["words"]) };

export {};
