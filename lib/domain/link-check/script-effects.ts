/** Code and markup longer than this is searched only so far. */
const SEARCHED_MAX_CHARACTERS = 1_000_000
const REDIRECT_MAX_CHARACTERS = 1_500
/** Longer ones are libraries and watchers of speed, which fetch and append without writing a word. */
const SMALL_SCRIPT_CHARACTERS = 5_000
const PLACES_MAX = 20
const OCCURRENCES_MAX = 50
const TAG_MAX_CHARACTERS = 1_000

const LOADING =
  /^(?:loading|please wait|wird geladen|chargement|cargando|caricamento|laden|読み込み中|加载中)\b.{0,20}$/iu

/** Whether a text only says that something is on its way. */
export function saysLoading(text: string): boolean {
  return LOADING.test(text.trim())
}

const SUSPENSE = /<template id="B:([0-9a-f]{1,8})"/g
/** A part of the page that failed on the server and shows something else until a script has written it. */
const SUSPENSE_LEFT_TO_BROWSER = /<!--\$!--><template[^>]{0,300}><\/template>(?!\s{0,99}<!--\/\$-->)/
const FETCHED_ON_ARRIVAL =
  /<(?:turbo-frame|include-fragment)\b[^>]{0,300}\bsrc\s*=|\bhx-trigger\s*=\s*["']?[^"'>]{0,100}\b(?:load|revealed|intersect)\b/i

/** Whether the markup itself says that a part of the page is still to come. */
export function hasPendingParts(markup: string): boolean {
  const searched = markup.slice(0, SEARCHED_MAX_CHARACTERS)
  // Few pages have any of it: the words are looked for before the shapes.
  if (searched.includes('<template')) {
    for (const [, id] of searched.matchAll(SUSPENSE)) {
      if (!searched.includes(` id="S:${id}"`)) return true
    }
    if (SUSPENSE_LEFT_TO_BROWSER.test(searched)) return true
  }
  const mayBeFetched = ['<turbo-frame', '<include-fragment', 'hx-trigger'].some((word) =>
    searched.includes(word),
  )
  return mayBeFetched && FETCHED_ON_ARRIVAL.test(searched)
}

const NETWORK =
  /\bfetch\s*\(|XMLHttpRequest|\$\s*\.\s*(?:get|getJSON|ajax|post)\s*\(|\.load\s*\(\s*["'`]|\baxios\b|EventSource|WebSocket/
const PUTS =
  /innerHTML|outerHTML|insertAdjacent|append(?:Child)?\s*\(|prepend\s*\(|insertBefore\s*\(|replaceChildren|replaceWith|\.html\s*\(|\.load\s*\(|document\s*\.\s*write/
const ANYWHERE = /document\s*\.\s*(?:body|currentScript|documentElement|write)/
const NAMED_PLACE =
  /getElementById\s*\(\s*["'`]([\w:-]{1,80})|(?:querySelector(?:All)?|\$|jQuery)\s*\(\s*["'`][\w]{0,20}[#.]([\w:-]{1,80})["'`]/g
/** An element with an id is a variable of that name. */
const GLOBAL_PLACE =
  /(?<![\w$.])([A-Za-z_$][\w$]{0,80})\s{0,9}\.\s{0,9}(?:innerHTML|outerHTML|insertAdjacent|append|prepend|replaceChildren|replaceWith)/g

/** Whether a script fetches something and puts it into a place the page delivers empty. */
export function fillsEmptyPlace(code: string, markup: string): boolean {
  const script = code.slice(0, SEARCHED_MAX_CHARACTERS)
  if (!NETWORK.test(script) || !PUTS.test(script)) return false
  if (script.length <= SMALL_SCRIPT_CHARACTERS && ANYWHERE.test(script)) return true
  const names = new Set([...script.matchAll(NAMED_PLACE)].map(([, id, name]) => id ?? name ?? ''))
  if ([...names].slice(0, PLACES_MAX).some((name) => isEmptyPlace(markup, name))) return true
  if (script.length > SMALL_SCRIPT_CHARACTERS) return false
  const variables = new Set([...script.matchAll(GLOBAL_PLACE)].map(([, name]) => name ?? ''))
  return [...variables].slice(0, PLACES_MAX).some((id) => hasEmptyPlaceOfId(markup, id))
}

function hasEmptyPlaceOfId(markup: string, id: string): boolean {
  return [`id="${id}"`, `id='${id}'`, `id=${id}>`, `id=${id} `].some((attribute) => {
    const at = markup.indexOf(attribute)
    const end = at === -1 ? -1 : markup.indexOf('>', at)
    return end !== -1 && end - at < TAG_MAX_CHARACTERS && isEmptyFrom(markup.slice(end + 1, end + 400))
  })
}

function isEmptyPlace(markup: string, name: string): boolean {
  let at = markup.indexOf(name)
  for (let count = 0; at !== -1 && count < OCCURRENCES_MAX; count += 1) {
    const tag = markup.slice(Math.max(0, at - TAG_MAX_CHARACTERS), at)
    const isAttribute = /<[a-z][^<>]*\s(?:id|class)\s*=\s*(?:["'][^"'<>]*|[^"'<>\s]*)$/i.test(
      tag.slice(tag.lastIndexOf('<')),
    )
    const end = isAttribute ? markup.indexOf('>', at) : -1
    if (end !== -1 && end - at < TAG_MAX_CHARACTERS && isEmptyFrom(markup.slice(end + 1, end + 400)))
      return true
    at = markup.indexOf(name, at + name.length)
  }
  return false
}

function isEmptyFrom(inside: string): boolean {
  const text = inside.replace(/<!--[\s\S]{0,200}?-->/g, '').trimStart()
  return text.startsWith('</') || saysLoading(text.split('<', 1)[0] ?? '')
}

const MOVES =
  /(?<![\w$.])(?:(?:window|document|self|top|parent|globalThis)\s*\.\s*){0,2}location\s*(?:(?:\.\s*href\s*)?=(?!=)|\.\s*(?:replace|assign)\s*\()\s*([^;\n]{1,300})/g
/** Only some readers are sent on, or only when they do something: those who stay see this page. */
const MOVES_FOR_SOME =
  /\bnavigator\b|matchMedia|screen\s*\.|innerWidth|localStorage|sessionStorage|\.cookie\b|\.referrer\b|location\s*\.\s*(?:hash|search|host|hostname)\b|\btop\b\s*[!=]==?|[!=]==?\s*(?:window\s*\.\s*)?top\b|\.protocol\b|addEventListener\s*\(\s*["'`](?:click|change|submit|key|hash|mess)|\bon(?:click|change|submit|message|hashchange)\b|\.on\s*\(\s*["'`](?:click|change|submit)|\.(?:click|change|submit)\s*\(/
const RUNS_BY_ITSELF =
  /setTimeout|setInterval|onload|DOMContentLoaded|\(\s*function|\(\s*(?:async\s*)?\(\s*\)\s*=>|\bready\s*\(|\btry\s*\{|\bif\s*\(/

/** Whether a script sends every reader on to another page as soon as it runs. `isHandler`: the code of an onload or onerror. */
export function sendsReadersOn(code: string, isHandler = false): boolean {
  if (code.length > SMALL_SCRIPT_CHARACTERS || !code.includes('location')) return false
  const script = code.replace(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/[^\n]*/g, '')
  if (MOVES_FOR_SOME.test(script)) return false
  for (const match of script.matchAll(MOVES)) {
    const target = (match[1] ?? '').trim()
    const isSamePage = /^["'`]#|^(?:(?:window|document|self)\s*\.\s*)?location\b[\w\s.]*$/.test(
      target.replace(/\)\s*$/, ''),
    )
    if (isSamePage) continue
    if (isHandler || isAtTopLevel(script, match.index)) return true
    if (script.length <= REDIRECT_MAX_CHARACTERS && RUNS_BY_ITSELF.test(script)) return true
  }
  return false
}

function isAtTopLevel(script: string, at: number): boolean {
  const code = script
    .slice(0, at)
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g, '')
  return code.split('{').length <= code.split('}').length
}
