import { foldText, withoutAccents } from '../text/fold-text.ts'
import { headerOf, type MailFacts } from './mail-facts.ts'

// How answering machines name their mail, folded and without accents; some send no header at all.
const SUBJECTS =
  /^(?:\[[^\]]{1,40}\] ?)?(?:automatic(?:ally generated)? (?:reply|response)|auto(?:mated)?[- ]?(?:reply|response|responder|respond)|out[- ]of[- ](?:the[- ])?office|ooo\b|on (?:vacation|leave|holiday)\b|vacation (?:reply|response|message)|away from (?:the office|my desk|my e-?mail)|i am (?:currently )?(?:away|out of (?:the )?office)|abwesenheits|abwesend\b|automatische (?:antwort|ruckmeldung|empfangsbestatigung)|bin im urlaub|nicht im (?:buro|haus)|reponse automatique|message d'absence|absence du bureau|absent du bureau|respuesta automatica|fuera de (?:la )?oficina|ausente de la oficina|risposta automatica|fuori (?:ufficio|sede)|assente dall'ufficio|automatisch (?:antwoord|bericht)|automatische reactie|afwezig|resposta automatica|fora do escritorio|ausencia do escritorio|ausencia temporaria|automatyczna odpowiedz|odpowiedz automatyczna|poza biurem|nieobecnosc|autosvar|automatiskt svar|automatisk svar|franvaromeddelande|frånvaromeddelande|ej pa kontoret|ikke til stede|fravaer|automaattinen vastaus|poissa|automaticka odpoved|automatikus valasz|otomatik yanit|raspuns automat|автоответ|автоматический ответ|автоматична|自動返信|自动回复|自動回覆|자동)/

/** Whether a machine answered: RFC 3834 first, then older headers, then the subject's first words. */
export function isAutoReply(facts: MailFacts, ourSubjects: Iterable<string>): boolean {
  const submitted = headerOf(facts, 'auto-submitted').trim().toLowerCase()
  if (submitted !== '' && !/^no\b/.test(submitted)) return true
  if (saysYes(facts, 'x-autoreply') || saysYes(facts, 'x-autorespond')) return true
  if (/^\s*auto[_-]reply\b/i.test(headerOf(facts, 'precedence'))) return true
  const subject = plain(facts.subject)
  if (!SUBJECTS.test(subject)) return false
  // A pitch about "Out of office lunches" is answered under its own subject.
  for (const ours of ourSubjects) if (SUBJECTS.test(plain(ours)) && plain(ours) === subject) return false
  return true
}

/** The subject behind an answering machine's own words: "Automatic reply: Your post" is about "Your post". */
export function subjectBehindAutoReply(subject: string): string {
  const colon = subject.slice(0, 80).search(/[:：]/)
  return colon !== -1 && SUBJECTS.test(plain(subject)) ? subject.slice(colon + 1).trim() : subject
}

function saysYes(facts: MailFacts, name: string): boolean {
  const values = facts.headers.get(name)
  return values !== undefined && !/^(?:no|false|0)$/i.test((values[0] ?? '').trim())
}

function plain(subject: string): string {
  return withoutAccents(foldText(subject.slice(0, 1_000)))
}
