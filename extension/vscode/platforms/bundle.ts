/** What becomes `dist/platforms.js`, read when somebody exports, compares or runs an application locally. */
export { comparePlatforms } from "./comparePlatforms";
export { exportApplication } from "./exportApplication";
export { runLocally } from "./runLocally";
