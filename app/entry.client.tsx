/** Nothing is sent to the browser but documents and their stylesheets (docs/decisions/0002): Remix asks for this entry all the same. */
export {};
