import type { OwnMailbox, PitchTrace } from '../mail-facts.ts'

// What the tests of this folder write to each other with: one sender, three pitches, and mails made of lines.

export const OWN: OwnMailbox = {
  addresses: ['ana@carryon.example', 'hello@carryon.example'],
  name: 'Ana Weber',
}

export const SENT_TEXT = `Hi Marta,

I read your list of cabin bags twice before our trip to Porto. The part about wheels that survive cobblestones made me laugh.
One thing I could not find in it is a bag made from recycled sails. We sew one in a small workshop near Hamburg and it weighs 1.9 kilos.
If you ever update the list, I am happy to send you one to try.

Ana Weber
Carry On, Hafenstrasse 4, Hamburg`

export const PITCH: PitchTrace = {
  id: 'p1',
  messageIds: [
    '<7b1e6a4c-1111-4c1e-9c1e-000000000001.1@carryon.example>',
    '<AM0PR01@eurprd01.prod.outlook.com>',
  ],
  to: ['marta@slowtravel.net'],
  subject: 'Your list of cabin bags',
  sentText: SENT_TEXT,
  sentAt: new Date('2026-03-02T09:00:00Z'),
}

/** A second pitch, to somebody at a provider for everybody. */
export const GMAIL_PITCH: PitchTrace = {
  id: 'p2',
  messageIds: ['<7b1e6a4c-2222-4c1e-9c1e-000000000002.1@carryon.example>'],
  to: ['jo.fields@gmail.com'],
  subject: 'Sails, not plastic',
  sentText: `Hello Jo,\n\nyour podcast on repairing outdoor gear kept me company on a long drive. We repair every bag we sell for ten years, and we keep count of what breaks first.\n\nAna`,
  sentAt: new Date('2026-03-03T09:00:00Z'),
}

/** A third one, to the first contact again and under another subject. */
export const LATER_PITCH: PitchTrace = {
  id: 'p3',
  messageIds: ['<7b1e6a4c-3333-4c1e-9c1e-000000000003.1@carryon.example>'],
  to: ['marta@slowtravel.net'],
  subject: 'Question for your readers',
  sentText:
    'Hi Marta,\n\nwould your readers like to know what a repair of a bag costs us in a whole year?\n\nAna',
  sentAt: new Date('2026-05-01T09:00:00Z'),
}

export const PITCHES = [PITCH, GMAIL_PITCH, LATER_PITCH]
export const ID = PITCH.messageIds[0] ?? ''
export const EXCHANGE_ID = PITCH.messageIds[1] ?? ''
export const GMAIL_ID = GMAIL_PITCH.messageIds[0] ?? ''
export const LATER_ID = LATER_PITCH.messageIds[0] ?? ''

type Headers = Readonly<Record<string, string | null>>

/** A mail from Marta with these headers changed (null takes one away) and this body. */
export function mail(headers: Headers, body: string): string {
  const all: Headers = {
    From: 'Marta Novak <marta@slowtravel.net>',
    To: 'Ana Weber <ana@carryon.example>',
    Date: 'Tue, 10 Mar 2026 10:00:00 +0100',
    'Message-ID': '<reply-1@slowtravel.net>',
    Subject: 'Hello',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return `${lines.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`
}

/** A multipart body of parts given as type (with parameters) and text. */
export function parts(boundary: string, ...all: readonly (readonly [string, string])[]): string {
  return `${all.map(([type, text]) => `--${boundary}\nContent-Type: ${type}\n\n${text}\n`).join('')}--${boundary}--\n`
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Each character as one byte. */
export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
