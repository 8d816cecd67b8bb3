import { foldText, withoutAccents } from '../text/fold-text.ts'

type Field = 'from' | 'sent' | 'to' | 'subject'

const LABELS: Readonly<Record<Field, string>> = {
  from: 'from von de da van od fra fran lahettaja от від 发件人 發件人 寄件者 差出人 kimden felado expediteur remitente mittente afzender remetente nadawca avsandare',
  sent: 'sent date gesendet datum envoye date enviado fecha enviada data inviato verzonden wyslano skickat sendt dato lahetetty paivays odeslano отправлено дата 发送时间 發送時間 日期 傳送時間 送信日時 日付 gonderildi tarih elkuldve trimis',
  to: 'to an a para aan do till til vastaanottaja komu кому 收件人 宛先 받는 사람 kime cimzett destinataire destinatario destinatarios',
  subject:
    'subject betreff objet asunto oggetto onderwerp assunto temat amne emne aihe predmet тема 主题 主題 主旨 件名 konu targy subiect',
}
const FIELD_OF = new Map<string, Set<Field>>()
for (const [field, labels] of Object.entries(LABELS) as [Field, string][]) {
  for (const label of labels.split(' ')) FIELD_OF.set(label, (FIELD_OF.get(label) ?? new Set()).add(field))
}
/** The only labels of two words. */
const LONG_LABELS: readonly [RegExp, Field][] = [
  [
    /^(?:enviad[oa] (?:el|em)|date d'envoi|data (?:di invio|wyslania)|sent on|gesendet am|verzonden op)$/,
    'sent',
  ],
  [/^(?:reply to|antwort an|cc|kopie|kopia|copia|ccn|bcc)$/, 'to'],
]

const LABELLED = /^[\s*_|]{0,6}([\p{L}][\p{L}' ]{0,18})[\s*_]{0,4}[:：]/u
const LONGEST_LINE = 500
const BLOCK_LINES = 10

// "-----Original Message-----" and "Begin forwarded message:", folded and without accents.
const ORIGINAL =
  /^(?:original (?:message|appointment|e-?mail)|reply message|forwarded (?:message|by.{0,80})|urspru?e?ngliche (?:nachricht|mail|e-?mail)|original-?nachricht|weitergeleitete nachricht|message (?:d'origine|original|initial|transfere)|courriel original|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|mensagem (?:original|encaminhada)|(?:oryginalna|przekazana) wiadomosc|wiadomosc (?:oryginalna|przekazana)|originalmeddelande|ursprungligt meddelande|vidarebefordrat (?:meddelande|mejl)|oprindelig meddelelse|opprinnelig melding|videresendt (?:meddelelse|melding)|alkuperainen viesti|valitetty viesti|puvodni (?:zprava|e-mail)|eredeti uzenet|исходное сообщение|пересылаемое сообщение|пересланное сообщение|原始邮件|原始郵件|转发的邮件|元のメッセージ)$/u
const FORWARDED =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|debut du message (?:reexpedie|transfere)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|inicio da mensagem (?:encaminhada|reencaminhada)|poczatek przekazywanej wiadomosci|vidarebefordrat brev|start pa videresendt besked) ?:$/
const RUN_OF_DASHES = /^\s{0,8}[-_=*\u2013\u2014]{2}/

/** Whether a line of dashes and words says that the original mail follows. */
export function isOriginalMarker(line: string): boolean {
  if (line.length > 200 || line.trim() === '') return false
  const folded = withoutAccents(foldText(line))
  if (!RUN_OF_DASHES.test(line)) return FORWARDED.test(folded)
  return ORIGINAL.test(folded.replace(/^[-_=*\s]+/, '').replace(/[-_=*:\s]+$/, ''))
}

/** Whether Outlook's block of From, Sent, To and Subject begins at this line, in any of its languages. */
export function isHeaderBlockAt(lines: readonly string[], at: number): boolean {
  if (!fieldsOf(lines[at] ?? '').has('from')) return false
  const found = new Set<Field>()
  let empty = 0
  for (let next = at + 1; next < Math.min(lines.length, at + BLOCK_LINES); next += 1) {
    const line = lines[next] ?? ''
    if (line.trim() === '') {
      empty += 1
      // HTML mails put each field into a paragraph of its own.
      if (empty > 4) break
      continue
    }
    for (const field of fieldsOf(line)) if (field !== 'from') found.add(field)
    if (found.size >= 2 && (found.has('sent') || found.has('subject'))) return true
  }
  return false
}

function fieldsOf(line: string): ReadonlySet<Field> {
  const label = LABELLED.exec(line.slice(0, LONGEST_LINE))?.[1]
  if (!label) return NONE
  const folded = withoutAccents(foldText(label))
  const long = LONG_LABELS.find(([pattern]) => pattern.test(folded))
  return long ? new Set([long[1]]) : (FIELD_OF.get(folded) ?? NONE)
}

const NONE: ReadonlySet<Field> = new Set()
