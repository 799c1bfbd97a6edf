/** What the tests read of a font. */
declare module "fontkit" {
  export type Font = { characterSet: number[]; familyName: string };
  export function create(bytes: Uint8Array): Font;
}
