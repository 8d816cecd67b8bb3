/** How much a "not found" page may say besides: menus and suggestions, but no post. */
const NOTICE_MAX_CHARACTERS = 4_000

const SUBJECT =
  '(?:(?:the|this|that|your|our) )?(?:requested |web ?)?(?:page|post|article|content|url|address|story|entry|document|file|resource|item|product)'
const RELATIVE =
  "(?: (?:that )?(?:you|we)(?:['’]re| are| were| have)? (?:looking|searching|requested|asked|tried)[^.!?]{0,30}?)?"
/** Whole titles and headings that say it, one language a line. */
const NOTICES = new RegExp(
  `^(?:(?:error|http|status|oops|sorry|uh[ -]?oh|whoops|hmm+)\\b[\\s:!.,-]*)*(?:${[
    '4(?:04|10)(?: error)?',
    '(?:error )?4(?:04|10)[\\s:!.,-]*(?:(?:page|file|post|content) )?(?:not found|gone|missing)(?: error)?',
    'not found',
    'nothing (?:was )?found(?: here)?',
    `${SUBJECT}${RELATIVE}(?: can['’]t|(?: (?:was|is|are|could|can|does|do|has|have|did))?(?:n['’]t| ?not| no longer)) (?:be |been )?(?:found|exists?|available|here|located)(?: any ?more)?`,
    `${SUBJECT}${RELATIVE} (?:has been|have been|was|is|may have been|might have been) (?:removed|deleted|gone|missing)`,
    `(?:we |i )?(?:can(?:not|'t|’t)|could(?: not|n't|n’t)) find (?:the |that |this )?(?:page|post|article|what)[^.]{0,40}`,
    `that page can(?:'|’)t be found`,
    '(?:die )?(?:angeforderte )?seite (?:(?:wurde |konnte )?nicht gefunden(?: werden)?|existiert nicht(?: mehr)?)|nicht gefunden',
    "(?:(?:la|cette) )?page (?:(?:demandée )?(?:est )?(?:introuvable|non trouvée)|(?:que vous [^.]{0,40} )?n['’]existe (?:pas|plus))|page introuvable",
    '(?:la )?p[áa]gina no (?:encontrada|existe|se encuentra|disponible)|no se (?:ha )?encontr(?:ó|ado) (?:la )?p[áa]gina',
    '(?:la )?pagina non (?:è stata )?(?:trovata|esiste|disponibile)',
    'p[áa]gina n[ãa]o (?:foi )?(?:encontrada|existe)',
    '(?:de )?pagina (?:is |werd )?niet gevonden',
    '(?:sidan|siden) (?:kunde inte hittas|hittades inte|ble ikke funnet|blev ikke fundet|finnes ikke|findes ikke|finns inte)',
    'sivua ei löyt(?:ynyt|ydy)|strona nie (?:została znaleziona|istnieje)|nie znaleziono strony|stránka nenalezena|az oldal nem található',
    'страница не найдена|сторінку не знайдено|sayfa bulunamadı|ページが見つかりません(?:でした)?|お探しのページは見つかりません(?:でした)?|页面不存在|找不到页面|找不到頁面|未找到页面|페이지를 찾을 수 없습니다|الصفحة غير موجودة',
  ].join('|')})[\\s.!:)(]*$`,
  'iu',
)
const TITLE_PARTS = /\s+[|·•«»–—-]\s+|\s*[|·•«»]\s*|:\s+/

/**
 * Whether a page that answered 2xx plainly says "not found": the whole of its main heading, or a whole part of its
 * title with little else on the page. A post *about* 404 pages says more than that and is not one.
 */
export function saysNotFound(page: {
  title: string | null
  headings: string[]
  words: string
  firstWords: string[]
}): boolean {
  if (page.words.length > NOTICE_MAX_CHARACTERS) return false
  const headingSays = page.headings.some(isNotice)
  const titleSays = (page.title ?? '').split(TITLE_PARTS).some(isNotice)
  if (headingSays && titleSays) return true
  if (headingSays) return page.words.length <= NOTICE_MAX_CHARACTERS / 2
  if (titleSays) return page.words.length <= NOTICE_MAX_CHARACTERS / 4 || page.firstWords.some(isNotice)
  // Without title and heading, only a page that says nothing else is plain enough.
  return page.headings.length === 0 && page.words.length <= 200 && page.firstWords.slice(0, 2).some(isNotice)
}

function isNotice(text: string): boolean {
  const collapsed = text.replace(/\s+/g, ' ').trim()
  return collapsed !== '' && collapsed.length <= 120 && NOTICES.test(collapsed)
}
