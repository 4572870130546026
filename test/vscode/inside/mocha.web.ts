import "../../../node_modules/mocha/mocha.js";

/** The browser build of mocha exports a ready instance; its class is only found in the global scope. */
const { Mocha } = globalThis as unknown as { readonly Mocha: typeof import("mocha") };
export default Mocha;
