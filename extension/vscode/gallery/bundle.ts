/** What becomes `dist/gallery.js`, read when somebody looks for a package or follows a link to one. */
export { browsePackages, openLink } from "./gallery";
