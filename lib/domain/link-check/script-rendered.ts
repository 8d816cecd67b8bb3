import type { PageRecord, RecordedScript } from './page-record.ts'
import { fillsEmptyPlace, hasPendingParts, saysLoading, sendsReadersOn } from './script-effects.ts'
import { readableMaterial } from './script-material.ts'

/** Below this a page with scripts that may write has too little on it to be the whole page. */
const LITTLE_TEXT_CHARACTERS = 200
/** Below this it is so where it also says that it needs scripts, or holds an empty place for them. */
const SHELL_TEXT_CHARACTERS = 1_200
const EMPTY_PLACE_CHARACTERS = 40
const PLACE_MAX_CHARACTERS = 2_000

const EXECUTABLE = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|live)script[\d.]*|text\/jscript)$/i
const DATA_NOT_RENDERED = /^(?:application\/ld\+json|importmap|speculationrules)$/i
/** Counting and consent scripts: they add nothing to read. */
const HARMLESS_SOURCE =
  /(?:googletagmanager\.com|google-analytics\.com|plausible\.io|cdn\.usefathom\.com|static\.cloudflareinsights\.com|matomo|stats\.wp\.com|hotjar\.com|clarity\.ms|connect\.facebook\.net|cookiebot\.com|cookielaw\.org|pagead2\.googlesyndication\.com|analytics|gtag|gtm)/i
const WRITES_MARKUP =
  /document\s*(?:\.\s*|\[\s*["'`])write|innerHTML|outerHTML|insertAdjacent|append(?:Child)?\s*\(|prepend\s*\(|insertBefore\s*\(|replaceChildren|replaceWith|createElement|createContextualFragment|createRoot|hydrate|\.render\s*\(|\.mount\s*\(|\.html\s*\(|\beval\s*\(|\bFunction\s*\(/
const WRITES_ELSEWISE =
  /fetch\s*\(|XMLHttpRequest|import\s*\(|import\s+|location\s*(?:\.\s*(?:href|replace|assign)|=)|\bsetAttribute\b|\.href\s*=|new\s+Vue|angular|self\.__next_f/
const RUNS_BY_ITSELF = /^on(?:load|error|pageshow|animationstart|begin)$/i
const WANTS_SCRIPT = /java\s?script|js\b/i

export type ScriptFindings = {
  /** So little is delivered that script must be what fills the page. */
  isShell: boolean
  /** Text that scripts could turn into part of the page: code, data, templates. */
  material: string
}

/** What scripts could still write on a page. `words` is its visible text, collapsed; `markup` the page as it was delivered. */
export function lookAtScripts(record: PageRecord, words: string, markup: string): ScriptFindings {
  const writing = record.scripts.filter(mayWrite)
  const handlers = record.handlers.filter(({ name, code }) => handlerMayWrite(name, code))
  if (writing.length === 0 && handlers.length === 0) return { isShell: false, material: '' }
  const code = [
    ...record.scripts.filter((script) => !DATA_NOT_RENDERED.test(typeOf(script))).map(({ text }) => text),
    ...handlers.map((handler) => handler.code),
  ]
  const runsByItself = writing.length > 0 || handlers.some(({ name }) => RUNS_BY_ITSELF.test(name))
  const isShell =
    (runsByItself && hasShellText(record, words)) ||
    hasPendingParts(markup) ||
    writing.some(({ text }) => sendsReadersOn(text) || fillsEmptyPlace(text, markup)) ||
    handlers.some((handler) => sendsReadersOn(handler.code, true) || fillsEmptyPlace(handler.code, markup))
  return { isShell, material: readableMaterial(code, record.dataForScripts) }
}

function typeOf(script: RecordedScript): string {
  return (script.type ?? '').split(';', 1)[0]?.trim() ?? ''
}

function mayWrite(script: RecordedScript): boolean {
  const type = typeOf(script)
  if (type !== '' && !EXECUTABLE.test(type)) return false
  if (script.src !== null) return !HARMLESS_SOURCE.test(script.src)
  return (
    (WRITES_MARKUP.test(script.text) || WRITES_ELSEWISE.test(script.text)) &&
    !/^[\s\S]{0,600}googletagmanager\.com\/gtm\.js/.test(script.text)
  )
}

/** A click that leads somewhere writes nothing; code that runs by itself may send every reader on. */
function handlerMayWrite(name: string, code: string): boolean {
  return WRITES_MARKUP.test(code) || (RUNS_BY_ITSELF.test(name) && sendsReadersOn(code, true))
}

function hasShellText(record: PageRecord, words: string): boolean {
  if (words.length < LITTLE_TEXT_CHARACTERS) return true
  const isEmpty = ({ range }: PageRecord['mounts'][number]) => {
    const text = textOf(record, range)
    return text.length < EMPTY_PLACE_CHARACTERS || saysLoading(text)
  }
  // An application's own place is empty only until its script has run, however much stands around it.
  if (record.mounts.some((mount) => !mount.isMain && isEmpty(mount))) return true
  const mains = record.mounts.filter(({ isMain }) => isMain)
  if (words.length >= SHELL_TEXT_CHARACTERS) return mains.length > 0 && mains.every(isEmpty)
  const wantsScript =
    WANTS_SCRIPT.test(record.noscriptText) &&
    /enable|activ|aktiv|need|requir|benötig|abilit|habilit|必要/i.test(record.noscriptText)
  return wantsScript || mains.some(isEmpty)
}

function textOf(record: PageRecord, [start, end]: [number, number]): string {
  // Whether a place is empty shows at its beginning.
  const beginning = record.text.slice(start, Math.min(end, start + PLACE_MAX_CHARACTERS))
  return beginning.replace(/\s+/g, ' ').trim() || record.text.slice(start, end).trim()
}
