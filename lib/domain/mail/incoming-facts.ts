import { z } from 'zod'

/** What is kept beside a mail for the person who reads of it. */
export type IncomingFacts = {
  /** lib/domain/mail/match-evidence.ts */
  evidence: string[]
  /** Of a bounce or a delay: whom it was for, and the code their server gave. */
  recipient: string | null
  status: string | null
  /** Of an out of office: the day they say they are back (YYYY-MM-DD). */
  backOn: string | null
  /** Of a mail somebody sent by hand: the pitch or the follow-up that it may be. */
  letter?: string | null | undefined
}

const schema = z
  .object({
    evidence: z.array(z.string()).catch([]),
    recipient: z.string().nullable().catch(null),
    status: z.string().nullable().catch(null),
    backOn: z.iso.date().nullable().catch(null),
    letter: z.string().nullable().optional().catch(null),
  })
  .catch({ evidence: [], recipient: null, status: null, backOn: null })

export function incomingFacts(stored: unknown): IncomingFacts {
  return schema.parse(stored)
}

/** What a notice means, in words, and what is in one's hands. */
export function noticeWords(mail: { kind: string; meaning: string | null; facts: IncomingFacts }): {
  title: string
  words: string
  tone: 'careful' | 'neutral'
} {
  const whom = mail.facts.recipient ?? 'their address'
  if (mail.kind === 'auto-reply') {
    return {
      tone: 'neutral',
      title: 'They are away',
      words: 'An answer by a machine. It closes nothing; you may wait until they are back.',
    }
  }
  if (mail.kind === 'delay') {
    return {
      tone: 'neutral',
      title: 'It is late',
      words: `Your mail to ${whom} has not arrived yet. Their server is still being tried; nothing is in your hands.`,
    }
  }
  return { tone: 'careful', ...(BOUNCES[mail.meaning ?? 'unknown']?.(whom) ?? BOUNCE_UNKNOWN(whom)) }
}

type Words = { title: string; words: string }
const BOUNCE_UNKNOWN = (whom: string): Words => ({
  title: 'It came back',
  words: `Their server did not take the mail to ${whom}, and does not say why clearly. Read its words below.`,
})
const BOUNCES: Readonly<Record<string, (whom: string) => Words>> = {
  'wrong-address': (whom) => ({
    title: 'It came back: the address is wrong',
    words: `Nobody has ${whom}. The address is marked, and nothing more goes to it. Another person there may be reached.`,
  }),
  'try-later': (whom) => ({
    title: 'It came back: not now',
    words: `${whom} could not take it, because the mailbox is full or the server was busy. The address is fine. Try again in some days.`,
  }),
  'refuses-us': (whom) => ({
    title: 'Their server refuses us',
    words: `It did not take your mail to ${whom} because of where it comes from, not because of the address. The address stays as it is. Look at what your domain says about its mail.`,
  }),
}
