declare module "*.css";
declare module "*.svg" {
  const source: string;
  export default source;
}
declare module "worker:*" {
  const source: string;
  export default source;
}
