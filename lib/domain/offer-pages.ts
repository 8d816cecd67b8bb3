import { addressKeyOf } from './web-address.ts'

/** Pages opened besides the homepage. */
export const OFFER_PAGES_MAX = 4

type PageLink = { url: string; text: string }

/** What such pages are called in links to them: short, and nothing besides. */
const LINK_WORDS = new RegExp(
  `^(?:${[
    // English
    '(?:please )?write (?:for|with) (?:us|me)|(?:become a |be our )?(?:guest (?:posts?|posting|blog(?:ging|ger)?|author|writer|contribut(?:or|ion)s?|articles?)|contribut(?:e|or|ors))(?: (?:guidelines|guide|policy|here|now|to us))?',
    '(?:submit|send|pitch)(?: (?:us|me|a|an|your|your own|guest))* ?(?:posts?|articles?|stor(?:y|ies)|links?|sites?|websites?|listings?|content|guest posts?)?|submissions?(?: guidelines)?|add (?:your )?(?:listing|site|link|business|website)',
    '(?:advertis(?:e|ing|ement|ers?)|sponsor(?:ed|ship|ships)?|paid|partner(?:ship)?s?|media ?kit|press kit|collaborat(?:e|ion|ions)|work with (?:us|me)|promote(?: with us)?)(?: (?:with|on|in|and|&|us|me|here|posts?|articles?|content|opportunities|policy|rates?|prices|pricing|options|page|blog|site|guest|advertise|collaborations?|sponsorships?)){0,4}',
    // German
    'gast(?:beitrag|beiträge|artikel|autor(?:en|in)?)(?: (?:schreiben|einreichen|buchen|veröffentlichen|gesucht|werden))?|werb(?:ung|en)(?: (?:auf|bei|mit) .{1,30}| schalten| buchen)?|mediadaten|kooperation(?:en)?|zusammenarbeit|(?:beitrag|artikel) einreichen|sponsored posts?',
    // French
    '(?:proposer (?:un |votre )?|publier (?:un |votre )?|écrire (?:un )?)?article(?:s)? (?:invités?|sponsorisés?)|écri(?:re|vez) pour nous|publicité|annonceurs?|partenariats?|collaborations?|devenir (?:auteur|rédacteur|contributeur)',
    // Spanish, Portuguese
    'escrib(?:e|ir)(?: para nosotros| con nosotros)?|(?:publica(?:r)? (?:un )?|enviar (?:un )?)?(?:artículos?|posts?|entradas?) (?:patrocinad[oa]s?|de invitados?|invitad[oa]s?)|publicidad|an[uú]nci(?:ate|ese|e|ar)|colabora(?:ciones|r|ción|con nosotros)?|escreva (?:para nós|conosco)|(?:artigos?|posts?) (?:patrocinados?|de convidados?)|publicidade|parcerias?',
    // Italian
    'scriv(?:i|ere) (?:per|con) noi|guest post|articol[oi] sponsorizzat[oi]|pubblicità|collabora(?:zioni)?(?: con noi)?|invia (?:un )?articolo',
    // Dutch, Swedish, Danish, Norwegian
    'gastblog(?:gen|ger|s)?|gastartikel(?:en)?|schrijf (?:voor|mee).{0,12}|adverteren|adverteer|samenwerk(?:en|ing)|gästinlägg|annonsera|samarbeten?|gæsteindlæg|annoncer(?:ing)?|samarbejde|gjesteinnlegg|annonsér|samarbeid',
    // Polish, Czech
    'artykuł(?:y)? (?:sponsorowan[ey]|gościnn[ey])|reklama|współpraca|napisz dla nas|inzerce|spolupráce|pr články',
  ].join('|')})$`,
  'iu',
)

/** And what their addresses say, as a whole segment: an article about the matter has a longer one. */
const PATH_WORDS =
  /^(?:write-?for-?(?:us|me)|guest-?(?:posts?|posting|blog(?:ging)?|author|article|contributor)s?(?:-guidelines|-policy|-submission)?|guest-?post-?guidelines|contribut(?:e|or|ors)(?:-guidelines)?|submi(?:t|ssion|ssions)(?:-(?:your-)?(?:guest-)?(?:posts?|articles?|sites?|links?|listings?|story|guidelines))?|add-(?:your-)?(?:site|listing|link|business|url)|advertis(?:e|ing|ement|ers?)(?:-(?:with|on|here)(?:-[a-z]+)?)?|sponsor(?:ed|ship)?s?(?:-(?:posts?|articles?|content|policy|opportunities))?|paid-(?:posts?|content|links?|promotion)|media-?kit|work-with-(?:us|me)|collaborat(?:e|ion|ions)|partner-?with-(?:us|me)|gast(?:beitrag|beitraege|artikel|autor(?:en)?|blog(?:gen)?)|werbung|werben|mediadaten|kooperation(?:en)?|articles?-(?:invites?|sponsorises?)|ecri(?:re|vez)-pour-nous|publicite|partenariats?|escribe-(?:para|con)-nosotros|post-patrocinado|publicidade?|colabora(?:ciones)?|scrivi-(?:per|con)-noi|articoli-sponsorizzati|pubblicita|collabora(?:zioni)?|adverteren|samenwerken|annonsera|annoncering|reklama|wspolpraca|inzerce|spoluprace)\/?$/i

/**
 * Of the links on a homepage, those that lead to what the same site says to advertisers and guest writers, the plainest
 * first. `isOwn` tells whether an address belongs to the outlet.
 */
export function offerPagesAmong(
  links: readonly PageLink[],
  homeUrl: string,
  isOwn: (url: URL) => boolean,
): string[] {
  const home = addressKeyOf(homeUrl)
  const found = new Map<string, { url: string; weight: number }>()
  for (const { url, text } of links) {
    const parsed = URL.parse(url)
    if (!parsed || !isOwn(parsed)) continue
    parsed.hash = ''
    const key = addressKeyOf(parsed.href)
    if (!key || key === home) continue
    const weight = (isOfferPath(parsed) ? 2 : 0) + (isOfferText(text) && !isPost(parsed) ? 1 : 0)
    if (weight === 0) continue
    const known = found.get(key)
    if (!known || known.weight < weight) found.set(key, { url: parsed.href, weight })
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, OFFER_PAGES_MAX)
    .map(({ url }) => url)
}

function isOfferPath(url: URL): boolean {
  const segments = url.pathname.split('/').filter(Boolean)
  const last = (segments.at(-1) ?? '').replace(/\.(?:html?|php|aspx?)$/i, '')
  return segments.length <= 3 && PATH_WORDS.test(last) && !isPost(url)
}

function isOfferText(text: string): boolean {
  const words = text
    .replace(/[!:→»›>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > 2 && words.length <= 48 && LINK_WORDS.test(words)
}

/** A dated address, or one below /blog/ with a sentence for a name, is a post about the matter. */
function isPost(url: URL): boolean {
  const { pathname } = url
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return (
    /\/(?:19|20)\d\d\/\d/.test(pathname) ||
    /\/(?:tag|category|author)\//i.test(pathname) ||
    last.split('-').length > 5
  )
}
