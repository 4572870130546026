/**
 * A module that stands for a file of `dist/`, which is read when the first of its exports is used. Whatever a bundle asks
 * for, its copy of these exports inherits from here.
 */
export const later = (file: string): string => `let read;
const later = new Proxy({}, { get: (_, name) => (read ??= require(${JSON.stringify(file)}))[name] });
module.exports = Object.create(later, { __esModule: { value: true } });`;
