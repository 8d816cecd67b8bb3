import { headerWords } from './header-text.ts'
import type { ImportField } from './import-fields.ts'

/** What people call the columns of their own sheets, as `headerWords` makes it. English first, then neighbours. */
const WORDS: Readonly<Partial<Record<ImportField, string>>> = {
  name: 'name|full name|nom|nombre|nome|naam',
  'prospect.url':
    'url|website|web site|site|site url|website url|domain|domain name|domain url|root domain|referring domain|outlet url|outlet website|blog url|homepage|home page|target site|target website|target domain|target blog|prospect|prospect url|prospect site|prospect website|prospect domain|web address|publication url|podcast url|web page|webseite|internetseite|site web|sitio web|sito|sito web',
  'prospect.name':
    'outlet|outlet name|publication|publication name|blog|blog name|site name|website name|magazine|newspaper|media|media outlet|podcast|podcast name|show|company|company name|organisation|organization|prospect name|publisher|directory|firma|unternehmen|entreprise|empresa|azienda|bedrijf|medium',
  'prospect.kind': 'kind|type|outlet type|site type|prospect type|media type|kind of outlet|type of outlet',
  'prospect.country': 'country|country code|pays|país|paese',
  'prospect.language': 'language|sprache|langue|idioma|lingua',
  'prospect.whyCare':
    'why they would care|why they care|why would they care|why care|why they might care|reason to care',
  'prospect.owner': 'assigned to|assignee|looked after by',
  'contact.name':
    'contact|contact name|contact person|person|author|author name|writer|blogger|journalist|editor|host|host name|podcast host|poc|point of contact|ansprechpartner|kontakt|contacto|contatto',
  'contact.givenName': 'first name|firstname|given name|vorname|prénom|nombre de pila|voornaam',
  'contact.familyName':
    'last name|lastname|surname|family name|nachname|apellido|apellidos|cognome|achternaam',
  'contact.email':
    'email|e mail|mail|emails|email address|e mail address|email addresses|contact email|contact e mail|email id|author email|work email|e mail adresse|mailadresse|courriel|adresse e mail|correo|correo electrónico|indirizzo e mail',
  'contact.role': 'role|position|job title|job|function|rolle|funktion|poste|cargo|ruolo|functie',
  'contact.url':
    'linkedin|linkedin url|linkedin profile|profile|profile url|social profile|author url|author page|contact url|contact page|contact form|contact form url|twitter url',
  'mention.pageUrl':
    'post url|url of post|url of the post|article url|page url|post|post link|article|article link|blog post|blog post url|page|content url|story url|url of article',
  'mention.sourceUrl':
    'link|link url|live link|live url|live link url|placement|placement url|placement link|published url|published link|backlink|backlink url|link location|linking page|linking from|live post|live post url|guest post url|guest post link|url of link|source url|source page|referring page|referring page url|final url',
  'mention.targetUrl':
    'target url|target page|target link|target page url|our url|our page|landing page|landing page url|linking to|links to|destination url|promoted page|promoted url|client url',
  'mention.anchor': 'anchor|anchor text|link text|ankertext|linktext',
  'mention.rel':
    'rel|link type|link rel|link attribute|dofollow|do follow|dofollow nofollow|do follow no follow|follow nofollow|follow',
  'mention.nofollow': 'nofollow|no follow',
  'mention.firstSeen':
    'first seen|date live|live date|live since|placement date|date placed|date published|published date|publish date|published|published on|link date',
  'mention.lost': 'lost|lost date|date lost|lost link',
  'mention.provenance':
    'acquisition method|how acquired|paid or free|paid free|free paid|placement type|deal type',
  'mention.cost': 'cost|paid|price paid|amount paid|paid amount|placement cost|fee paid',
  tags: 'tags|tag|labels|label|categories|category|niche|topic|topics|group|list|lists|kategorie|catégorie|categoría',
  notes:
    'notes|note|comments|comment|remarks|remark|details|notizen|notiz|bemerkung|bemerkungen|kommentar|remarques|commentaires|notas|comentarios|opmerkingen',
  status:
    'status|stage|state|outreach status|outreach stage|pitch status|response|outcome|statut|estado|stato',
  pitchedOn:
    'date|pitched|pitched on|pitch date|date pitched|date of pitch|sent|sent on|date sent|sent date|contacted|contacted on|date contacted|contact date|outreach date|date of outreach|first contact|first contacted|last contacted|last contact|email sent|date emailed|emailed on|datum|fecha',
  followUpOn:
    'follow up|follow up date|follow up on|followup|followup date|date of follow up|next follow up|next contact|next touch|next step date|wiedervorlage|relance',
}

/** Columns that are often there and tell us nothing to keep: they count as known, and nothing is read from them. */
const PASSED_OVER = new Set(
  (
    'da|dr|ur|pa|as|da dr|dr da|domain rating|domain authority|domain ascore|authority score|traffic|organic traffic|' +
    'monthly traffic|spam score|referring domains|backlinks|keywords|word count|phone|phone number|' +
    'mobile|address|city|owner|id|no|nr|number|price|fee|budget|title|created|created at|created date|' +
    'date added|added|last updated|updated|client|campaign|vendor|twitter|twitter handle|instagram|facebook|followers'
  ).split('|'),
)

const FIELD_BY_WORDS = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.split('|').map((word) => [word, field as ImportField]),
  ),
)

/** Ends of longer headers that say what the column is: "Editor's email", "Internal notes". */
const TELLING_ENDS: readonly (readonly [string, ImportField])[] = [
  ['email', 'contact.email'],
  ['e mail', 'contact.email'],
  ['email address', 'contact.email'],
  ['e mail address', 'contact.email'],
  ['website', 'prospect.url'],
  ['notes', 'notes'],
  ['comments', 'notes'],
  ['status', 'status'],
  ['tags', 'tags'],
  ['anchor text', 'mention.anchor'],
  ['follow up date', 'followUpOn'],
]

/** The field of a header in a person's own words. `known` without a field: a usual column that nothing is read from. */
export function fieldByWords(header: string): { field: ImportField | null; known: boolean; exact: boolean } {
  const words = headerWords(header)
  const field = FIELD_BY_WORDS.get(words)
  if (field) return { field, known: true, exact: true }
  if (words === '' || PASSED_OVER.has(words)) return { field: null, known: words !== '', exact: true }
  const ending = TELLING_ENDS.find(([end]) => words.endsWith(` ${end}`))
  return ending
    ? { field: ending[1], known: true, exact: false }
    : { field: null, known: false, exact: false }
}
