export { cacheClasses, classOf, databaseClasses } from "../../manifest/catalog/sizes";
