import "@remix-run/node";

declare module "@remix-run/node" {
  /** What the server hands to every page: the nonce of its Content-Security-Policy, and the address the request came from. */
  interface AppLoadContext {
    nonce: string;
    address: string;
  }
}
