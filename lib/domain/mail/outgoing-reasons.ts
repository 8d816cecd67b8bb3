type Words = { sentence: string; remedy: string }

/** Why a mail waits for a person, or did not go. What a server or a rule said in its own words is kept beside it. */
const REASONS = {
  late: {
    sentence: 'It should have gone out a while ago, and did not.',
    remedy: 'Perhaps the worker was away, or this is a copy from a backup. Does it still fit?',
  },
  'they-wrote': {
    sentence: 'They wrote again after you pressed send.',
    remedy: 'Read it first. Does your answer still fit?',
  },
  'broken-off': {
    sentence: 'The conversation with your mail server broke off at the one moment that matters.',
    remedy: 'It may have gone out, or not.',
  },
  refused: {
    sentence: 'Your mail server refused it.',
    remedy: 'Nothing was sent. Its own words say why.',
  },
  'gave-up': {
    sentence: 'Your mail server put it off again and again.',
    remedy: 'Nothing was sent. Look whether the mailbox works, then send it once more.',
  },
  login: {
    sentence: 'Your mail server did not take the password.',
    remedy: 'Nothing was sent. Type the password again under Settings, Mailboxes, then send it once more.',
  },
  mailbox: {
    sentence: 'The mailbox it was to go out of does not send any more.',
    remedy: 'Nothing was sent. Look at it under Settings, Mailboxes.',
  },
  rule: { sentence: 'Something speaks against it by now.', remedy: 'Nothing was sent.' },
  cap: {
    sentence: 'This mailbox has sent its first letters for today.',
    remedy: 'Nothing was sent. Tomorrow is another day.',
  },
  sender: {
    sentence: 'Whoever pressed send may not send here any more.',
    remedy: 'Nothing was sent. Somebody else can send it from their own mailbox.',
  },
  left: { sentence: 'Somebody said that it should not go.', remedy: 'Nothing was sent.' },
  erased: { sentence: 'Somebody it named was erased.', remedy: 'Write it anew if it is still needed.' },
} satisfies Record<string, Words>

export type OutgoingReason = keyof typeof REASONS

export function wordsForReason(reason: string | null): Words {
  return REASONS[reason as OutgoingReason] ?? { sentence: 'It did not go out.', remedy: '' }
}
