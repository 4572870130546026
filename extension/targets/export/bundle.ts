/** Read when somebody exports or compares; `dist/export.js`. */
export { compare } from "../compare/compare";
export { exportTargets } from "./all";
export { exportReadme } from "./readme";
