/** Read when somebody exports; `dist/export.js`. */
export { exportTargets } from "./all";
export { exportReadme } from "./readme";
