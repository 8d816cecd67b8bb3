/** What became of a mail that was dropped on a pitch, or why it was not taken: for the address of the page and its words. */
type Words = { tone: 'good' | 'careful' | 'neutral' | 'stop'; title: string; words: string }

const WORDS: Readonly<Record<string, Words>> = {
  answer: {
    tone: 'good',
    title: 'Their answer stands in the conversation now.',
    words: 'What they quoted is folded away.',
  },
  away: { tone: 'neutral', title: 'They are away.', words: 'It is noted below. Nothing was closed.' },
  'came-back': { tone: 'careful', title: 'It came back.', words: 'What that means stands below.' },
  late: { tone: 'neutral', title: 'Your mail is late.', words: 'It is noted below. Nothing was closed.' },
  known: { tone: 'neutral', title: 'That mail is here already.', words: 'Nothing was changed.' },
  'no-file': { tone: 'stop', title: 'No file was chosen.', words: 'Choose one that ends in .eml.' },
  'broke-off': { tone: 'stop', title: 'The file did not arrive whole.', words: 'Send it again.' },
  'too-large': {
    tone: 'stop',
    title: 'That file is larger than 40 MB.',
    words: 'Copy what they wrote and log it by hand instead.',
  },
  unreadable: {
    tone: 'stop',
    title: 'That file is no mail.',
    words: 'In your mail program, save the mail as an .eml file, or copy what they wrote and log it by hand.',
  },
  own: {
    tone: 'stop',
    title: 'That mail is from one of you.',
    words: 'Here goes what they wrote. What you answered is noted under “Your answer”.',
  },
  list: {
    tone: 'stop',
    title: 'That is a newsletter.',
    words: 'It went to many, so it answers nothing. If they wrote to you besides, drop that mail.',
  },
  receipt: {
    tone: 'stop',
    title: 'That is a receipt.',
    words: 'It says that a mail arrived or was opened, and answers nothing.',
  },
  'other-pitch': {
    tone: 'stop',
    title: 'That mail answers another pitch.',
    words: 'Its thread says so. Drop it there.',
  },
  'not-sent': {
    tone: 'stop',
    title: 'Nothing was sent on this pitch yet.',
    words: 'So nothing can answer it.',
  },
}

export function droppedMailWords(outcome: string): Words | null {
  return WORDS[outcome] ?? null
}
