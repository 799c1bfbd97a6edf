import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** The module as it reads its settings when the program starts; what is undefined is not set. */
async function startedWith(settings: { HOST?: string; ROTTA_INDIRIZZO?: string; ROTTA_PROXY?: string }) {
  vi.stubEnv("HOST", settings.HOST);
  vi.stubEnv("ROTTA_INDIRIZZO", settings.ROTTA_INDIRIZZO);
  vi.stubEnv("ROTTA_PROXY", settings.ROTTA_PROXY);
  return import("#app/own-address.server.ts");
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

type Sent = { secFetchSite?: string; origin?: string; host?: string };

async function isAccepted(sent: Sent, settings: { HOST?: string; ROTTA_INDIRIZZO?: string } = {}) {
  const { isFromOwnPages } = await startedWith(settings);
  return isFromOwnPages({ secFetchSite: undefined, origin: undefined, host: "127.0.0.1:3000", ...sent });
}

describe("a write that says which site it comes from", () => {
  test.each([
    ["same-origin", true],
    ["none", true],
    ["same-site", false],
    ["cross-site", false],
    ["", false],
    ["altro", false],
  ])("«%s» passes: %s", async (secFetchSite, passes) => {
    expect(await isAccepted({ secFetchSite })).toBe(passes);
  });

  test("is believed more than the origin: another site's page is refused, whatever origin it claims", async () => {
    expect(await isAccepted({ secFetchSite: "same-origin", origin: "http://127.0.0.1:3000" })).toBe(true);
    expect(await isAccepted({ secFetchSite: "cross-site", origin: "https://altro.example" })).toBe(false);
    expect(await isAccepted({ secFetchSite: "same-site", origin: "https://altro.comune.it" })).toBe(false);
  });
});

describe("a write that says only its origin", () => {
  test.each([
    ["http://127.0.0.1:3000", true],
    ["http://127.0.0.1:3001", false],
    ["https://127.0.0.1:3000", false],
    ["http://localhost:3000", false],
    ["http://127.0.0.1", false],
    ["http://127.0.0.1:3000.altro.example", false],
    ["https://altro.example", false],
    ["null", false],
    ["", false],
  ])("«%s» to 127.0.0.1:3000 passes: %s", async (origin, passes) => {
    expect(await isAccepted({ origin })).toBe(passes);
  });

  test("passes only from the public address, where there is one, whatever name the request was sent to", async () => {
    const behindAProxy = { ROTTA_INDIRIZZO: "https://rotta.comune.it" };

    expect(await isAccepted({ origin: "https://rotta.comune.it" }, behindAProxy)).toBe(true);
    vi.resetModules();
    expect(await isAccepted({ origin: "http://127.0.0.1:3000" }, behindAProxy)).toBe(false);
    vi.resetModules();
    expect(await isAccepted({ origin: "http://rotta.comune.it" }, behindAProxy)).toBe(false);
    vi.resetModules();
    expect(await isAccepted({ origin: "null" }, behindAProxy)).toBe(false);
  });

  test("passes from the public address written with a slash at its end", async () => {
    const written = { ROTTA_INDIRIZZO: "https://rotta.comune.it/" };

    expect(await isAccepted({ origin: "https://rotta.comune.it" }, written)).toBe(true);
  });

  test("never passes where the request names no host", async () => {
    expect(await isAccepted({ origin: "http://127.0.0.1:3000", host: undefined })).toBe(false);
  });
});

test("a write that says neither is no page's: it goes on to the sign-in check", async () => {
  expect(await isAccepted({})).toBe(true);
});

describe("the server", () => {
  test.each([
    ["127.0.0.1", true],
    ["127.0.0.53", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.10", false],
    ["127.0.0.1.altro.example", false],
    ["localhost.altro.example", false],
    ["rotta.comune.it", false],
  ])("at %s is reached by this machine alone: %s", async (host, alone) => {
    expect((await startedWith({})).isLoopback(host)).toBe(alone);
  });

  test.each([
    [{}, false],
    [{ HOST: "0.0.0.0" }, true],
    [{ ROTTA_INDIRIZZO: "https://rotta.comune.it" }, true],
    [{ HOST: "127.0.0.1", ROTTA_INDIRIZZO: "https://rotta.comune.it" }, true],
  ])("with %j sends its cookies over https only: %s", async (settings, secure) => {
    expect((await startedWith(settings)).isServedBeyondLoopback()).toBe(secure);
  });
});

describe("who asks", () => {
  const FORWARDED = "6.6.6.6, 10.1.2.3";
  const behindAProxy = { ROTTA_PROXY: "127.0.0.1" };

  test("is who is connected, whatever is said of it, unless a proxy is named", async () => {
    const { senderOf } = await startedWith({});

    expect(senderOf({ peer: "127.0.0.1", forwardedFor: FORWARDED })).toBe("127.0.0.1");
  });

  test("is the last address that the named proxy says: one written before it changes nothing", async () => {
    const { senderOf } = await startedWith(behindAProxy);

    expect(senderOf({ peer: "127.0.0.1", forwardedFor: FORWARDED })).toBe("10.1.2.3");
    expect(senderOf({ peer: "::ffff:127.0.0.1", forwardedFor: "2001:db8::7" })).toBe("2001:db8::7");
  });

  test("is not believed from anyone but that proxy", async () => {
    const { senderOf } = await startedWith(behindAProxy);

    expect(senderOf({ peer: "10.9.9.9", forwardedFor: FORWARDED })).toBe("10.9.9.9");
  });

  test.each([undefined, "", "unknown", "10.1.2.3, unknown", "10.1.2.3:4711"])(
    "is the proxy itself where it says «%s»",
    async (forwardedFor) => {
      const { senderOf } = await startedWith(behindAProxy);

      expect(senderOf({ peer: "127.0.0.1", forwardedFor })).toBe("127.0.0.1");
    },
  );
});
