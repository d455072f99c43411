/** Injection token of the configuration that `#platform/config` has read. */
export const CONFIG = Symbol('config');
