/** How much a "not found" page may say besides: menus and suggestions, but no post. */
const NOTICE_MAX_CHARACTERS = 4_000
/** A block this long is prose: what stands under a bare "404" is then a piece of that name. */
const PROSE_CHARACTERS = 180
const NAME_MAX_CHARACTERS = 120

const SUBJECT =
  '(?:(?:the|this|that|your|our) )?(?:requested |web ?)?(?:page|post|article|content|url|address|story|entry|document|file|resource|item|product)'
const RELATIVE =
  "(?: (?:that )?(?:you|we)(?:['’]re| are| were| have)? (?:looking|searching|requested|asked|tried)[^.!?]{0,30}?)?"
const ERROR =
  '(?:error|errors|http|status|fehler|erreur|errore|erro|fout|fel|feil|fejl|virhe|błąd|chyba|hiba|hata|ошибка|помилка|エラー|错误|錯誤|오류)'
const NUMBER = '[(\\[]?4(?:04|10)[)\\]]?'
/** Whole titles and headings that are only the number. */
const BARE_NUMBER = new RegExp(
  `^(?:(?:oops|sorry|uh[ -]?oh|whoops|hmm+)\\b[\\s:!.,-]*)*(?:${ERROR}[\\s:!.,#-]*)*${NUMBER}(?:[\\s:!.,-]*${ERROR})?[\\s.!:)(]*$`,
  'iu',
)
/** Whole titles and headings that say it, one language a line. A number may stand before it or behind. */
const NOTICES = new RegExp(
  `^(?:(?:${ERROR}|oops|sorry|uh[ -]?oh|whoops|hmm+)(?![\\p{L}])[\\s:!.,-]*)*(?:${NUMBER}(?:[\\s:!.,-]*${ERROR}(?![\\p{L}]))?[\\s:!.,–-]*)?(?:${[
    '(?:(?:page|file|post|content) )?not found(?: error)?|(?:page|file|post|content) (?:gone|missing)',
    // "Gone" alone is a story; behind the number it is an answer.
    '(?<=4(?:04|10)[)\\]\\s:!.,–-]{0,6})(?:gone|missing)',
    'nothing (?:was )?found(?: here)?',
    `${SUBJECT}${RELATIVE} (?:can['’]t|(?:(?:was|is|are|could|can|does|do|has|have|did) ?)?(?:n['’]t|not|no longer)) (?:be |been )?(?:found|exists?|available|here|located)(?: any ?more)?`,
    `${SUBJECT}${RELATIVE} (?:(?:has been|have been|was|is|may have been|might have been) )?(?:removed|deleted|gone|missing)`,
    '(?:(?:the|this) )?(?:page|post|article|content|story|video) (?:is )?(?:currently )?unavailable',
    `(?:we |i )?(?:can(?:not|['’]t)|could(?: not|n['’]t)) find (?:the |that |this )?(?:page|post|article|what)[^.]{0,40}`,
    "that page can['’]t be found",
    '(?:die |diese )?(?:angeforderte |gesuchte )?(?:seite|artikel|beitrag) (?:(?:wurde |konnte |ist )?(?:leider )?nicht (?:gefunden|verfügbar|vorhanden)(?: werden)?|existiert (?:leider )?nicht(?: mehr)?|(?:wurde )?(?:gelöscht|entfernt))|nicht gefunden',
    "(?:(?:la|cette) )?page (?:(?:demandée )?(?:est )?(?:introuvable|non trouvée|supprimée)|(?:que vous [^.]{0,40} )?n['’]existe (?:pas|plus))|(?:(?:l['’]|cet )?article|contenu) (?:(?:a été |est )?(?:supprimé|introuvable)|n['’]existe (?:pas|plus))",
    '(?:la )?p[áa]gina no (?:encontrada|existe|se encuentra|disponible)|no se (?:ha |pudo )?encontr(?:ó|ado|ar) (?:la )?p[áa]gina|(?:el )?artículo (?:eliminado|no encontrado|no disponible)',
    "(?:la )?pagina (?:non (?:è stata )?(?:trovata|esiste|disponibile)|rimossa)|(?:l[’'])?articolo (?:non (?:trovato|disponibile)|rimosso)",
    'p[áa]gina n[ãa]o (?:foi )?(?:encontrada|existe)',
    '(?:de(?:ze)? )?pagina (?:(?:is |werd |kon )?niet (?:gevonden|gevonden worden)|bestaat niet(?: meer)?)|niet gevonden',
    '(?:sidan|siden) (?:kunde inte hittas|hittades inte|ble ikke funnet|blev ikke fundet|finnes ikke|findes ikke|finns inte)',
    'sivua ei löyt(?:ynyt|ydy)|strona nie (?:została znaleziona|istnieje)|nie znaleziono strony|stránka nenalezena|az oldal nem található',
    'страница не найдена|сторінку не знайдено|sayfa bulunamadı|ページが見つかりません(?:でした)?|お探しのページは見つかりません(?:でした)?|页面不存在|找不到页面|找不到頁面|未找到页面|페이지를 찾을 수 없습니다|الصفحة غير موجودة',
  ].join('|')})(?:[\\s:!.,–-]*(?:${ERROR}[\\s:!.,-]*)?${NUMBER})?[\\s.!:)(]*$`,
  'iu',
)
const TITLE_PARTS = /\s+[|·•«»–—-]\s+|\s*[|·•«»]\s*|:\s+/
/** A colon, and three words or more behind it. */
const NAME_GOES_ON = /:(?:\s+\S+){3}/

type Page = { title: string | null; headings: string[]; words: string; firstWords: string[] }

/**
 * Whether a page that answered 2xx plainly says "not found": the whole of its main heading, or a whole part of its
 * title with little else on the page. A post *about* 404 pages says more than that and is not one.
 */
export function saysNotFound(page: Page): boolean {
  const { length } = page.words
  if (length > NOTICE_MAX_CHARACTERS) return false
  const title = tidy((page.title ?? '').slice(0, 400))
  const names = [title, ...title.split(TITLE_PARTS)]
  const headings = page.headings.slice(0, 20).map(tidy)
  const isSaidBy = (texts: string[]) =>
    texts.some(isNotice) || (texts.some(isBareNumber) && !isPiece(page, names))
  const headingSays = isSaidBy(headings)
  const titleSays = isSaidBy(names) && !isNameOfPiece(page, title, headings)
  if (headingSays && titleSays) return true
  if (headingSays) return length <= NOTICE_MAX_CHARACTERS / 2
  if (titleSays) return length <= NOTICE_MAX_CHARACTERS / 4 || page.firstWords.some(isNotice)
  // Without title and heading, only a page that says nothing else is plain enough.
  return headings.length === 0 && length <= 200 && isSaidBy(page.firstWords.slice(0, 2))
}

/** Prose under a number that nowhere says "not found" in words: a story called "404", a page about a road of that number. */
function isPiece({ firstWords, headings }: Page, names: string[]): boolean {
  if ([...names, ...headings, ...firstWords].some(isNotice)) return false
  return firstWords.some((block) => block.length >= PROSE_CHARACTERS)
}

/** "Not found: three lost lakes" over prose: the heading says the same and more, as a piece's does. */
function isNameOfPiece({ firstWords }: Page, title: string, headings: string[]): boolean {
  const goesOn = headings.some((heading) => heading.startsWith(title) && NAME_GOES_ON.test(heading))
  const isSaidBelow = firstWords.some(isNotice)
  return goesOn && !isSaidBelow && firstWords.some((block) => block.length >= PROSE_CHARACTERS)
}

function isNotice(text: string): boolean {
  const name = tidy(text)
  return name !== '' && name.length <= NAME_MAX_CHARACTERS && NOTICES.test(name)
}

function isBareNumber(text: string): boolean {
  const name = tidy(text)
  return name.length <= NAME_MAX_CHARACTERS && BARE_NUMBER.test(name)
}

function tidy(text: string): string {
  return text.slice(0, 2_000).replace(/\s+/g, ' ').trim()
}
