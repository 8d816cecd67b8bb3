import { foldText } from '../text/fold-text.ts'

// What mail programs put before the subject of an answer, by language; a number may follow ("Re[2]:").
const REPLY =
  /^(?:re|r|aw|antw|antwort|sv|vs|res|resp|rif|ref|odp|ynt|bls|vá|απ|σχετ|hà|отв|ответ|відп|回复|回覆|答复|答覆|返信|回信|답장|회신)\s{0,3}(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4}|\*\d{1,4})?\s{0,3}[:：]\s*/u
const FORWARD =
  /^(?:fwd?|wg|tr|rv|i|enc|doorst|vb|vl|pd|vbs|továbbítás|πρθ|пересл|转发|轉寄|转寄|轉發|転送|전달)\s{0,3}(?:\[\d{1,4}\]|\(\d{1,4}\))?\s{0,3}[:：]\s*/u
const TAG = /^(?:\[[^\]]{1,40}\]|\*{2,5}\s?[a-z ]{2,20}\s?\*{2,5})\s*/u
const MOST_PREFIXES = 20
const LONGEST = 1_000

export type SubjectLine = {
  /** The subject as folded text, without prefixes. */
  bare: string
  isReply: boolean
  isForward: boolean
}

/** Takes "Re:", "AW:", "SV:", "回复：" and their like off a subject. A forward's prefix stays: it is no reply prefix. */
export function readSubject(subject: string): SubjectLine {
  let bare = foldText(subject.slice(0, LONGEST))
  let isReply = false
  for (let prefixes = 0; prefixes < MOST_PREFIXES; prefixes += 1) {
    const untagged = bare.replace(TAG, '')
    const reply = REPLY.exec(bare) ?? REPLY.exec(untagged)
    if (!reply) break
    isReply = true
    bare = (REPLY.test(bare) ? bare : untagged).slice(reply[0].length)
  }
  return { bare, isReply, isForward: FORWARD.test(bare) || FORWARD.test(bare.replace(TAG, '')) }
}

/** Whether two subjects are one, apart from reply prefixes and what a mail server tagged it with ("[EXTERNAL]"). */
export function isSameSubject(theirs: string, ours: string): boolean {
  const their = readSubject(theirs).bare
  const our = readSubject(ours).bare
  return our !== '' && (their === our || their.replace(TAG, '') === our)
}

/**
 * The spellings under which a subject of ours may stand behind what mail programs and people put before it: without reply
 * prefixes, without a server's tag, and without forward prefixes. Each folded.
 */
export function subjectsBehind(subject: string): string[] {
  const { bare } = readSubject(subject)
  const spellings = new Set([bare, bare.replace(TAG, '')])
  let rest = bare
  for (let prefixes = 0; prefixes < MOST_PREFIXES; prefixes += 1) {
    const inner = readSubject(rest.replace(TAG, '').replace(FORWARD, '')).bare
    if (inner === rest) break
    rest = inner
    spellings.add(rest)
  }
  return [...spellings].filter((spelling) => spelling !== '')
}
