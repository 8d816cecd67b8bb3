/** What is read where no label says what is what. Each looks at a stretch of the text and no further. */
const READ_CHARACTERS = 6_000
const LONGEST_TOPIC = 140

const MAIL = /[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/i
const LINK = /https?:\/\/[^\s<>"')\]]{4,400}/i
const HANDLE = /(?:^|[\s(])(@[A-Za-z0-9_]{2,30}(?:\.[a-z0-9.-]{2,60})?)\b/
const FORM_WORDS = /\b(?:form|respond|reply|submit|pitch|apply|answer)\b[^\n]{0,80}$/i

/** Where an answer is to go: a mail address, else a form's address, else (of a post) a handle. */
export function replyAddressIn(text: string, { mayBeHandle = false } = {}): string {
  const start = text.slice(0, READ_CHARACTERS * 4)
  const mail = MAIL.exec(start)
  if (mail) return mail[0].replace(/^['.]+|[.'-]+$/g, '')
  const link = LINK.exec(start)
  if (
    link &&
    (start.trim() === link[0] || FORM_WORDS.test(start.slice(Math.max(0, link.index - 120), link.index)))
  )
    return link[0].replace(/[.,;:!?]+$/, '')
  return mayBeHandle ? (HANDLE.exec(start)?.[1] ?? '') : ''
}

const NAME =
  "(?:The |the )?[A-Z0-9][\\w&'’.-]{0,30}(?:(?: (?:of|and|&|the|for|in) | )[A-Z][\\w&'’-]{0,30}){0,4}"
const OUTLETS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Pp]iece|[Ss]tory|[Ff]eature|article|column|item|segment|report|roundup|guide|episode)s?\\b[^.!?\\n]{0,60}?\\b(?:for|in|with|at|on) (${NAME})`,
  ),
  new RegExp(
    `\\b(?:[Ww]riting|[Rr]eporter|[Jj]ournalist|[Ee]ditor|[Pp]roducer|[Ww]riter|[Ff]reelanc\\w+|[Ss]taff|[Cc]orrespondent|[Cc]olumnist|[Ww]orking|[Ww]ork|[Ww]rite|[Cc]ommissioned|[Rr]ecording)\\b[^.!?\\n]{0,50}?\\b(?:for|at|with|from|of|by) (${NAME})`,
  ),
  new RegExp(`\\b(?:I['’]m|I am|this is|my name is)\\s[^.!?\\n]{2,50}?\\b(?:from|at|of|with) (${NAME})`, ''),
  new RegExp(`(?:^|\\n)\\s*(?:For|for) (${NAME})\\s*[:.\\n]`),
]
/** A name at its end that is none: "The Ledger on Friday". */
const NO_NAME =
  /\s(?:and|&|for|the|of|in)$|^(?:I|My|We|The|A|An|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Please|UK|US)$/

export function outletIn(text: string): string {
  const start = text.slice(0, READ_CHARACTERS)
  for (const pattern of OUTLETS) {
    const name = pattern
      .exec(start)?.[1]
      ?.replace(/[.'’-]+$/, '')
      .trim()
    if (name && !NO_NAME.test(name)) return name
  }
  return ''
}

const PERSON = "[A-Z][\\p{L}'’-]{1,25}(?: (?:de |van |von |O['’])?[A-Z][\\p{L}'’.-]{0,25}){1,3}"
const PERSONS: readonly RegExp[] = [
  new RegExp(`\\b(?:I['’]m|I am|[Mm]y name is|[Tt]his is|[Ii]t['’]s) (${PERSON})`, 'u'),
  new RegExp(
    `(?:^|\\n|[.!?] )\\s*(?:[Bb]est(?: wishes| regards)?|[Tt]hanks(?: so much| in advance| a lot)?|[Tt]hank you|[Cc]heers|[Rr]egards|[Kk]ind regards|[Ww]armly|[Mm]any thanks)[,.!]*\\s*\\n\\s*(${PERSON}|[A-Z][\\p{L}-]{1,25})`,
    'u',
  ),
  new RegExp(`^\\s*(${PERSON})\\s*(?:\\(?@|[|·•,\\u2013-]\\s*@)`, 'u'),
]

export function journalistIn(text: string): string {
  const start = text.slice(0, READ_CHARACTERS)
  for (const pattern of PERSONS) {
    const name = pattern.exec(start)?.[1]?.trim()
    if (name) return name.replace(/[.'’-]+$/, '')
  }
  return ''
}

const DEADLINE =
  /\b(?:deadline(?: is| for (?:responses|answers|replies|this)(?: is)?)?|due|needed|need (?:it|them|this|these|answers|responses|quotes|replies|everything|something)|respond|reply|replies|responses|answers?|comments?|quotes?|get back to me|send(?: (?:it|them|me|your \w+))?|by|before|until|no later than|clos(?:es?|ing)|within|file|filing)\b[^\n]{0,12}?\b(?:(?:by|before|on|until|at|is|no later than|within|in)?\s?(?:the )?(?:next |this |end of |close of |cob|eod|eob|noon|midnight|tomorrow|today|tonight|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|asap|as soon|\d)[^\n]{0,110})/i
const SENTENCE_END = /(?<![ap]\.m|\b[ap]|\d)[.!?](?:\s|$)|\s#|\s\/\/|\s[|]\s/i

/** The words that say by when; empty where none do. */
export function deadlineInWords(text: string): string {
  const start = text.slice(0, READ_CHARACTERS * 2)
  const labelled = /\bdeadline\b\s?(?:is\s|[:\u2013-]\s?)?([^\n]{2,140})/i.exec(start)
  const before = /[^.!?\n]{4,140}(?= (?:is )?(?:my|our|the) deadline\b)/i.exec(start)
  for (const words of [labelled?.[1], before?.[0], DEADLINE.exec(start)?.[0]]) {
    if (!words) continue
    const end = SENTENCE_END.exec(words)
    const cut = (end ? words.slice(0, end.index) : words).trim()
    if (/\d|day|noon|midnight|tomorrow|tonight|cob|eod|eob|week|month|asap|as soon|urgent/i.test(cut))
      return cut
  }
  return ''
}

const ASKING =
  /\b(?:looking for|look(?:ing)? to (?:speak|talk)|seeking|need|after|want(?:ing)? to (?:hear|speak|talk)|would love|searching for|calling (?:all|for)|hear from|are you|do you|have you|does anyone|anyone|any)\b/i

/** The line that says what it is about: the first that asks for somebody, else the first that says anything. */
export function topicIn(text: string): string {
  const lines = text
    .slice(0, READ_CHARACTERS)
    .split(/[\r\n]+|(?<=[.!?])\s+/)
    .map((line) =>
      line
        .replace(/(?:^|\s)#\w+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line.length > 8 && !/^(?:hi|hello|hey|dear)\b.{0,30}$/i.test(line))
  const line = lines.find((each) => ASKING.test(each)) ?? lines[0] ?? ''
  if (line.length <= LONGEST_TOPIC) return line
  const cut = line.slice(0, LONGEST_TOPIC)
  return `${cut.slice(0, Math.max(60, cut.lastIndexOf(' ')))}…`
}
