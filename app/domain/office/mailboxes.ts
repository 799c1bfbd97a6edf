/** The longest address that mail servers take (RFC 5321), in characters. */
export const LONGEST_MAILBOX = 254;

/** One address and nothing else: no name, no list, no space, no sign that means something in the header of a message. */
const MAILBOX =
  /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/iu;

/**
 * True for a text that can be the mailbox of an office. Whether a server has it is seen only by writing to it.
 *
 *     isMailbox("settore-3@comune.example") // true
 */
export function isMailbox(text: string): boolean {
  return text.length <= LONGEST_MAILBOX && MAILBOX.test(text);
}
