/** What becomes `dist/import.js`, read when somebody first imports. */
export { importApplication, importInto } from "./importApplication";
