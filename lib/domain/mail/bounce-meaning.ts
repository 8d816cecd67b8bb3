import { foldText, withoutAccents } from '../text/fold-text.ts'

export type BounceMeaning = 'wrong-address' | 'try-later' | 'refuses-us'

const LONGEST_WORDS = 20_000

const ABOUT_THE_SENDER =
  /\bsender(?:'s)? (?:address |domain |is |was |has been )?(?:rejected|denied|refused|blocked|not allowed|unverified|verify failed)|sender (?:address|verif)|from address|your (?:ip|domain|server|address) (?:is|has been|was) (?:blocked|listed|blacklisted|rejected)|bad sender/
const UNKNOWN_USER =
  /\b(?:user|mailbox|recipient|account|address|e-?mail address|email account|addressee|local user|alias) (?:that you tried to reach |you entered |[\w@.<>"'-]{1,80} )?(?:is |was |could )?(?:unknown|not (?:be )?found|does(?: not|n't) exist|doesn't have|unavailable|inactive|disabled|suspended|closed|deactivated|not available|no longer|invalid|not (?:known|exist|valid|local|listed|recognized|active))|\b(?:unknown|no such|invalid|non-?existent|nonexistent|bad|inactive|disabled|unrouteable|unroutable) (?:user|mailbox|recipient|account|address|e-?mail|local|destination|alias|person|here|domain|host)|recipient address rejected|recipient (?:rejected|not found)|recipnotfound|resolver\.adr|no mailbox (?:here )?by that name|not our customer|does(?: not|n't) have an? (?:[\w.]{1,40} )?account|address (?:couldn't|could not) be found|(?:couldn't|could not|wasn't|was not) (?:be )?found at|(?:domain|host)(?: or domain)?(?: name)? (?:[\w.<>"'-]{1,80} )?(?:not found|does(?: not|n't) exist|couldn't be found)|name or service not known|nxdomain|null mx|no mx|does(?: not|n't) accept (?:any )?(?:e-?)?mail|has no mail exchanger|account (?:has been|is) (?:disabled|closed|suspended|deleted|deactivated|inactive)|no longer (?:with|work|valid|in use|active|available|exists)|user (?:is )?(?:terminated|not listed)|empfanger(?:adresse)? (?:unbekannt|existiert nicht)|adresse (?:existiert nicht|unbekannt|inconnue)|unbekannter (?:benutzer|empfanger)|utilisateur inconnu|destinataire inconnu|usuario (?:desconocido|no existe)|utente sconosciuto|casella inesistente/
const FULL_OR_BUSY =
  /mailbox (?:is )?(?:currently )?full|(?:over|exceeded|exceeds|out of) (?:its |their |the |his |her )?(?:[\w-]{1,20} )?(?:quota|storage)|quota (?:is )?(?:exceeded|full|limit)|over quota|overquota|quotaexceeded|insufficient (?:system )?storage|not enough (?:storage|space)|out of storage|inbox (?:is )?(?:out of|full)|no space left|greylist|graylist|try (?:again )?later|temporar(?:y|ily)|connection (?:timed out|refused)|retry timeout|retry time(?:-out)? (?:not reached|exceeded)|host (?:is )?(?:unreachable|not responding)|no route to host|network (?:is )?unreachable|service (?:not |un)available|too many (?:connections|messages)|rate limit|postfach (?:ist )?voll|speicherplatz|boite (?:aux lettres )?pleine|buzon (?:esta )?lleno|casella piena|mailbox vol/
const REFUSES_US =
  /\bspam|\bblack-?list|\bblock-?list|\bblocked\b|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|proofpoint|sorbs|reputation|\bspf\b|\bdkim\b|\bdmarc\b|unauthenticated|authentication (?:required|checks?|failed)|\bpolicy\b|policies|relay(?:ing)? (?:access )?denied|not permitted to relay|unable to relay|not authori[sz]ed|access denied|(?:message|mail|e-?mail|content) (?:has been |was |is )?(?:rejected|refused|denied)|rejected (?:as|due to|because of) |banned|unsolicited|suspicious|phishing|malicious|sender (?:address )?(?:rejected|denied|refused)|reverse dns|\bptr\b|no rdns|not accepted from|not allowed to send/

/**
 * What a failure means for us (MAIL.md, sections 2 and 10): the code where it is plain, otherwise the words.
 * Null where neither says: a message too large says nothing about the address.
 */
export function readBounceMeaning(status: string | null, words: string): BounceMeaning | null {
  const said = withoutAccents(foldText(words.slice(0, LONGEST_WORDS)))
  if (status?.startsWith('4.')) return 'try-later'
  if (status === '5.2.2') return 'try-later'
  if (status === '5.1.7' || status === '5.1.8' || status?.startsWith('5.7.')) return 'refuses-us'
  if (status && /^5\.1\.(?:[1-6]|10)$/.test(status)) return 'wrong-address'
  if (status === '5.1.0' && !ABOUT_THE_SENDER.test(said)) return 'wrong-address'
  return meaningOfWords(said)
}

function meaningOfWords(said: string): BounceMeaning | null {
  if (ABOUT_THE_SENDER.test(said)) return 'refuses-us'
  // "Recipient address rejected: Access denied" is how some say that nobody has that name: it is asked before refusals.
  if (UNKNOWN_USER.test(said)) return 'wrong-address'
  if (FULL_OR_BUSY.test(said)) return 'try-later'
  return REFUSES_US.test(said) ? 'refuses-us' : null
}

const AFTER_REPLY_CODE = /\b[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/
const NAMED_CODE =
  /(?:#|\(|status[:=]? ?|dsn[:=]? ?|smtp; ?|code[:=]? ?|error[:=]? ?)([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/i
const LINE_OF_CODE = /(?:^|\n|: )[ \t]{0,8}([45]\.[0-7]\.\d{1,3})(?=[ :\r\n]|$)/

/** An enhanced status code that stands in a text; version numbers and IP addresses are none. */
export function statusInWords(words: string): string | null {
  const text = words.slice(0, LONGEST_WORDS)
  return (
    AFTER_REPLY_CODE.exec(text)?.[1] ?? NAMED_CODE.exec(text)?.[1] ?? LINE_OF_CODE.exec(text)?.[1] ?? null
  )
}

/** A code like 5.0.0 says only that it failed; a better one may stand in the words. */
export function betterStatus(status: string | null, words: string): string | null {
  if (status && !/^[245]\.0\.0$/.test(status)) return status
  return statusInWords(words) ?? status
}
