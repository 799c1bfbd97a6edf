import { z } from "zod";
import { memberOf } from "#app/domain/codes.ts";
import { isDay } from "#app/domain/days.ts";

/** What a cell of a seed file may hold. */
export const text = z.string().trim().min(1);
export const maybe = z
  .string()
  .trim()
  .transform((value) => value || null);
export const day = z.string().refine(isDay, "non è un giorno (AAAA-MM-GG)");
export const maybeDay = z.union([z.literal("").transform(() => null), day]);
export const integer = z.string().regex(/^\d+$/, "non è un numero intero").transform(Number);
export const maybeInteger = z.union([z.literal("").transform(() => null), integer]);
export const words = z.string().transform((value) => value.split(/\s+/).filter((word) => word !== ""));
export const moment = z.iso.datetime();

/** Texts one after the other in a cell, as "uno | due". */
export const list = z.string().transform((value) => value.split(" | ").filter((item) => item !== ""));

/** A member of a closed vocabulary, written as its Italian code. */
export function coded<Member extends string>(codes: Record<Member, string>, what: string) {
  return z.string().transform((code, context): Member => {
    const member = memberOf(codes, code);
    if (member === undefined) context.addIssue(`non è ${what}`);
    return member ?? z.NEVER;
  });
}

/** As `coded`, or an empty cell. */
export function maybeCoded<Member extends string>(codes: Record<Member, string>, what: string) {
  return z.union([z.literal("").transform(() => null), coded(codes, what)]);
}
