import { hash, verify } from "@node-rs/argon2";

/** Argon2id at OWASP's first choice: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** A password nobody has: compared with when there is no account, so that an unknown user takes as long as a wrong password. */
const NOBODY = hash("nessuno", COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is that of the account; false, as slowly, when there is no account. */
export async function isPasswordOf(
  account: { password_hash: string } | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(account?.password_hash ?? (await NOBODY), password);
  return account !== undefined && matches;
}
