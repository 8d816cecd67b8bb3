/**
 * What a host may send in place of the page, with a status that says all is well. `no-words`: nothing to read at all.
 * `front-page`: the address of a piece now ends at the front page of a site.
 */
export const STAND_INS = [
  'login',
  'consent',
  'suspended',
  'maintenance',
  'parked',
  'password',
  'age',
  'error',
  'default-page',
  'no-words',
  'front-page',
] as const
export type StandIn = (typeof STAND_INS)[number]

type Page = {
  title: string | null
  headings: string[]
  words: string
  firstWords: string[]
  markup: string
  requestedUrl: string
  finalUrl: string | null
}

/** Each kind says little besides; a post under the same heading says more. */
const MAX_CHARACTERS = {
  login: 1_500,
  consent: 3_000,
  suspended: 800,
  maintenance: 600,
  parked: 2_500,
  password: 1_500,
  age: 600,
  error: 400,
  'default-page': 1_000,
}
/** A hostile page costs no more than this. */
const MARKUP_MAX_CHARACTERS = 300_000
const NAME_MAX_CHARACTERS = 200

const LOGIN =
  /^(?:(?:please )?(?:log|sign)[ -]?in(?: (?:to|with) .{1,40})?|login(?: page| required)?|(?:member|account|customer|user) (?:log[ -]?in|sign[ -]?in)|you (?:must|need to) (?:be logged in|log in|sign in).{0,40}|(?:bitte )?(?:anmelden|einloggen)|anmeldung|(?:se )?connexion|connectez-vous|identifiez-vous|se connecter|(?:iniciar|inicia) sesión|acceder|accedi|accesso|inloggen|aanmelden|entrar|iniciar sessão|zaloguj się|logowanie|logga in|logg inn|log ind|kirjaudu sisään|войти|вход|ログイン|登录|登錄|로그인)[\s.!:]*$/iu
const LOGIN_PATH =
  /\/(?:log-?in|sign-?in|wp-login\.php|auth|sso|anmelden|connexion|accounts?\/login|users?\/(?:log|sign)_?in)(?:[/.?]|$)/i
const PASSWORD_FIELD = /<input\b[^>]{0,500}\btype\s*=\s*["']?password/i
const CONSENT =
  /^(?:before you continue(?: to .{1,40})?|we (?:value|care about|respect) your privacy|(?:your )?(?:privacy|cookie)s? (?:choices|consent|settings|preferences)|(?:your )?consent(?: required)?|cookies? (?:consent|wall)|bevor sie (?:zu .{1,40} )?(?:weiter|fortfahren).{0,30}|(?:wir brauchen|bitte geben sie) ihre (?:zustimmung|einwilligung)|(?:ihre )?(?:zustimmung|einwilligung)(?: erforderlich)?|mit werbung (?:weiterlesen|lesen|nutzen)|(?:weiterlesen|lesen) mit werbung|datenschutz(?:einstellungen|hinweis)?|avant (?:de continuer|d['’]accéder).{0,40}|(?:nous respectons )?votre vie privée|antes de (?:continuar|ir a).{0,40}|prima di continuare.{0,40}|voordat (?:je|u) verdergaat.{0,40})[\s.!:]*$/iu
const CONSENT_HOST = /^(?:consent|guce|privacy|cmp|zustimmung)\./i
const SUSPENDED =
  /^(?:(?:this|your|the) )?(?:account|web ?site|site|hosting|domain|blog|page)(?: account)? (?:has been |is |was )?(?:temporarily )?(?:suspended|disabled|deactivated|blocked by (?:its|the) host)[\s.!:]*$|^(?:account|service) suspen(?:ded|sion)\b|^bandwidth limit exceeded|^(?:dieser? |das )?(?:account|konto|webseite|website|seite|webspace|präsenz) (?:wurde |ist )?(?:vorübergehend )?(?:gesperrt|deaktiviert)|^(?:ce (?:compte|site)|este? (?:cuenta|sitio)|questo (?:account|sito)|deze (?:account|website)) .{0,20}(?:suspendu|desactivé|désactivé|suspendid[oa]|sospeso|geblokkeerd|opgeschort)/iu
const MAINTENANCE =
  /^(?:(?:(?:the |this |our |we(?:['’]re| are) )?(?:web ?site |site |currently |page )?(?:is )?(?:currently |temporarily )?(?:down for |under(?:going)? |in )?(?:scheduled |planned )?maintenance(?: mode)?)|(?:briefly )?unavailable for scheduled maintenance.{0,40}|we(?:['’]ll| will) be (?:right |back )?(?:back )?(?:soon|shortly|in a (?:moment|minute)).{0,30}|(?:be )?(?:right )?back soon|(?:(?:this |our |the )?(?:web ?site|site|page) (?:is )?)?(?:under construction|coming soon|launching soon)|wartung(?:sarbeiten|smodus)?|wegen wartung.{0,40}|site en (?:maintenance|construction)|en maintenance|(?:sitio )?en mantenimiento|sito in (?:manutenzione|costruzione)|in manutenzione|in onderhoud|w trakcie konserwacji|メンテナンス中.{0,10}|网站维护中)[\s.!:…]*$/iu
const PARKED =
  /^(?:(?:the |this |premium )?(?:domain|domain name|web ?site|web address)(?: name)?(?: [\w.-]+\.[a-z]{2,24})? (?:is |may be |has (?:been )?)?(?:now |currently )?(?:available )?(?:for sale|parked|expired|up for auction).{0,80}|[\w.-]+\.[a-z]{2,24} (?:is |may be |has )?(?:available )?(?:for sale|parked|expired).{0,60}|buy (?:this domain|[\w.-]+\.[a-z]{2,24}).{0,40}|(?:interested in|make an offer on) (?:this|buying this) domain.{0,40}|this (?:web )?(?:page|domain) is parked.{0,60}|parked (?:free|domain).{0,60}|(?:diese |die )?domain (?:[\w.-]+ )?(?:steht |ist )?(?:zum verkauf|zu verkaufen|geparkt|käuflich|abgelaufen).{0,60}|(?:le |ce |nom de )?domaine (?:[\w.-]+ )?(?:est )?(?:à vendre|expiré|en parking).{0,60}|(?:este |el )?dominio (?:[\w.-]+ )?(?:está )?en venta.{0,60}|(?:questo |il )?dominio (?:[\w.-]+ )?(?:è )?in vendita.{0,60}|(?:deze )?domein(?:naam)? (?:[\w.-]+ )?(?:is )?te koop.{0,60})$/iu
const PARKING_CODE =
  /sedoparking\.com|parkingcrew\.net|bodis\.com|parklogic\.com|hugedomains\.com\/domain_profile|cdn\.dan\.com|afternic\.com\/forsale|img1\.wsimg\.com\/parking-lander|above\.com\/parking|skenzo\.com|domainmarket\.com/i
/** The field that blogs ask the password of a single post in, or words that ask for one. */
const POST_PASSWORD = /\bname\s*=\s*["']?post_password\b/i
const PASSWORD =
  /^(?:(?:protected|geschützt|protégé|protegido|protetto|beveiligd)\s*:.{1,150}|(?:this|the) (?:content|post|page|article|site|website|blog) is (?:password[ -]protected|protected by a password|private)\b.*|password (?:required|protected)|(?:please )?enter (?:the|your|a) password\b.{0,80}|(?:dieser|diese|dieses) (?:inhalt|beitrag|seite) ist (?:durch ein )?passwort.{0,80}|(?:ce contenu|cet article|cette page) est protégée? par (?:un )?mot de passe.{0,80}|(?:este contenido|esta página) está protegid[oa] (?:por|con) contraseña.{0,80})$/isu
const AGE =
  /^(?:are you (?:(?:at least|over|older than|above) )?(?:1[68]|21)\b.{0,40}|are you (?:of legal (?:drinking )?age|old enough)\b.{0,40}|age (?:verification|check|gate|confirmation|restricted|restriction)|(?:please )?(?:verify|confirm|enter) your (?:age|date of birth)\b.{0,60}|you must be (?:at least |over )?(?:1[68]|21)\b.{0,80}|(?:sind sie|bist du) (?:(?:über|mindestens|schon) )?(?:1[68]|volljährig)\b.{0,40}|alters(?:prüfung|verifikation|überprüfung|nachweis|kontrolle)|(?:êtes-vous|avez-vous) (?:majeure?|plus de 18 ans|l['’]âge légal).{0,40}|¿?eres mayor de edad.{0,20}|(?:hai|sei) (?:più di 18 anni|maggiorenne).{0,20}|ben (?:je|u) (?:ouder dan )?18\b.{0,30})[\s.!?:]*$/iu
/** Something to answer the question with. */
const ANSWER = /<(?:form|button|input|select)\b|\b(?:yes|no|enter|ja|nein|oui|non|sí|sì|nee)\b/i
const SERVER_ERROR =
  /^(?:error establishing (?:a )?(?:database|redis) connection|(?:critical|fatal|internal|database|application|server|php|runtime) (?:server )?error\b.{0,80}|there has been a critical error (?:on|in) (?:this|your) (?:web ?site|site)|(?:the (?:web ?site|site) is )?(?:experiencing )?technical difficulties|(?:(?:http )?error[\s:–-]*)?5\d\d(?:[\s:–-]+.{0,60})?|service (?:is )?(?:temporarily )?unavailable|bad gateway|gateway time-?out|(?:sorry,? |oops[!,.]? )?(?:something went wrong|an (?:unexpected |unknown )?error (?:has )?occurred)|web server is (?:down|returning an unknown error)|fehler beim aufbau einer datenbankverbindung|(?:auf deiner|auf dieser|es gab einen) .{0,40}kritischen? fehler.{0,40}|interner serverfehler|erreur (?:lors de la connexion à la base de données|interne du serveur)|error al (?:establecer|conectar).{0,20} base de datos|errore nello stabilire una connessione al database)[\s.!:]*$/iu
const DEFAULT_PAGE =
  /^(?:welcome to (?:nginx|openresty|tengine|caddy|apache|centos|iis|lighttpd)!?(?: on [\w .]{1,30})?!?|(?:apache2?|nginx|iis|caddy|plesk|cpanel|centos|debian|ubuntu|fedora|lighttpd|litespeed).{0,30}(?:default|test) (?:web ?|start )?page.{0,20}|(?:http server )?test page\b.{0,60}|(?:web ?server['’]?s? |server )?default (?:web ?)?(?:page|site)|iis windows(?: server)?|your (?:new )?(?:web ?)?server is (?:now )?(?:ready|running|working).{0,30}|site not (?:configured|published)|(?:web ?site|domain) (?:not configured|default page)|future home of .{1,60})[\s.!:]*$/iu
/** A whole default page, and also the heading of any story. */
const IT_WORKS = /^it works[\s.!]*$/i
const BARE_MAX_CHARACTERS = 200
const TITLE_PARTS = /\s+[|·•«»–—-]\s+|\s*[|·•«»]\s*|:\s+/

/** What stands in for the page, by its address and by the whole of a title or heading; null for a page like any other. */
export function recogniseStandIn(page: Page): StandIn | null {
  const markup = page.markup.slice(0, MARKUP_MAX_CHARACTERS)
  const names = namesOf(page)
  const says = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const saysAnywhere = (pattern: RegExp) =>
    says(pattern) || page.firstWords.slice(0, 3).some((block) => pattern.test(block))
  const isShort = (kind: keyof typeof MAX_CHARACTERS) => page.words.length <= MAX_CHARACTERS[kind]
  if (isShort('suspended') && saysAnywhere(SUSPENDED)) return 'suspended'
  if (isShort('parked') && (saysAnywhere(PARKED) || (isShort('maintenance') && PARKING_CODE.test(markup))))
    return 'parked'
  if (isShort('login') && isLogin(page, markup, says)) return 'login'
  if (isShort('consent') && isConsent(page, says)) return 'consent'
  if (isShort('maintenance') && says(MAINTENANCE)) return 'maintenance'
  if (isShort('password') && isBehindPassword(markup, saysAnywhere)) return 'password'
  if (isShort('age') && says(AGE) && ANSWER.test(markup)) return 'age'
  if (isShort('error') && saysAnywhere(SERVER_ERROR)) return 'error'
  if (isDefaultPage(page, says)) return 'default-page'
  if (!/[\p{L}\p{N}]/u.test(page.words)) return 'no-words'
  return isFrontPage(page.finalUrl) && !isFrontPage(page.requestedUrl) ? 'front-page' : null
}

/** Whether it stands where the page would be, so that nothing can be said of the page. A front page only says that the piece is elsewhere. */
export function replacesPage(standIn: StandIn | null): boolean {
  return standIn !== null && standIn !== 'parked' && standIn !== 'no-words' && standIn !== 'front-page'
}

function isLogin(page: Page, markup: string, says: (pattern: RegExp) => boolean): boolean {
  const wasSentThere = isSentTo(page, ({ pathname }) => LOGIN_PATH.test(pathname))
  return wasSentThere || (says(LOGIN) && PASSWORD_FIELD.test(markup))
}

function isBehindPassword(markup: string, saysAnywhere: (pattern: RegExp) => boolean): boolean {
  return POST_PASSWORD.test(markup) || (PASSWORD_FIELD.test(markup) && saysAnywhere(PASSWORD))
}

function isDefaultPage({ words }: Page, says: (pattern: RegExp) => boolean): boolean {
  if (words.length <= BARE_MAX_CHARACTERS && says(IT_WORKS)) return true
  return words.length <= MAX_CHARACTERS['default-page'] && says(DEFAULT_PAGE)
}

/** A banner also speaks of privacy: only a page with no other name is a wall. */
function isConsent(page: Page, says: (pattern: RegExp) => boolean): boolean {
  if (isSentTo(page, ({ hostname }) => CONSENT_HOST.test(hostname))) return true
  const isNamedOtherwise =
    page.title !== null &&
    !tidy(page.title)
      .split(TITLE_PARTS)
      .some((part) => CONSENT.test(part))
  return page.words.length <= MAX_CHARACTERS.login && says(CONSENT) && !isNamedOtherwise
}

function isSentTo({ requestedUrl, finalUrl }: Page, isSuch: (url: URL) => boolean): boolean {
  const from = URL.parse(requestedUrl)
  const to = finalUrl === null ? null : URL.parse(finalUrl)
  return from !== null && to !== null && isSuch(to) && !isSuch(from)
}

const FRONT_PAGE = /^\/(?:(?:index|home|default)(?:\.[a-z]{3,5})?\/?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i

function isFrontPage(address: string | null): boolean {
  const url = address === null ? null : URL.parse(address)
  if (!url || !FRONT_PAGE.test(url.pathname)) return false
  // "/?p=12" is a piece in the address book of some blogs.
  return ![...url.searchParams.keys()].some((name) => /^(?:p|page_id|post|id|article|story)$/i.test(name))
}

function namesOf({ title, headings }: Page): string[] {
  const whole = tidy(title ?? '')
  return [whole, ...whole.split(TITLE_PARTS), ...headings.slice(0, 20).map(tidy)]
}

/** No name that says such a thing is long; a hostile one costs no more. */
function tidy(text: string): string {
  return text.slice(0, NAME_MAX_CHARACTERS).replace(/\s+/g, ' ').trim()
}
