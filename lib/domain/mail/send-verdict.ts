export type SendVerdict = 'not-sent' | 'later' | 'unknown'

/**
 * What a failed sending means (MAIL.md, section 3). Only a reply code proves that the server did not take the mail; without one,
 * only that not a byte of it was ever asked for. Everything else may have gone.
 *
 * @param code of the server's last reply, if it gave one
 * @param wasRead whether the mail's bytes were asked for
 */
export function judgeSendFailure({
  code,
  wasRead,
}: {
  code: number | undefined
  wasRead: boolean
}): SendVerdict {
  if (code !== undefined && code >= 500 && code <= 599) return 'not-sent'
  if (code !== undefined && code >= 400 && code <= 499) return 'later'
  return code === undefined && !wasRead ? 'later' : 'unknown'
}

/** Message-IDs that a server names in its answer: some put one of their own in the place of ours. */
export function messageIdsIn(answer: string): string[] {
  return [...new Set(answer.slice(0, 2000).match(/<[^<>\s@]{1,250}@[^<>\s@]{1,250}>/g) ?? [])]
}
