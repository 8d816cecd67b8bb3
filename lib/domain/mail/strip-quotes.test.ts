import { describe, expect, it } from 'vitest'
import { OWN, quoted, SENT_TEXT } from './cases/raw-mail.ts'
import { stripQuotes } from './strip-quotes.ts'

const NEW = 'Thanks, that sounds lovely.\n\nMarta'
const Q = quoted(SENT_TEXT)
/** Gmail and most others: a line, then the quote behind ">". */
const HEADLINES: readonly (readonly [string, string])[] = [
  ['English, Gmail', 'On Mon, Mar 2, 2026 at 10:00 AM Ana Weber <ana@carryon.example> wrote:'],
  [
    'English, Gmail over two lines',
    'On Mon, Mar 2, 2026 at 10:00 AM Ana Weber <ana@carryon.example>\nwrote:',
  ],
  [
    'English, Gmail over three lines',
    'On Mon, Mar 2, 2026 at 10:00 AM Ana\nWeber <ana@carryon.example>\nwrote:',
  ],
  ['English, Apple', 'On 2 Mar 2026, at 10:00, Ana Weber <ana@carryon.example> wrote:'],
  ['English, Thunderbird', 'On 3/2/26 10:00, Ana Weber wrote:'],
  ['English, name first', 'Ana Weber wrote on 2 March 2026:'],
  ['English, name and address', 'Ana Weber <ana@carryon.example> wrote:'],
  ['English, mutt', 'On Mon, Mar 02, 2026 at 10:00:00AM +0100, Ana Weber wrote:'],
  ['German, Gmail', 'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Ana Weber <ana@carryon.example>:'],
  ['German, over two lines', 'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Ana Weber <\nana@carryon.example>:'],
  ['German, Thunderbird', 'Am 02.03.26 um 10:00 schrieb Ana Weber:'],
  ['German, older', 'Am 02.03.2026 hat Ana Weber geschrieben:'],
  ['French, Gmail', 'Le lun. 2 mars 2026 à 10:00, Ana Weber <ana@carryon.example> a écrit :'],
  ['French, Thunderbird', 'Le 02/03/2026 à 10:00, Ana Weber a écrit :'],
  ['French, no-break space', 'Le 2 mars 2026 à 10:00, Ana Weber <ana@carryon.example> a écrit\u00a0:'],
  ['Spanish, Gmail', 'El lun, 2 mar 2026 a las 10:00, Ana Weber (<ana@carryon.example>) escribió:'],
  ['Spanish, Thunderbird', 'El 2/3/26 a las 10:00, Ana Weber escribió:'],
  ['Italian, Gmail', 'Il giorno lun 2 mar 2026 alle ore 10:00 Ana Weber <ana@carryon.example> ha scritto:'],
  ['Italian, Thunderbird', 'Il 02/03/26 10:00, Ana Weber ha scritto:'],
  ['Dutch, Gmail', 'Op ma 2 mrt 2026 om 10:00 schreef Ana Weber <ana@carryon.example>:'],
  ['Dutch, Apple', 'Op 2 mrt. 2026 om 10:00 heeft Ana Weber <ana@carryon.example> het volgende geschreven:'],
  ['Portuguese, Gmail', 'Em seg., 2 de mar. de 2026 às 10:00, Ana Weber <ana@carryon.example> escreveu:'],
  ['Portuguese, Thunderbird', 'Em 02/03/2026 10:00, Ana Weber escreveu:'],
  ['Polish, Gmail', 'pon., 2 mar 2026 o 10:00 Ana Weber <ana@carryon.example> napisał(a):'],
  ['Polish, Thunderbird', 'W dniu 2.03.2026 o 10:00, Ana Weber pisze:'],
  ['Swedish, Gmail', 'Den mån 2 mars 2026 kl 10:00 skrev Ana Weber <ana@carryon.example>:'],
  ['Swedish, Thunderbird', 'Den 2026-03-02 kl. 10:00, skrev Ana Weber:'],
  ['Danish', 'Den man. 2. mar. 2026 kl. 10.00 skrev Ana Weber <ana@carryon.example>:'],
  ['Finnish', 'ma 2. maalisk. 2026 klo 10.00 Ana Weber (ana@carryon.example) kirjoitti:'],
  ['Czech', 'po 2. 3. 2026 v 10:00 odesílatel Ana Weber <ana@carryon.example> napsal:'],
  ['Russian', 'пн, 2 мар. 2026 г. в 10:00, Ana Weber <ana@carryon.example>:'],
  ['Chinese', 'Ana Weber <ana@carryon.example> 于2026年3月2日周一 10:00写道：'],
  ['Japanese', '2026年3月2日(月) 10:00 Ana Weber <ana@carryon.example>:'],
  ['a language not known here', 'Ar Luan 2 Márta 2026 scríobh Ana Weber <ana@carryon.example>:'],
]

/** Outlook: a block of fields, and nothing before the lines of the quote. */
const BLOCKS: readonly (readonly [string, string])[] = [
  [
    'English',
    'From: Ana Weber <ana@carryon.example>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Marta Novak\nSubject: Your list',
  ],
  [
    'English, bold',
    '*From:* Ana Weber <ana@carryon.example>\n*Sent:* Monday, March 2, 2026 10:00 AM\n*To:* Marta Novak\n*Subject:* Your list',
  ],
  [
    'English, each field a paragraph',
    'From: Ana Weber\n\nSent: Monday\n\nTo: Marta Novak\n\nSubject: Your list',
  ],
  [
    'English, Date',
    'From: Ana Weber <ana@carryon.example>\nDate: Monday, 2 March 2026 at 10:00\nTo: Marta Novak\nSubject: Your list',
  ],
  [
    'German',
    'Von: Ana Weber <ana@carryon.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Marta Novak\nBetreff: Your list',
  ],
  [
    'French',
    'De : Ana Weber <ana@carryon.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Marta Novak\nObjet : Your list',
  ],
  [
    'Spanish',
    'De: Ana Weber <ana@carryon.example>\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Marta Novak\nAsunto: Your list',
  ],
  [
    'Italian',
    'Da: Ana Weber <ana@carryon.example>\nInviato: lunedì 2 marzo 2026 10:00\nA: Marta Novak\nOggetto: Your list',
  ],
  [
    'Dutch',
    'Van: Ana Weber <ana@carryon.example>\nVerzonden: maandag 2 maart 2026 10:00\nAan: Marta Novak\nOnderwerp: Your list',
  ],
  [
    'Portuguese',
    'De: Ana Weber <ana@carryon.example>\nEnviada em: segunda-feira, 2 de março de 2026 10:00\nPara: Marta Novak\nAssunto: Your list',
  ],
  [
    'Polish',
    'Od: Ana Weber <ana@carryon.example>\nWysłano: poniedziałek, 2 marca 2026 10:00\nDo: Marta Novak\nTemat: Your list',
  ],
  [
    'Swedish',
    'Från: Ana Weber <ana@carryon.example>\nSkickat: den 2 mars 2026 10:00\nTill: Marta Novak\nÄmne: Your list',
  ],
  [
    'Chinese',
    '发件人: Ana Weber <ana@carryon.example>\n发送时间: 2026年3月2日 10:00\n收件人: Marta Novak\n主题: Your list',
  ],
]

const MARKERS = [
  '-----Original Message-----',
  '-----Ursprüngliche Nachricht-----',
  "-----Message d'origine-----",
  '-----Mensaje original-----',
  '-----Messaggio originale-----',
  '-----Oorspronkelijk bericht-----',
  '-----Mensagem original-----',
  '-----Oryginalna wiadomość-----',
  '-----Ursprungligt meddelande-----',
  '---------- Forwarded message ---------',
  '-------- Weitergeleitete Nachricht --------',
  '-------- Message transféré --------',
  'Begin forwarded message:',
  'Anfang der weitergeleiteten Nachricht:',
]

describe('what is new in a mail', () => {
  it.each(HEADLINES)('stands above the headline and the quote: %s', (_, headline) => {
    expect(stripQuotes(`${NEW}\n\n${headline}\n\n${Q}\n`, OWN)).toBe(NEW)
    expect(stripQuotes(`${NEW}\n${headline}\n${Q}`, OWN)).toBe(NEW)
  })

  it.each(HEADLINES)('stands below it too: %s', (_, headline) => {
    expect(stripQuotes(`${headline}\n${Q}\n\n${NEW}`, OWN)).toBe(NEW)
  })

  it.each(HEADLINES)('ends at the headline where the quote bears no marks: %s', (_, headline) => {
    expect(stripQuotes(`${NEW}\n\n${headline}\n\n${SENT_TEXT}`, OWN)).toBe(NEW)
  })

  it.each(BLOCKS)("ends at Outlook's block of fields: %s", (_, block) => {
    expect(stripQuotes(`${NEW}\n\n${block}\n\n${SENT_TEXT}`, OWN)).toBe(NEW)
    expect(stripQuotes(`${NEW}\n\n________________________________\n${block}\n\n${SENT_TEXT}`, OWN)).toBe(NEW)
  })

  it.each(MARKERS)('ends at %s', (marker) => {
    expect(stripQuotes(`${NEW}\n\n${marker}\nFrom: Ana Weber\nDate: 2 March\n\n${SENT_TEXT}`, OWN)).toBe(NEW)
    expect(stripQuotes(`${NEW}\n\n${marker}\n\n${SENT_TEXT}`, OWN)).toBe(NEW)
  })

  it('is nothing where only a quote is left', () => {
    expect(stripQuotes(`On 2 Mar 2026, Ana Weber <ana@carryon.example> wrote:\n${Q}`, OWN)).toBe('')
    expect(stripQuotes(Q, OWN)).toBe('')
    expect(stripQuotes('', OWN)).toBe('')
  })

  it('is kept between the lines of a quote', () => {
    const answer = `Hi Ana,\n\nOn 2 Mar 2026, Ana Weber wrote:\n> One thing I could not find\nTrue, I left it out.\n\n> If you ever update\nIn May.\n\nMarta`
    expect(stripQuotes(answer, OWN)).toBe('Hi Ana,\n\nTrue, I left it out.\n\nIn May.\n\nMarta')
  })

  it('may begin between the headline and the first quoted line', () => {
    const answer = 'On 2 Mar 2026, Ana Weber wrote:\n\nGood question.\n\n> One thing\nYes.'
    expect(stripQuotes(answer, OWN)).toBe('Good question.\n\nYes.')
  })

  it('keeps the signature, in front of the quote or behind it', () => {
    expect(
      stripQuotes(`Yes.\n\n-- \nMarta Novak\nSlow Travel\n\nOn 2 Mar 2026, Ana Weber wrote:\n${Q}`, OWN),
    ).toBe('Yes.\n\n--\nMarta Novak\nSlow Travel')
    expect(stripQuotes(`${Q}\n\nYes.\n\nSent from my phone`, OWN)).toBe('Yes.\n\nSent from my phone')
  })

  it.each([
    'As I wrote:\n\nthe list is closed.',
    'My colleague Tom wrote on our blog in 2025 that wheels matter. I agree.',
    'Here is what I need:\n- weight\n- price\n- a picture',
    'From: where do you ship?\nTo be honest, I would like to know.',
    'On 4 May I am in Porto. Call me then:\n+351 200 000 000',
    'I have two questions about it:\n\n1. weight\n2. price',
    'Dear Ana,\n\n-----\n\nYes.\n\n_____',
    'a > b is what I measured; 3 > 2 too.',
    'Menu for 12:30:\nsoup',
  ])('is all there where nothing is quoted: %s', (text) => {
    expect(stripQuotes(text, OWN)).toBe(text)
  })

  it('gives back the line that a mail box escaped as ">From"', () => {
    expect(stripQuotes('Hello,\n>From May on I am back.\nMarta', OWN)).toBe(
      'Hello,\nFrom May on I am back.\nMarta',
    )
  })

  it('is read with any line end', () => {
    expect(stripQuotes(`Yes.\r\n\r\nOn 2 Mar 2026, Ana Weber wrote:\r\n> a\r\n> b\r\n`, OWN)).toBe('Yes.')
    expect(stripQuotes(`Yes.\r\r> a\r> b`, OWN)).toBe('Yes.')
  })
})
