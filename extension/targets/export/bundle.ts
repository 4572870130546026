/** Read when somebody exports or compares; `dist/export.js`. */
export { compare } from "../compare/compare";
export { comparisonMarkdown } from "../compare/comparisonMarkdown";
export { exportTargets } from "./all";
export { exportReadme } from "./readme";
