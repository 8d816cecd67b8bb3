import type { PageRecord, RecordedScript } from './page-record.ts'

/** Below this a page with scripts that may write has too little on it to be the whole page. */
const LITTLE_TEXT_CHARACTERS = 200
/** Below this it is so where it also says that it needs scripts, or holds an empty place for them. */
const SHELL_TEXT_CHARACTERS = 1_200
const EMPTY_MAIN_CHARACTERS = 40

const EXECUTABLE = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|live)script[\d.]*|text\/jscript)$/i
const DATA_NOT_RENDERED = /^(?:application\/ld\+json|importmap|speculationrules)$/i
/** Counting and consent scripts: they add nothing to read. */
const HARMLESS_SOURCE =
  /(?:googletagmanager\.com|google-analytics\.com|plausible\.io|cdn\.usefathom\.com|static\.cloudflareinsights\.com|matomo|stats\.wp\.com|hotjar\.com|clarity\.ms|connect\.facebook\.net|cookiebot\.com|cookielaw\.org|pagead2\.googlesyndication\.com|analytics|gtag|gtm)/i
const WRITES =
  /document\s*\.\s*write|innerHTML|outerHTML|insertAdjacent|append(?:Child)?\s*\(|prepend\s*\(|replaceChildren|createElement|createRoot|hydrate|\.render\s*\(|\.mount\s*\(|fetch\s*\(|XMLHttpRequest|import\s*\(|import\s+|\.html\s*\(|location\s*(?:\.\s*(?:href|replace|assign)|=)|\bsetAttribute\b|\.href\s*=|new\s+Vue|angular|self\.__next_f/
const WANTS_SCRIPT = /java\s?script|js\b/i
const LOADING =
  /^(?:loading|please wait|wird geladen|chargement|cargando|caricamento|laden|読み込み中|加载中)\b.{0,20}$/iu

export type ScriptFindings = {
  /** So little is delivered that script must be what fills the page. */
  isShell: boolean
  /** Text that scripts could turn into part of the page: code, data, templates. */
  material: string
}

/** What scripts could still write on a page. `words` is its visible text, collapsed. */
export function lookAtScripts(record: PageRecord, words: string): ScriptFindings {
  const writing = record.scripts.filter(mayWrite)
  if (writing.length === 0) return { isShell: false, material: '' }
  const material = [
    ...record.scripts.filter((script) => !DATA_NOT_RENDERED.test(typeOf(script))).map(({ text }) => text),
    ...record.dataForScripts,
  ].join('\n')
  return { isShell: isShell(record, words), material }
}

function typeOf(script: RecordedScript): string {
  return (script.type ?? '').split(';', 1)[0]?.trim() ?? ''
}

function mayWrite(script: RecordedScript): boolean {
  const type = typeOf(script)
  if (type !== '' && !EXECUTABLE.test(type)) return false
  if (script.src !== null) return !HARMLESS_SOURCE.test(script.src)
  return WRITES.test(script.text) && !/^[\s\S]{0,600}googletagmanager\.com\/gtm\.js/.test(script.text)
}

function isShell(record: PageRecord, words: string): boolean {
  if (words.length < LITTLE_TEXT_CHARACTERS) return true
  if (words.length >= SHELL_TEXT_CHARACTERS)
    return (
      record.mounts.some((mount) => mount.isMain) &&
      record.mounts
        .filter(({ isMain }) => isMain)
        .every(({ range }) => lengthOf(record, range) < EMPTY_MAIN_CHARACTERS)
    )
  const wantsScript =
    WANTS_SCRIPT.test(record.noscriptText) &&
    /enable|activ|aktiv|need|requir|benötig|abilit|habilit|必要/i.test(record.noscriptText)
  const isEmptyPlace = record.mounts.some(
    ({ range }) => lengthOf(record, range) < EMPTY_MAIN_CHARACTERS || LOADING.test(textOf(record, range)),
  )
  return wantsScript || isEmptyPlace
}

function textOf(record: PageRecord, [start, end]: [number, number]): string {
  return record.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

function lengthOf(record: PageRecord, range: [number, number]): number {
  return textOf(record, range).length
}
