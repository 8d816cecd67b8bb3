/** What is handed to a mail program. The address has been checked by `checkMailAddress`. */
export type ComposeText = { to: string; subject: string; body: string }

export type ComposeProgram = 'mailto' | 'gmail' | 'outlook-work' | 'outlook-home'
export type ComposeLink = {
  program: ComposeProgram
  label: string
  href: string
  /** The link would be too long for the program: open it without the text and put the text on the clipboard. */
  bodyLeftOut: boolean
  /** One sentence for people when something was left out, else null. */
  why: string | null
  /** What to know before clicking, else null. */
  note: string | null
}

const SIGN_IN_FIRST = 'Sign in to Outlook first: it garbles the text on its way through the sign-in page.'

/** Longest address each program opens whole (MAIL.md, section 4). Gmail's limit is unknown; this is cautious. */
const PROGRAMS: readonly {
  program: ComposeProgram
  label: string
  maxCharacters: number
  note: string | null
}[] = [
  { program: 'mailto', label: 'Your mail program', maxCharacters: 1_900, note: null },
  { program: 'gmail', label: 'Gmail', maxCharacters: 7_500, note: null },
  { program: 'outlook-work', label: 'Outlook for work', maxCharacters: 1_900, note: SIGN_IN_FIRST },
  { program: 'outlook-home', label: 'Outlook at home', maxCharacters: 1_900, note: SIGN_IN_FIRST },
]

/** Links that open a new mail in the programs people use, filled in as far as each program can take it. */
export function composeLinks(text: ComposeText): ComposeLink[] {
  return PROGRAMS.map((program) => {
    const subject = text.subject.replace(/[\s\u0085]+/g, ' ').trim()
    const body = text.body.replace(/\r\n|\r|\n/g, '\r\n')
    const whole = linkFor(program.program, { to: text.to.trim(), subject, body })
    const link = { program: program.program, label: program.label, note: program.note }
    if (whole.length <= program.maxCharacters) return { ...link, href: whole, bodyLeftOut: false, why: null }
    const short = linkFor(program.program, { to: text.to.trim(), subject, body: '' })
    if (short.length <= program.maxCharacters) {
      const why = `The text is too long for a link to ${program.label}. Copy it and paste it into the new mail.`
      return { ...link, href: short, bodyLeftOut: true, why }
    }
    const bare = linkFor(program.program, { to: text.to.trim(), subject: '', body: '' })
    const why = `Subject and text are too long for a link to ${program.label}. Copy both into the new mail.`
    return { ...link, href: bare, bodyLeftOut: true, why }
  })
}

function linkFor(program: ComposeProgram, { to, subject, body }: ComposeText): string {
  const address = encoded(to).replaceAll('%40', '@')
  switch (program) {
    case 'mailto':
      return withQuery(`mailto:${address}`, [
        ['subject', subject],
        ['body', body],
      ])
    case 'gmail':
      return withQuery('https://mail.google.com/mail/?view=cm&fs=1&tf=1', [
        ['to', to],
        ['su', subject],
        ['body', body],
      ])
    case 'outlook-work':
      return outlook('https://outlook.office.com/mail/deeplink/compose', { to, subject, body })
    case 'outlook-home':
      return outlook('https://outlook.live.com/mail/0/deeplink/compose', { to, subject, body })
  }
}

function outlook(base: string, { to, subject, body }: ComposeText): string {
  return withQuery(base, [
    ['to', to],
    ['subject', subject],
    ['body', body],
  ])
}

function withQuery(base: string, fields: readonly (readonly [string, string])[]): string {
  const query = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encoded(value)}`)
  if (query.length === 0) return base
  return base + (base.includes('?') ? '&' : '?') + query.join('&')
}

/** "%20" for a space, never "+"; the marks encodeURIComponent leaves alone are escaped too, so links survive in texts. */
function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
